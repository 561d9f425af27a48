// Indicators that a list names by their numbers, whatever its words have become: "๕. แก้ไขปัญหาทุจริต".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/scores/label_sense.hpp"

namespace prongsai::layouts::scores {

// One number a label, or none at all: each label begins with a number of its list, at least two are named as the
// indicator of that number is, and none as another.
[[nodiscard]] std::vector<int> numbered_indicators(const std::vector<std::string>& labels, const LabelReader& reader);

}  // namespace prongsai::layouts::scores
