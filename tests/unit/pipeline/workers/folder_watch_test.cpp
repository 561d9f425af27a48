#include "pipeline/workers/run/folder_watch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "tests/support/temp_folder.hpp"

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// Names of the next files that are complete; nothing after ten seconds without one.
std::vector<std::string> names(FolderWatch& watched, std::size_t count) {
  std::vector<std::string> found;
  for (int patience = 0; patience < 100 && found.size() < count; ++patience) {
    for (const fs::path& path : watched.wait(100ms)) found.push_back(path.filename().string());
  }
  return found;
}

TEST(FolderWatch, GivesWhatIsThereAndWhatArrives) {
  const samples::TempFolder folder;
  folder.write("old.pdf", "x");
  FolderWatch watched(folder.path(), 20ms);
  EXPECT_EQ(names(watched, 1), std::vector<std::string>{"old.pdf"});
  folder.write("new.pdf", "x");
  EXPECT_EQ(names(watched, 1), std::vector<std::string>{"new.pdf"});
}

TEST(FolderWatch, SeesNewFoldersAndFilesMovedIn) {
  const samples::TempFolder folder;
  const samples::TempFolder* outside = &folder;
  fs::create_directories(folder.path() / "in");
  const fs::path file = outside->write("moved.pdf", "x");
  FolderWatch watched(folder.path() / "in", 20ms);
  fs::rename(file, folder.path() / "in" / "moved.pdf");
  EXPECT_EQ(names(watched, 1), std::vector<std::string>{"moved.pdf"});
  folder.write("in/sub/deeper/late.pdf", "x");
  EXPECT_EQ(names(watched, 1), std::vector<std::string>{"late.pdf"});
}

TEST(FolderWatch, ARenamedFolderIsReadUnderItsNewName) {
  const samples::TempFolder folder;
  folder.write("a/deeper/first.pdf", "x");
  FolderWatch watched(folder.path(), 20ms);
  EXPECT_EQ(names(watched, 1), std::vector<std::string>{"first.pdf"});
  fs::rename(folder.path() / "a", folder.path() / "b");
  EXPECT_EQ(names(watched, 1), std::vector<std::string>{"first.pdf"}) << "it has another path now";
  folder.write("b/late.pdf", "x");
  folder.write("b/deeper/later.pdf", "x");
  std::vector<fs::path> found;
  for (int patience = 0; patience < 100 && found.size() < 2; ++patience) {
    for (const fs::path& path : watched.wait(100ms)) found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, (std::vector<fs::path>{folder.path() / "b/deeper/later.pdf", folder.path() / "b/late.pdf"}));
}

TEST(FolderWatch, WaitsUntilAFileIsComplete) {
  const samples::TempFolder folder;
  FolderWatch watched(folder.path(), 300ms);
  std::ofstream slow(folder.path() / "slow.pdf");
  std::size_t size_when_given = 0;
  for (int i = 0; i < 8; ++i) {
    slow << "piece" << std::flush;
    if (!watched.wait(50ms).empty()) size_when_given = fs::file_size(folder.path() / "slow.pdf");
  }
  EXPECT_EQ(size_when_given, 0U) << "given while it was still growing";
  slow.close();
  EXPECT_EQ(names(watched, 1), std::vector<std::string>{"slow.pdf"});
}

TEST(FolderWatch, ForgetsAFileThatVanishes) {
  const samples::TempFolder folder;
  FolderWatch watched(folder.path(), 50ms);
  fs::remove(folder.write("gone.pdf", "x"));
  EXPECT_TRUE(watched.wait(300ms).empty());
}

TEST(FolderWatch, AMissingFolderIsAnError) {
  EXPECT_THROW(FolderWatch("/nowhere/at/all", 1s), std::runtime_error);
}

}  // namespace
}  // namespace prongsai::workers
