// Straight dark runs along rows and columns of a grey raster: the raw material of rulings. For this library only.
#pragma once

#include <vector>

#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

inline constexpr int kGroundStep = 24;  // grey levels between two grounds that meet

// The same page with x and y exchanged.
[[nodiscard]] Picture transposed(const Picture& page);

// A run along a row: pixels [first, last] of row `at`.
struct Run {
  int at = 0;
  int first = 0;
  int last = 0;
  int dark = 0;  // pixels of the run that are part of the line themselves; the rest are bridged gaps
};

struct RunSettings {
  int reach = 3;      // pixels: a line's pixel is darker than the pixels this far above and below, so lines are thinner
  int contrast = 24;  // by at least this many grey levels
  int gap = 2;        // pixels: longest blank bridged (dotted and broken lines)
  int crossing = 8;   // pixels: longest dark stretch bridged (another line or a letter across)
  int shortest = 14;  // pixels
};

[[nodiscard]] std::vector<Run> find_runs(const Picture& page, const RunSettings& settings);

}  // namespace prongsai::source
