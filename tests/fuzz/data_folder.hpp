// Where a fuzz target finds the project's data files.
#pragma once

#include <filesystem>
#include <system_error>

namespace prongsai::fuzz {

// Beside the program, as OSS-Fuzz lays it out, or in the source tree that it was built from.
inline std::filesystem::path data_folder() {
  std::error_code none;
  const auto beside = std::filesystem::read_symlink("/proc/self/exe", none).parent_path() / "data";
  return std::filesystem::is_directory(beside, none) ? beside : std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";
}

}  // namespace prongsai::fuzz
