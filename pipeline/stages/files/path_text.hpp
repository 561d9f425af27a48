// File names as text. Linux file names are bytes; old Thai servers and ZIP files give TIS-620 names. The database holds
// UTF-8 only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace prongsai::stages {

// TIS-620 and its extensions windows-874 and ISO-8859-11. A byte that they leave free becomes U+FFFD.
[[nodiscard]] std::string decode_thai_bytes(std::string_view bytes);

// For people: UTF-8 names unchanged, others read as TIS-620.
[[nodiscard]] std::string display_path(const std::filesystem::path& path);

// For the program: a byte that is not UTF-8 as \xNN (and a \ before an x as \x5C), so that path_of() gives back the
// very bytes.
[[nodiscard]] std::string escape_path(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path path_of(std::string_view escaped);

// Absolute, links resolved, escaped: the same for every spelling of the same file's path.
[[nodiscard]] std::string canonical_text(const std::filesystem::path& path);

}  // namespace prongsai::stages
