// Ink that touches two lines, parted between them.
#pragma once

#include <optional>
#include <utility>

#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

// Where to part: between the heights `top` and `bottom` (pixels), rather at `likely` than elsewhere.
struct SplitZone {
  int top = 0;
  int bottom = 0;
  int likely = 0;
};

using Parts = std::pair<std::size_t, std::size_t>;  // upper and lower

// Parts component `index` along the way of least ink from its left edge to its right one. Returns the parts, new at
// the end of the map; nothing when one would be empty. The component itself stays in the map, whole.
[[nodiscard]] std::optional<Parts> split_between(const CutPage& page, std::size_t index, const SplitZone& zone);

// Parts ink whose parts lie beside each other, where no way from left to right would do: what lies above `upper_end`
// is of the upper line, what lies from `lower_begin` on of the lower, and the ink between goes to the one from which
// it is reached first.
[[nodiscard]] std::optional<Parts> split_from_ends(const CutPage& page, std::size_t index, int upper_end,
                                                   int lower_begin);

// Takes back the parts of the latest split.
void forget_split(InkMap& ink, const Parts& parts);

}  // namespace prongsai::source
