// Many machines: lists, a database a list, and their union equal to one run over everything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class ShardTest : public testing::Test {
 protected:
  ShardTest() {
    const fs::path samples = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples";
    for (const char* name : {"a_seven_issues", "d_narrative", "e_results", "f_announcement"}) {
      folder_.write("in/" + std::string(name) + ".pdf", content_of(samples / (std::string(name) + ".pdf")));
    }
    folder_.write("in/same bytes.pdf", content_of(samples / "e_results.pdf"));
    folder_.write("in/broken.pdf", "%PDF-1.4 and nothing more");
  }

  Outcome run(const std::vector<std::string>& arguments) { return Program(folder_.path(), arguments).finish(); }
  Outcome ingest(const std::vector<std::string>& what, const std::string& name) {
    std::vector<std::string> arguments = {"ingest",  "--db", path(name), "--progress", "none",
                                          "--model", "none", "-j",       "1"};
    arguments.insert(arguments.end(), what.begin(), what.end());
    return run(arguments);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return folder_.path() / name; }

  samples::TempFolder folder_;
};

TEST_F(ShardTest, TheUnionOfShardsEqualsOneRun) {
  ASSERT_EQ(ingest({path("in")}, "whole.db").status, 3);
  const Outcome shard = run({"shard", path("in"), "--shards", "2", "--out", path("lists"), "-j", "1"});
  ASSERT_EQ(shard.status, 0) << shard.err;
  for (const char* number : {"1", "2"}) {
    ingest({"--list", path("lists/shard-000" + std::string(number) + ".list")}, std::string(number) + ".db");
  }
  const Outcome partial = run({"merge", path("out.db"), path("2.db"), "--lists", path("lists")});
  EXPECT_EQ(partial.status, 3);
  EXPECT_THAT(partial.err,
              AllOf(HasSubstr(" documents of shard-0001.list\n"), HasSubstr(" documents in all, of 1 of 2 lists\n")));
  const Outcome merged = run({"merge", path("out.db"), path("2.db"), path("1.db"), "--lists", path("lists")});
  EXPECT_EQ(merged.status, 0) << merged.err;
  EXPECT_EQ(contents_of(path("out.db")), contents_of(path("whole.db")));
}

TEST_F(ShardTest, RefusesToMixNewListsWithOldOnes) {
  ASSERT_EQ(run({"shard", path("in"), "--shards", "2", "--out", path("lists"), "-j", "1"}).status, 0);
  const Outcome again = run({"shard", path("in"), "--shards", "3", "--out", path("lists"), "-j", "1"});
  EXPECT_EQ(again.status, 5);
  EXPECT_THAT(again.err,
              HasSubstr("prongsai: " + path("lists") + " holds lists already: name another folder, or remove them\n"));
}

TEST_F(ShardTest, WatchReadsWhatArrivesUntilItIsInterrupted) {
  fs::create_directories(path("incoming"));
  Program program(folder_.path(), {"watch", path("incoming"), "--db", path("w.db"), "--settle", "0.1", "--progress",
                                   "none", "--model", "none", "-j", "1"});
  fs::rename(path("in/d_narrative.pdf"), path("incoming/d.pdf"));
  const auto read = [&] { return content_of(path("w.db") + ".log").find("incoming/d.pdf") != std::string::npos; };
  for (int patience = 0; patience < 600 && !read(); ++patience) usleep(50'000);
  EXPECT_TRUE(read());
  program.send(SIGINT);
  EXPECT_EQ(program.finish().status, 130);
}

}  // namespace
}  // namespace prongsai::tests
