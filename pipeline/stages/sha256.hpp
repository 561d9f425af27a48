// SHA-256 of files and text, as lower-case hex.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "models/result.hpp"

namespace prongsai::stages {

[[nodiscard]] std::string sha256_of(std::string_view bytes);

struct FileHash {
  std::string sha256;
  long long size = 0;  // bytes
};

// Reads the file once. A Failure when it is gone, may not be read or is no regular file (a pipe is never waited on).
[[nodiscard]] Result<FileHash> sha256_of_file(const std::filesystem::path& file);

}  // namespace prongsai::stages
