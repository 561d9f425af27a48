#include "pipeline/workers/run/shards.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <memory>
#include <stdexcept>
#include <utility>

#include "tests/support/temp_folder.hpp"

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;

TEST(Shards, AreOfAboutEqualWorkNotOfEqualCount) {
  std::vector<MeasuredFile> files = {{"/scan.pdf", "scan", {20, 20}}};
  for (int i = 0; i < 60; ++i) {
    files.push_back({"/text" + std::to_string(i) + ".pdf", "text" + std::to_string(i), {10, 0}});
  }
  const std::vector<Shard> shards = share_out(files, 2);
  const auto [least, most] = std::minmax(shards[0].cost, shards[1].cost);
  EXPECT_LT(most / least, 1.02);
  EXPECT_EQ(shards[0].files.size() + shards[1].files.size(), files.size());
  EXPECT_LT(std::min(shards[0].files.size(), shards[1].files.size()), 10U);
}

TEST(Shards, KeepTheSameBytesTogether) {
  const std::vector<MeasuredFile> files = {{"/a.pdf", "same", {5, 0}},
                                           {"/b.pdf", "other", {5, 0}},
                                           {"/c.pdf", "same", {5, 0}},
                                           {"/d.pdf", "", {1, 0}},
                                           {"/e.pdf", "", {1, 0}}};
  const std::vector<Shard> shards = share_out(files, 2);
  for (const Shard& shard : shards) {
    const auto has = [&](const char* name) {
      return std::find(shard.files.begin(), shard.files.end(), name) != shard.files.end();
    };
    EXPECT_EQ(has("/a.pdf"), has("/c.pdf"));
  }
  EXPECT_EQ(shards[0].files.size() + shards[1].files.size(), 5U);
}

TEST(Shards, AreTheSameEachTime) {
  std::vector<MeasuredFile> files;
  for (int i = 0; i < 20; ++i) files.push_back({"/" + std::to_string(i), std::to_string(i), {i % 4, i % 3}});
  const auto lists = [](const std::vector<Shard>& shards) {
    std::vector<std::vector<std::string>> all;
    for (const Shard& shard : shards) all.push_back(shard.files);
    return all;
  };
  const auto once = lists(share_out(files, 3));
  std::reverse(files.begin(), files.end());
  EXPECT_EQ(lists(share_out(files, 3)), once);
}

// Each file has seven pages.
class Counter : public Executor {
 public:
  [[nodiscard]] bool has_free() const override { return jobs_.empty(); }
  [[nodiscard]] int busy() const override { return static_cast<int>(jobs_.size()); }
  void submit(std::uint64_t ticket, const Job& job, bool) override {
    opened.push_back(fs::path(job.submission.canonical_path).filename());
    jobs_.push_back(ticket);
  }
  std::vector<JobEvent> wait(std::chrono::milliseconds) override {
    if (jobs_.empty()) return {};
    Reply reply;
    reply.page_count = 7;
    return {{JobEvent::Kind::done, std::exchange(jobs_, {}).front(), reply, ""}};
  }
  [[nodiscard]] std::string engine_version() const override { return ""; }
  [[nodiscard]] std::string notice() const override { return ""; }

  std::vector<std::string> opened;

 private:
  std::vector<std::uint64_t> jobs_;
};

TEST(Shards, AMountThatDoesNotAnswerCostsItsFilesOnly) {
  const samples::TempFolder folder;
  folder.write("in/dead.pdf", "A");
  folder.write("in/live.pdf", "B");
  const auto ended = std::make_shared<std::promise<void>>();
  const std::shared_future<void> end = ended->get_future().share();
  Hashing hashing;
  hashing.patience = std::chrono::milliseconds(20);
  hashing.hash = [end](const fs::path& path, const std::function<void()>& on_piece) {
    if (path.filename() == "dead.pdf") end.wait();
    return hash_file(path, on_piece);
  };
  Counter counter;
  const auto progress = make_progress(ProgressStyle::none);
  const auto files = stages::find_files({folder.path() / "in"}).files;
  const auto measured = measure_files(counter, files, *progress, hashing);
  ended->set_value();
  ASSERT_EQ(measured.size(), 2U);
  EXPECT_EQ(measured[0].sha256, "");
  EXPECT_EQ(measured[0].load.pages, 1);
  EXPECT_EQ(measured[1].sha256, stages::sha256_of("B"));
  EXPECT_EQ(measured[1].load.pages, 7);
  EXPECT_THAT(counter.opened, testing::ElementsAre("live.pdf"));
}

TEST(Shards, ListsReadBackAsTheFilesTheyName) {
  const samples::TempFolder folder;
  const std::vector<Shard> shards = {
      {{"/a.pdf", "/b c.pdf"}, {2, 0}, 3}, {{"/line\nbreak.pdf", "/tis\\xA1.pdf"}, {}, 1}, {}};
  write_shards(shards, folder.path() / "lists");
  const auto lists = shard_lists(folder.path() / "lists");
  ASSERT_EQ(lists.size(), 3U);
  EXPECT_EQ(stages::read_list(lists[0]), (std::vector<fs::path>{"/a.pdf", "/b c.pdf"}));
  EXPECT_EQ(stages::read_list(lists[1]), (std::vector<fs::path>{"/line\nbreak.pdf", "/tis\xA1.pdf"}));
  EXPECT_TRUE(stages::read_list(lists[2]).empty());
  EXPECT_THROW(write_shards(shards, folder.path() / "lists"), std::runtime_error);
}

TEST(Shards, AListOfListsThatCannotBeWrittenIsAnError) {
  const samples::TempFolder folder;
  fs::create_directories(folder.path() / "out" / "shards.json");  // in the way
  EXPECT_THROW(write_shards(share_out({{"/a.pdf", "a", {1, 0}}}, 1), folder.path() / "out"), std::runtime_error);
}

}  // namespace
}  // namespace prongsai::workers
