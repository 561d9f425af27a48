#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include "tests/cli/program.hpp"
#include "tests/faults/contents.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kSamples = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples";

std::vector<std::string> ingest(const fs::path& db, const fs::path& log) {
  return {"ingest",     kSamples.string(), "--db", db.string(), "--log",
          log.string(), "--progress",      "none", "--model",   "none"};
}

// A small file system of its own, in memory.
class SmallDisk {
 public:
  SmallDisk(fs::path folder, const std::string& size) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    mounted_ = mount("tmpfs", folder_.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  [[nodiscard]] bool mounted() const { return mounted_; }
  [[nodiscard]] bool grow(const std::string& size) const {
    return mount("tmpfs", folder_.c_str(), "tmpfs", MS_REMOUNT, ("size=" + size).c_str()) == 0;
  }

 private:
  fs::path folder_;
  bool mounted_ = false;
};

TEST(Disk, AFullDiskEndsTheRunWithAClearErrorAndLosesNothing) {
  const samples::TempFolder folder;
  const SmallDisk disk(folder.path() / "small", "500k");
  if (!disk.mounted()) GTEST_SKIP() << "no right to mount a small file system";
  const fs::path db = folder.path() / "small" / "x.db";
  const Outcome outcome = Program(folder.path(), ingest(db, folder.path() / "log")).finish();
  EXPECT_EQ(outcome.status, 5);
  EXPECT_THAT(outcome.err, HasSubstr(db.string() + ": the disk is full; what was saved before is safe\n"));
  ASSERT_TRUE(disk.grow("50m"));
  EXPECT_EQ(integrity_of(db), "ok");
  const fs::path calm = folder.path() / "calm.db";
  const int status = Program(folder.path(), ingest(calm, folder.path() / "log")).finish().status;
  // What failed before the disk was full is not read again, and is no failure of this run.
  const int again = Program(folder.path(), ingest(db, folder.path() / "log")).finish().status;
  EXPECT_TRUE(again == status || again == 0) << again;
  EXPECT_EQ(contents_of(db), contents_of(calm));
}

TEST(Disk, ALockedDatabaseIsAClearError) {
  const samples::TempFolder folder;
  const fs::path db = folder.path() / "x.db";
  ASSERT_NE(Program(folder.path(), ingest(db, folder.path() / "log")).finish().status, 5);
  SQLite::Database other(db.string(), SQLite::OPEN_READWRITE);
  SQLite::Transaction held(other, SQLite::TransactionBehavior::IMMEDIATE);
  const Outcome outcome = Program(folder.path(), ingest(db, folder.path() / "log")).finish();
  EXPECT_EQ(outcome.status, 5);
  EXPECT_THAT(outcome.err,
              HasSubstr(db.string() + " is locked by another program: wait for it or stop it, then run again\n"));
}

}  // namespace
}  // namespace prongsai::tests
