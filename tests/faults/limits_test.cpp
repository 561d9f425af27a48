// Limits that a shell or a system sets on the program: told in words, and nothing left behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/support/raw_pdf.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class LimitsTest : public ::testing::Test {
 protected:
  LimitsTest() {
    fs::create_directories(folder_.path() / "in");
    for (const std::string name : {"d_narrative", "c_chapters"}) {
      fs::copy_file(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples" / (name + ".pdf"),
                    folder_.path() / "in" / (name + ".pdf"));
    }
  }

  [[nodiscard]] std::vector<std::string> ingest() const {
    return {"ingest", (folder_.path() / "in").string(), "--db", db(), "--progress", "none", "--model", "none"};
  }
  [[nodiscard]] std::string db() const { return (folder_.path() / "x.db").string(); }

  // The exit status, after what the shell was told first.
  [[nodiscard]] int ingest_after(const std::string& shell_words, const std::vector<std::string>& options = {}) const {
    std::string line = shell_words + "; exec '" PRONGSAI_PROGRAM "'";
    std::vector<std::string> words = ingest();
    words.insert(words.end(), options.begin(), options.end());
    for (const std::string& word : words) line += " '" + word + "'";
    const int status = std::system((line + " 2> '" + err().string() + "' > /dev/null").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  // One column, of the only report with this status; `select` ends within its condition.
  [[nodiscard]] std::vector<std::string> of_the_one(const std::string& status, const std::string& select) const {
    const std::string key = select.find("FROM submission ") == std::string::npos ? "submission_id" : "id";
    SQLite::Database database(db(), SQLite::OPEN_READWRITE);
    SQLite::Statement query(database,
                            select + " AND " + key + " = (SELECT id FROM submission WHERE status = '" + status + "')");
    std::vector<std::string> rows;
    while (query.executeStep()) rows.push_back(query.getColumn(0).getString());
    return rows;
  }
  [[nodiscard]] int count_of(const std::string& select) const {
    return SQLite::Database(db(), SQLite::OPEN_READWRITE).execAndGet(select).getInt();
  }
  [[nodiscard]] fs::path err() const { return folder_.path() / "err"; }

  samples::TempFolder folder_;
};

TEST_F(LimitsTest, ATooSmallStackIsTold) {
  EXPECT_EQ(ingest_after("ulimit -s 256"), 5);
  EXPECT_THAT(content_of(err()), HasSubstr("the limit on the stack is too small: `ulimit -s 8192` sets the usual one"));
}

TEST_F(LimitsTest, AFileThatMayNotGrowIsTold) {
  EXPECT_EQ(ingest_after("ulimit -f 200"), 5);  // blocks of 512 or 1,024 bytes
  EXPECT_THAT(content_of(err()), HasSubstr(db()));
  EXPECT_EQ(ingest_after("true"), 0);
  EXPECT_EQ(integrity_of(db()), "ok");
}

// Four pages; the third wants more memory than anybody has: each further clip of a page is kept until its end.
fs::path greedy_report() {
  testing::RawPdf raw("greedy.pdf");
  const std::string resources =
      "/Resources << /Font << /F " + raw.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>") + " >> >>";
  constexpr int clips = 20000;
  std::string greedy;
  for (int i = 0; i < clips; ++i) greedy += "0 0 m 500 0 l 300 800 l h W n ";
  raw.page("BT /F 12 Tf 60 700 Td (page one) Tj ET", resources)
      .page("BT /F 12 Tf 60 700 Td (page two) Tj ET", resources)
      .page("BT /F 12 Tf 60 700 Td (page three) Tj ET " + greedy + "0 0 500 500 re f", resources)
      .page("BT /F 12 Tf 60 700 Td (page four) Tj ET", resources);
  return raw.path();
}

// A control group of the kernel with a memory limit, as batch systems and containers set it; for root.
class MemoryGroup {
 public:
  explicit MemoryGroup(const std::string& limit) {
    std::error_code none;
    const fs::path root = "/sys/fs/cgroup";
    const bool first = fs::exists(root / "memory" / "memory.limit_in_bytes", none);
    folder_ = (first ? root / "memory" : root) / ("prongsai_test_" + std::to_string(getpid()));
    if (!first && !fs::exists(root / "cgroup.controllers", none)) return;
    if (mkdir(folder_.c_str(), 0755) != 0) return;
    limited_ = write(first ? "memory.limit_in_bytes" : "memory.max", limit);
    (void)write(first ? "memory.memsw.limit_in_bytes" : "memory.swap.max", first ? limit : "0");  // where there is swap
  }
  ~MemoryGroup() { rmdir(folder_.c_str()); }
  MemoryGroup(const MemoryGroup&) = delete;
  MemoryGroup& operator=(const MemoryGroup&) = delete;
  [[nodiscard]] bool limited() const { return limited_; }
  [[nodiscard]] std::string shell_word_to_enter() const { return "echo $$ > " + (folder_ / "cgroup.procs").string(); }

 private:
  [[nodiscard]] bool write(const char* file, const std::string& value) const {
    if (!fs::exists(folder_ / file)) return false;
    std::ofstream out(folder_ / file);
    out << value << std::flush;
    return out.good();
  }

  fs::path folder_;
  bool limited_ = false;
};

// The sanitizers' own memory goes beyond any limit.
#if !defined(__SANITIZE_ADDRESS__)
TEST_F(LimitsTest, APageThatNeedsMoreMemoryThanAWorkerMayUseCostsItsPictureAndNoOtherPage) {
  fs::copy_file(greedy_report(), folder_.path() / "in" / "greedy.pdf");
  EXPECT_EQ(ingest_after("true", {"--worker-memory", "256"}), 3);
  EXPECT_THAT(content_of(err()), HasSubstr("Page 3 cannot be painted: it needs more memory than a worker may use."));
  EXPECT_THAT(of_the_one("partial", "SELECT text FROM page WHERE true"),
              ElementsAre("page one", "page two", "page three", "page four"));
  EXPECT_THAT(of_the_one("partial", "SELECT code || ' ' || page_no FROM finding WHERE true"),
              ElementsAre("low_confidence 3"));
}

TEST_F(LimitsTest, WhatAMemoryLimitOfTheGroupKillsIsPutOffAndTheOthersAreRead) {
  const MemoryGroup group("200M");
  if (!group.limited()) GTEST_SKIP() << "no right to make a control group with a memory limit";
  fs::copy_file(greedy_report(), folder_.path() / "in" / "greedy.pdf");
  EXPECT_EQ(ingest_after(group.shell_word_to_enter(), {"--jobs", "1"}), 3);
  EXPECT_THAT(of_the_one("deferred", "SELECT error FROM submission WHERE true"),
              ElementsAre(HasSubstr("killed from outside, perhaps for lack of memory; at page 3")));
  EXPECT_EQ(count_of("SELECT count(*) FROM submission WHERE status = 'extracted'"), 2);
  EXPECT_EQ(ingest_after("true"), 3);  // without the limit: taken up again, and read but for that picture
  EXPECT_THAT(of_the_one("partial", "SELECT text FROM page WHERE true"),
              ElementsAre("page one", "page two", "page three", "page four"));
}
#endif

TEST_F(LimitsTest, NothingIsLeftInTheTemporaryFolder) {
  const fs::path temporary = folder_.path() / "tmp";
  fs::create_directories(temporary);
  setenv("TMPDIR", temporary.c_str(), 1);
  for (const int pause : {30, 150, 400}) {
    Program program(folder_.path(), ingest());
    std::this_thread::sleep_for(std::chrono::milliseconds(pause));
    program.send(SIGKILL);
    (void)program.finish();
  }
  unsetenv("TMPDIR");
  EXPECT_THAT(std::vector<fs::path>(fs::directory_iterator(temporary), {}), IsEmpty());
}

}  // namespace
}  // namespace prongsai::tests
