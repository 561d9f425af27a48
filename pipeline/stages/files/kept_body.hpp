// Where a folder that `collect` writes keeps what it fetched.
#pragma once

#include <filesystem>
#include <string>

namespace prongsai::stages {

// `root`: the folder; `sha256`: of the body, 64 hexadecimal digits.
[[nodiscard]] inline std::filesystem::path kept_body(const std::filesystem::path& root, const std::string& sha256) {
  return root / "objects" / sha256.substr(0, 2) / sha256;
}

}  // namespace prongsai::stages
