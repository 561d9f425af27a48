// Limits that a shell or a system sets on the program: told in words, and nothing left behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/support/raw_pdf.hpp"
#include "tests/unit/pipeline/stages/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
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
  [[nodiscard]] int ingest_after(const std::string& shell_words, const std::vector<std::string>& options = {}) const {
    std::string line = shell_words + "; exec '" PRONGSAI_PROGRAM "'";
    std::vector<std::string> words = ingest();
    words.insert(words.end(), options.begin(), options.end());
    for (const std::string& word : words) line += " '" + word + "'";
    const int status = std::system((line + " 2> '" + err().string() + "' > /dev/null").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  // One column, of the only report that was not read whole; `select` ends within its condition.
  [[nodiscard]] std::vector<std::string> of_the_partial_one(const std::string& select) const {
    SQLite::Database database(db(), SQLite::OPEN_READWRITE);
    SQLite::Statement query(database,
                            select + " AND submission_id = (SELECT id FROM submission WHERE status = 'partial')");
    std::vector<std::string> rows;
    while (query.executeStep()) rows.push_back(query.getColumn(0).getString());
    return rows;
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

// Each further clip of a page is kept until its end.
TEST_F(LimitsTest, APageThatNeedsMoreMemoryThanAWorkerMayUseCostsThatPage) {
  prongsai::testing::RawPdf raw("many_clips.pdf");
  const std::string resources =
      "/Resources << /Font << /F " + raw.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>") + " >> >>";
  constexpr int clips = 20000;
  std::string greedy;
  for (int i = 0; i < clips; ++i) greedy += "0 0 m 500 0 l 300 800 l h W n ";
  raw.page("BT /F 12 Tf 60 700 Td (page one) Tj ET", resources)
      .page(greedy + "0 0 500 500 re f", resources)
      .page("BT /F 12 Tf 60 700 Td (page three) Tj ET", resources);
  fs::copy_file(raw.path(), folder_.path() / "in" / "many_clips.pdf");

  EXPECT_EQ(ingest_after("true", {"--worker-memory", "256"}), 3);
  EXPECT_THAT(content_of(err()), HasSubstr("1 of 3 pages could not be read (2): Page 2: it needs more memory"));
  EXPECT_THAT(of_the_partial_one("SELECT text FROM page WHERE text <> ''"), ElementsAre("page one", "page three"));
  EXPECT_THAT(of_the_partial_one("SELECT code || ' ' || page_no FROM finding WHERE true"),
              ElementsAre("unreadable_page 2"));
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
