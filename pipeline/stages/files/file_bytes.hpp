// A small file's bytes at once: lists, manifests, character sets of models.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "models/result.hpp"

namespace prongsai::stages {

// Far beyond the list of a country's files; a device or a pipe that never ends must not take all memory.
inline constexpr std::size_t kMostFileBytes = std::size_t{512} << 20;

// A failure ("cannot be read", "is larger than …") where it cannot be opened or read, as a folder, or holds more than
// `most` bytes, none of which are kept then. Pipes are read to their end.
[[nodiscard]] Result<std::string> file_bytes(const std::filesystem::path& file, std::size_t most = kMostFileBytes);

}  // namespace prongsai::stages
