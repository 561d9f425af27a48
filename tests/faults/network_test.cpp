// Databases on network file systems are kept with a rollback journal; what holds elsewhere holds there.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/faults/processes.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;

class NetworkTest : public testing::Test {
 protected:
  NetworkTest() {
    for (const char* sample : {"d_narrative", "e_results", "f_announcement", "c_chapters"}) {
      fs::create_directories(folder_.path() / "in");
      fs::copy_file(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples" / (std::string(sample) + ".pdf"),
                    folder_.path() / "in" / (std::string(sample) + ".pdf"));
    }
    setenv("LD_PRELOAD", PRONGSAI_NETWORK_FOLDER, 1);
  }
  ~NetworkTest() override { unsetenv("LD_PRELOAD"); }

  [[nodiscard]] std::vector<std::string> ingest(const std::string& name) const {
    return {"ingest",      (folder_.path() / "in").string(),
            "--db",        db(name),
            "--take-over", "--jobs",
            "1",           "--progress",
            "none",        "--model",
            "none"};
  }
  [[nodiscard]] std::string db(const std::string& name) const { return (folder_.path() / (name + ".db")).string(); }

  samples::TempFolder folder_;
};

TEST_F(NetworkTest, TheWriteAheadLogIsLeftOut) {
  ASSERT_EQ(Program(folder_.path(), ingest("x")).finish().status, 0);
  // A file with a write-ahead log says so in its head.
  EXPECT_EQ(content_of(db("x")).substr(18, 2), std::string("\1\1"));
  EXPECT_EQ(integrity_of(db("x")), "ok");
}

TEST_F(NetworkTest, WhateverIsKilledARerunEndsWithTheSameDatabase) {
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(Program(folder_.path(), ingest("calm")).finish().status, 0);
  const auto whole = std::chrono::steady_clock::now() - begin;
  for (int part = 1; part <= 5; ++part) {
    const std::string name = "killed" + std::to_string(part);
    Program program(folder_.path(), ingest(name));
    std::this_thread::sleep_for(whole * part / 6);
    program.send(SIGKILL);
    (void)program.finish();
    ASSERT_EQ(Program(folder_.path(), ingest(name)).finish().status, 0);
    EXPECT_EQ(integrity_of(db(name)), "ok");
    EXPECT_EQ(contents_of(db(name)), contents_of(db("calm"))) << "killed after " << part << " sixths";
  }
}

// The node that lost sight of the others goes on when its reader does; its list was given to another meanwhile.
TEST_F(NetworkTest, ANodeWhoseListWasGivenToAnotherCanWriteNothingMore) {
  Program lost(folder_.path(), ingest("shared"));
  std::vector<pid_t> readers;
  while (!lost.ended() && readers.empty()) readers = children_of(lost.pid());
  ASSERT_FALSE(readers.empty());
  kill(readers.front(), SIGSTOP);
  fs::create_directories(folder_.path() / "next");
  ASSERT_EQ(Program(folder_.path() / "next", ingest("shared")).finish().status, 0);
  const std::string read = contents_of(db("shared"));
  kill(readers.front(), SIGCONT);
  EXPECT_EQ(lost.finish().status, 6);
  EXPECT_EQ(contents_of(db("shared")), read);
}

}  // namespace
}  // namespace prongsai::tests
