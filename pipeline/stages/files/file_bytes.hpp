// A small file's bytes at once: lists, manifests, character sets of models.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace prongsai::stages {

// Nothing when it cannot be opened or read, as a folder. Pipes are read to their end.
[[nodiscard]] std::optional<std::string> file_bytes(const std::filesystem::path& file);

}  // namespace prongsai::stages
