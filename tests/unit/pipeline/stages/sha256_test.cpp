#include "pipeline/stages/files/sha256.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "pipeline/stages/data_folder.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::stages {
namespace {

TEST(Sha256, KnowsTheStandardsExamples) {  // FIPS 180-4
  EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, HashesFiles) {
  const samples::TempFolder folder;
  const std::string bytes(1'000'000, 'a');
  const auto hash = sha256_of_file(folder.write("a", bytes));
  ASSERT_TRUE(hash);
  EXPECT_EQ(hash.value().sha256, sha256_of(bytes));
  EXPECT_EQ(hash.value().size, 1'000'000);
}

TEST(Sha256, SaysWhyAFileCannotBeRead) {
  const samples::TempFolder folder;
  EXPECT_EQ(sha256_of_file(folder.path() / "none").failure().message,
            "the file cannot be read: No such file or directory");
  EXPECT_EQ(sha256_of_file(folder.path()).failure().message, "it is no regular file");
  ASSERT_EQ(mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(sha256_of_file(folder.path() / "pipe").failure().message, "it is no regular file");
}

TEST(DataFolder, AChangeShowsInThePartItTouches) {
  const samples::TempFolder folder;
  folder.write("layouts/a.yaml", "one");
  folder.write("checks/b.yaml", "one");
  const DataVersion before = version_of(folder.path());
  folder.write("samples/x.pdf", "new");
  folder.write("layouts/README.md", "new");
  EXPECT_EQ(version_of(folder.path()).reading, before.reading);
  folder.write("checks/b.yaml", "two");
  EXPECT_EQ(version_of(folder.path()).reading, before.reading);
  EXPECT_NE(version_of(folder.path()).judging, before.judging);
  folder.write("layouts/a.yaml", "two");
  EXPECT_NE(version_of(folder.path()).reading, before.reading);
}

TEST(DataFolder, SaysWhereItLooked) {
  const samples::TempFolder folder;
  try {
    (void)find_data_folder(folder.path());
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(std::string(error.what()),
              folder.path().string() + " (from --data) is no data folder: it holds no folder 'layouts'");
  }
}

}  // namespace
}  // namespace prongsai::stages
