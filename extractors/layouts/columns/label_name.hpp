// What a label is taken for where labels stand beside what they say.
#pragma once

#include <string>
#include <variant>

#include "models/column_key.hpp"

namespace prongsai::layouts {

// The key of a column; of a label that no column has, its own words.
using LabelName = std::variant<ColumnKey, std::string>;

}  // namespace prongsai::layouts
