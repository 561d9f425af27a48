// The lines on one side of a white that may part two columns of text, and what they look like. For text_columns.cpp
// only.
#pragma once

#include <vector>

#include "extractors/tables/gutters.hpp"
#include "extractors/tables/text_columns.hpp"

namespace prongsai::tables {

struct SideLine {
  double baseline = 0;
  Interval span;
  bool counted = false;  // begins with a digit
};

using Side = std::vector<SideLine>;  // top to bottom

[[nodiscard]] TextArea extent(const Side& lines);

// The median distance of neighbouring lines of either side.
[[nodiscard]] double usual_pitch(const Side& left, const Side& right);

// Many lines are full, few are counted, and there is room for several words. `advance` as in PageClusters.
[[nodiscard]] bool is_prose(const Side& lines, double advance);

// White of more than `wide` runs through both sides between their lines, again and again: rows.
[[nodiscard]] bool have_rows(const Side& left, const Side& right, double wide, double advance);

}  // namespace prongsai::tables
