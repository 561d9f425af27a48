// SHA-256 of files and text, as lower-case hex.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "extractors/source/pdf/open_file.hpp"
#include "models/result.hpp"

namespace prongsai::stages {

[[nodiscard]] std::string sha256_of(std::string_view bytes);

struct FileHash {
  std::string sha256;
  long long size = 0;  // bytes
};

// Reads the file once, telling `on_piece` as it gets on. Failures are those of source::OpenFile; a file that is too
// large is refused unread.
[[nodiscard]] Result<FileHash> sha256_of_file(const std::filesystem::path& file,
                                              long long max_bytes = source::kMaxFileBytes,
                                              const std::function<void()>& on_piece = {});

}  // namespace prongsai::stages
