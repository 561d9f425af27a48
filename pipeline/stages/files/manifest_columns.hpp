// The manifest's columns and values. For the manifest reader only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/stages/files/row_list.hpp"

namespace prongsai::stages {

enum class RowNeeds { file, address };  // the column without which there is no manifest

// Rows of a manifest given as UTF-8. Throws std::runtime_error that names `name` and the lines of all that is wrong.
[[nodiscard]] RowList manifest_rows(std::string_view text, const std::string& name, RowNeeds needs = RowNeeds::file);

// Folders and file name of a path, made comparable: Unicode normalised, Thai marks in order, blanks folded, ASCII lower
// case. Never empty.
[[nodiscard]] std::vector<std::string> match_key(std::string_view path);

}  // namespace prongsai::stages
