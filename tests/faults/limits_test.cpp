// Limits that a shell or a system sets on the program: told in words, and nothing left behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/unit/pipeline/stages/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

class LimitsTest : public testing::Test {
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
  [[nodiscard]] int ingest_after(const std::string& shell_words) const {
    std::string line = shell_words + "; exec '" PRONGSAI_PROGRAM "'";
    for (const std::string& word : ingest()) line += " '" + word + "'";
    const int status = std::system((line + " 2> '" + err().string() + "' > /dev/null").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
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
