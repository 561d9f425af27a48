#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/faults/processes.hpp"
#include "tests/support/raw_pdf.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;

int kills() {
  const char* wanted = std::getenv("PRONGSAI_KILLS");
  return wanted != nullptr ? std::atoi(wanted) : 5;
}

// Another seed, other moments: PRONGSAI_SEED.
unsigned seed() {
  const char* wanted = std::getenv("PRONGSAI_SEED");
  return wanted != nullptr ? static_cast<unsigned>(std::atoi(wanted)) : 20240229U;
}

enum class Victim { coordinator, worker, both };

// A run that loses only a worker must get over it by itself.
void kill_some(const Program& program, Victim victim) {
  const std::vector<pid_t> workers = children_of(program.pid());
  if (victim != Victim::coordinator && !workers.empty()) kill(workers.front(), SIGKILL);
  if (victim != Victim::worker || workers.empty()) program.send(SIGKILL);
}

class KillTest : public ::testing::Test {
 protected:
  KillTest() {
    // The same report under other bytes: what follows the end of a PDF is not read.
    const fs::path samples = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples";
    for (const char* sample : {"d_narrative", "e_results", "f_announcement", "b_four_parts"}) {
      for (int copy = 1; copy <= 4; ++copy) {
        const std::string tail = copy == 4 ? "" : "\n% copy " + std::to_string(copy) + "\n";
        folder_.write("in/" + std::to_string(copy) + sample + ".pdf",
                      content_of(samples / (std::string(sample) + ".pdf")) + tail);
      }
    }
    folder_.write("in/broken.pdf", "%PDF-1.4 and nothing more");
    const auto inner = prongsai::testing::with_attached(
        samples / "e_results.pdf", "inner.pdf", {{"same.pdf", content_of(folder_.path() / "in" / "1d_narrative.pdf")}});
    const auto portfolio = prongsai::testing::with_attached(
        samples / "f_announcement.pdf", "portfolio.pdf",
        {{"inner.pdf", content_of(inner)}, {"x.pdf", content_of(samples / "b_four_parts.pdf") + "\n% attached\n"}});
    folder_.write("in/portfolio.pdf", content_of(portfolio));
    fs::copy_file(folder_.path() / "in" / "1e_results.pdf", folder_.path() / "in" / "same bytes.pdf");
  }

  [[nodiscard]] std::vector<std::string> ingest_into(const std::string& name) const {
    return {
        "ingest", (folder_.path() / "in").string(), "--db", db(name), "--progress", "none", "--jobs", "2", "--model",
        "none"};
  }
  [[nodiscard]] std::string db(const std::string& name) const { return folder_.path() / (name + ".db"); }

  samples::TempFolder folder_;
};

TEST_F(KillTest, WhateverIsKilledWheneverARerunEndsWithTheSameDatabase) {
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(Program(folder_.path(), ingest_into("calm")).finish().status, 3);
  const auto whole = std::chrono::steady_clock::now() - begin;
  const std::string expected = contents_of(db("calm"));

  std::mt19937 random(seed());
  std::uniform_real_distribution<double> moment(0.0, 1.0);
  for (int round = 0; round < kills(); ++round) {
    const std::string name = "round" + std::to_string(round);
    // Now and then the resumed run is killed, too.
    for (int runs = round % 4 == 3 ? 2 : 1; runs > 0; --runs) {
      Program program(folder_.path(), ingest_into(name));
      std::this_thread::sleep_for(whole * moment(random));
      kill_some(program, static_cast<Victim>(round % 3));
      (void)program.finish();
    }
    EXPECT_TRUE(!fs::exists(db(name)) || integrity_of(db(name)) == "ok") << "round " << round;
    const Outcome resumed = Program(folder_.path(), ingest_into(name)).finish();
    EXPECT_TRUE(resumed.status == 3 || resumed.status == 0) << resumed.err;
    EXPECT_EQ(contents_of(db(name)), expected) << "round " << round;
  }
}

TEST_F(KillTest, AnInterruptSavesWhatIsInHandAndEndsWith130) {
  Program program(folder_.path(), ingest_into("x"));
  while (!fs::exists(db("x") + ".log") || fs::file_size(db("x") + ".log") == 0) {
    ASSERT_FALSE(program.ended());
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  program.send(SIGINT);
  const Outcome outcome = program.finish();
  if (outcome.status == 3) GTEST_SKIP() << "the run had ended before the signal came";
  EXPECT_EQ(outcome.status, 130);
  EXPECT_THAT(outcome.err, ::testing::HasSubstr("; interrupted, run the same command again to go on\n"));
  ASSERT_EQ(Program(folder_.path(), ingest_into("x")).finish().status, 3);
  ASSERT_EQ(Program(folder_.path(), ingest_into("calm")).finish().status, 3);
  EXPECT_EQ(contents_of(db("x")), contents_of(db("calm")));
}

TEST_F(KillTest, NoWorkerOutlivesItsCoordinator) {
  Program program(folder_.path(), ingest_into("x"));
  std::vector<pid_t> workers;
  while (workers.empty() && !program.ended()) workers = children_of(program.pid());
  if (workers.empty()) GTEST_SKIP() << "the run was over before a worker was seen";
  program.send(SIGKILL);
  (void)program.finish();
  for (int patience = 0; patience < 1000 && kill(workers.front(), 0) == 0; ++patience) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (stat_of(std::to_string(workers.front())).find(") Z ") != std::string::npos) return;
  }
  EXPECT_NE(kill(workers.front(), 0), 0);
}

}  // namespace
}  // namespace prongsai::tests
