// What happens to a run from outside its documents: files that change or go away, processes that somebody ends.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/faults/processes.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class OutsideTest : public testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> ingest(const std::string& name) const {
    return {"ingest", in().string(), "--db", db(name), "--jobs", "1", "--progress", "none", "--model", "none"};
  }
  Outcome run(const std::string& name) { return Program(folder_.path(), ingest(name)).finish(); }

  void take_sample(const std::string& sample, const std::string& name) const {
    fs::create_directories(in());
    fs::copy_file(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples" / (sample + ".pdf"), in() / name);
  }
  [[nodiscard]] fs::path in() const { return folder_.path() / "in"; }
  [[nodiscard]] std::string db(const std::string& name) const { return folder_.path() / (name + ".db"); }
  [[nodiscard]] std::string ask(const std::string& name, const std::string& sql) const {
    SQLite::Database database(db(name), SQLite::OPEN_READONLY);
    return database.execAndGet(sql).getString();
  }

  // The first reading process of a program, stopped as soon as it is seen.
  static pid_t stop_reader(Program& program) {
    while (!program.ended()) {
      const std::vector<pid_t> readers = children_of(program.pid());
      if (readers.empty()) continue;
      kill(readers.front(), SIGSTOP);
      return readers.front();
    }
    return 0;
  }

  samples::TempFolder folder_;
};

// Whatever is filed under a hash is what a quiet run reads from these bytes.
TEST_F(OutsideTest, AFileReplacedWhileItIsReadIsNeverFiledUnderOtherBytes) {
  take_sample("d_narrative", "x.pdf");
  take_sample("e_results", "y.pdf");
  ASSERT_EQ(run("calm").status, 0);
  fs::remove(in() / "y.pdf");
  Program program(folder_.path(), ingest("swapped"));
  const pid_t reader = stop_reader(program);
  ASSERT_NE(reader, 0);
  take_sample("e_results", "new.pdf");
  fs::rename(in() / "new.pdf", in() / "x.pdf");
  kill(reader, SIGCONT);
  EXPECT_EQ(program.finish().status, 0);
  take_sample("d_narrative", "z.pdf");
  EXPECT_EQ(run("swapped").status, 0);
  const std::string pairs =
      "SELECT group_concat(p, ';') FROM (SELECT DISTINCT sha256 || ' ' || layout AS p FROM submission ORDER BY p)";
  EXPECT_EQ(ask("swapped", pairs), ask("calm", pairs));
}

TEST_F(OutsideTest, ADocumentWhoseReadersAreEndedAgainAndAgainIsPutOffAndReadByTheNextRun) {
  take_sample("d_narrative", "x.pdf");
  ASSERT_EQ(run("calm").status, 0);
  Program program(folder_.path(), ingest("killed"));
  while (!program.ended()) {
    for (const pid_t reader : children_of(program.pid())) kill(reader, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  const Outcome outcome = program.finish();
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("; 1 put off, run the same command again to read them; "
                                     "not compared with each other, the next run does it\n"));
  EXPECT_THAT(outcome.err,
              HasSubstr("  deferred  " + (in() / "x.pdf").string() + ": the reading process was killed from"));
  EXPECT_EQ(ask("killed", "SELECT status FROM submission"), "deferred");
  EXPECT_EQ(ask("killed", "SELECT group_concat(code) FROM finding"), "reading_deferred");
  EXPECT_EQ(run("killed").status, 0);
  EXPECT_EQ(contents_of(db("killed")), contents_of(db("calm")));
}

TEST_F(OutsideTest, TheSecondInterruptDropsWhatIsInHandAndSaysSoInTheDatabase) {
  take_sample("d_narrative", "x.pdf");
  ASSERT_EQ(run("calm").status, 0);
  Program program(folder_.path(), ingest("dropped"));
  ASSERT_NE(stop_reader(program), 0);
  program.send(SIGINT);
  while (!fs::exists(folder_.path() / "stderr.txt") || fs::file_size(folder_.path() / "stderr.txt") == 0) usleep(1000);
  program.send(SIGINT);
  EXPECT_EQ(program.finish().status, 130);
  EXPECT_EQ(ask("dropped", "SELECT state FROM run"), "interrupted");
  EXPECT_EQ(ask("dropped", "SELECT status FROM submission"), "deferred");
  EXPECT_EQ(run("dropped").status, 0);
  EXPECT_EQ(contents_of(db("dropped")), contents_of(db("calm")));
}

TEST_F(OutsideTest, ARunThatWasTakenOverWritesNothingMoreAndSaysWhy) {
  take_sample("d_narrative", "x.pdf");
  Program lost(folder_.path(), ingest("shared"));
  const pid_t reader = stop_reader(lost);
  ASSERT_NE(reader, 0);
  std::vector<std::string> next = ingest("shared");
  next.emplace_back("--take-over");
  fs::create_directories(folder_.path() / "next");
  EXPECT_EQ(Program(folder_.path() / "next", next).finish().status, 0);
  const std::string read = contents_of(db("shared"));
  kill(reader, SIGCONT);
  const Outcome outcome = lost.finish();
  EXPECT_EQ(outcome.status, 6);
  EXPECT_THAT(outcome.err, HasSubstr(db("shared") + ": another run has taken this database over"));
  EXPECT_EQ(contents_of(db("shared")), read);
  EXPECT_EQ(ask("shared", "SELECT group_concat(state) FROM run"), "interrupted,finished");
}

TEST_F(OutsideTest, AFileThatIsTooLargeIsRefusedUnread) {
  take_sample("d_narrative", "x.pdf");
  std::ofstream(in() / "huge.pdf") << "%PDF-1.4";
  ASSERT_EQ(truncate((in() / "huge.pdf").c_str(), 3'000'000'000'000), 0);  // hashing it would take an hour
  EXPECT_EQ(run("huge").status, 3);
  EXPECT_EQ(ask("huge", "SELECT error_code FROM submission WHERE status = 'failed'"), "unsupported_file");
}

}  // namespace
}  // namespace prongsai::tests
