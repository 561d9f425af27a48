// Straight dark runs along rows and columns of a grey raster: the raw material of rulings. For this library only.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/source/image/raster.hpp"

namespace prongsai::source {

// 8-bit grey pixels in reading order, one byte each.
struct GreyPage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;

  [[nodiscard]] const std::uint8_t* row(int y) const {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
};

inline constexpr int kGroundStep = 24;  // grey levels between two grounds that meet

// Of any depth: 1-bit and 32-bit images are unpacked.
[[nodiscard]] GreyPage grey_page(const Raster& raster);

// The same page with x and y exchanged.
[[nodiscard]] GreyPage transposed(const GreyPage& page);

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

[[nodiscard]] std::vector<Run> find_runs(const GreyPage& page, const RunSettings& settings);

}  // namespace prongsai::source
