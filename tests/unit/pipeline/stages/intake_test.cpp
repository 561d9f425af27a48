#include "pipeline/stages/intake.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>

#include "pipeline/stages/files/path_text.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::stages {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_of(const Intake& intake, const fs::path& under) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < intake.files.size(); ++i) {
    names.push_back(display_path(intake.files[i].path.lexically_relative(under)));
  }
  return names;
}

TEST(Intake, WalksFoldersInOrderAndTakesPdfNamesOnly) {
  const samples::TempFolder folder;
  for (const char* name : {"b.pdf", "a.PDF", "notes.txt", "sub/c.pdf", ".pdf", "sub.pdf/d.pdf", " e.pdf"}) {
    folder.write(name, "x");
  }
  const Intake intake = find_files({folder.path()});
  EXPECT_EQ(names_of(intake, folder.path()),
            (std::vector<std::string>{" e.pdf", "a.PDF", "b.pdf", "sub/c.pdf", "sub.pdf/d.pdf"}));
  EXPECT_TRUE(intake.notices.empty());
}

TEST(Intake, TakesAFileThatIsNamedUnderAnyName) {
  const samples::TempFolder folder;
  const fs::path file = folder.write("report.bin", "x");
  EXPECT_EQ(find_files({file}).files.size(), 1U);
}

TEST(Intake, TakesEachFileOnce) {
  const samples::TempFolder folder;
  const fs::path file = folder.write("a.pdf", "x");
  fs::create_symlink(file, folder.path() / "link.pdf");
  const Intake intake = find_files({file, folder.path(), folder.path() / "." / "a.pdf"});
  EXPECT_EQ(names_of(intake, folder.path()), std::vector<std::string>{"a.pdf"});
}

TEST(Intake, FollowsNoLinkForEver) {
  const samples::TempFolder folder;
  folder.write("in/a.pdf", "x");
  fs::create_directory_symlink("..", folder.path() / "in" / "up");
  EXPECT_EQ(find_files({folder.path()}).files.size(), 1U);
}

TEST(Intake, LeavesOutWhatIsNoFileAndSaysSo) {
  const samples::TempFolder folder;
  fs::create_symlink("nowhere.pdf", folder.path() / "dangling.pdf");
  ASSERT_EQ(mkfifo((folder.path() / "pipe.pdf").c_str(), 0600), 0);
  const Intake intake = find_files({folder.path(), folder.path() / "absent.pdf"});
  EXPECT_TRUE(intake.files.empty());
  const std::string prefix = folder.path().string() + "/";
  EXPECT_EQ(intake.notices, (std::vector<std::string>{prefix + "dangling.pdf: left out: a link to nothing",
                                                      prefix + "pipe.pdf: left out: neither a file nor a folder",
                                                      prefix + "absent.pdf: left out: there is no such file"}));
}

TEST(Intake, SaysWhichFolderCannotBeRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads every folder";
  const samples::TempFolder folder;
  folder.write("closed/a.pdf", "x");
  fs::permissions(folder.path() / "closed", fs::perms::none);
  const Intake intake = find_files({folder.path()});
  fs::permissions(folder.path() / "closed", fs::perms::owner_all);
  ASSERT_EQ(intake.notices.size(), 1U);
}

TEST(ReadList, TakesLinesOrNulSeparatedPaths) {
  const samples::TempFolder folder;
  const fs::path lines = folder.write("lines", "/a.pdf\n/b c.pdf\n\n/d.pdf");
  EXPECT_EQ(read_list(lines), (std::vector<fs::path>{"/a.pdf", "/b c.pdf", "/d.pdf"}));
  const fs::path nuls = folder.write("nuls", std::string("/a\nb.pdf\0/c.pdf\0", 16));
  EXPECT_EQ(read_list(nuls), (std::vector<fs::path>{"/a\nb.pdf", "/c.pdf"}));
  EXPECT_THROW((void)read_list(folder.path() / "none"), std::runtime_error);
}

}  // namespace
}  // namespace prongsai::stages
