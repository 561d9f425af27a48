#include "extractors/source/pdf/open_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "models/record.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::source {
namespace {

TEST(OpenFile, GivesTheBytesOfTheFileThatWasOpenedWhateverTakesItsPlace) {
  const samples::TempFolder folder;
  const auto path = folder.write("a.pdf", "the first report");
  const auto opened = OpenFile::open(path);
  ASSERT_TRUE(opened);
  std::filesystem::rename(folder.write("b.pdf", "another"), path);
  EXPECT_EQ(opened.value().bytes().value(), "the first report");
  EXPECT_EQ(opened.value().bytes().value(), "the first report") << "a second time";
}

TEST(OpenFile, WhatTheSystemDoesNotGiveSaysNothingOfTheBytes) {
  const samples::TempFolder folder;
  const auto gone = OpenFile::open(folder.path() / "gone.pdf");
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.failure().code, kReadingDeferred);
  EXPECT_EQ(gone.failure().message, "the file cannot be read: No such file or directory");
}

TEST(OpenFile, ATooLargeFileIsRefusedBeforeItIsRead) {
  const samples::TempFolder folder;
  const auto path = folder.write("huge.pdf", "x");
  ASSERT_EQ(truncate(path.c_str(), 3'000'000'000), 0);  // a hole: no disk holds it
  const auto opened = OpenFile::open(path);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.failure().code, "unsupported_file");
  EXPECT_EQ(opened.failure().message, "it has 3000000000 bytes, more than the limit of 1000000000");
}

TEST(OpenFile, AFileThatGrowsPastTheLimitIsRefusedToo) {
  const samples::TempFolder folder;
  const auto path = folder.write("log.pdf", "1234");
  const auto opened = OpenFile::open(path, 6);
  ASSERT_TRUE(opened);
  std::ofstream(path, std::ios::app) << "5678";
  EXPECT_EQ(opened.value().bytes().failure().code, "unsupported_file");
}

TEST(OpenFile, PipesAndFoldersAreNoFiles) {
  const samples::TempFolder folder;
  ASSERT_EQ(mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  for (const auto& path : {folder.path(), folder.path() / "pipe"}) {
    EXPECT_EQ(OpenFile::open(path).failure().code, "unsupported_file") << path;
  }
}

}  // namespace
}  // namespace prongsai::source
