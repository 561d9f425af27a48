#include "pipeline/stages/files/file_bytes.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "pipeline/stages/files/manifest.hpp"
#include "pipeline/stages/intake.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::stages {
namespace {

std::string fault_of(const std::filesystem::path& file, std::size_t most) {
  const auto bytes = file_bytes(file, most);
  return bytes ? "" : bytes.failure().message;
}

TEST(FileBytes, AreAllOfThemOrNone) {
  const samples::TempFolder folder;
  const auto file = folder.write("list", "/a.pdf\n");
  EXPECT_EQ(file_bytes(file, 7).value(), "/a.pdf\n");
  EXPECT_EQ(fault_of(file, 6), "is larger than 6 bytes");
  EXPECT_EQ(fault_of(folder.path(), 6), "cannot be read");
  EXPECT_EQ(fault_of(folder.path() / "none", 6), "cannot be read");
}

// A device tells no size.
TEST(FileBytes, OfWhatNeverEndsAreRefusedAtTheBound) {
  EXPECT_EQ(fault_of("/dev/zero", std::size_t{3} << 20), "is larger than 3 MiB");
}

TEST(FileBytes, ListsAndManifestsSayThatTheyAreTooLarge) {
  const samples::TempFolder folder;
  const auto file = folder.write("large", "");
  std::filesystem::resize_file(file, kMostFileBytes + 1);
  const auto said = [&](const auto& read) -> std::string {
    try {
      read();
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(said([&] { (void)read_list(file); }), file.string() + ": the list is larger than 512 MiB");
  EXPECT_EQ(said([&] { (void)Manifest::read(file); }), file.string() + ": the manifest is larger than 512 MiB");
}

}  // namespace
}  // namespace prongsai::stages
