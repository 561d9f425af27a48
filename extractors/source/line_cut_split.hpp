// Ink that touches two lines, parted between them.
#pragma once

#include <optional>
#include <utility>

#include "extractors/source/line_cut.hpp"

namespace prongsai::source {

// Parts component `index` along the way of least ink from its left edge to its right one, between the heights `top`
// and `bottom` (pixels). Returns the upper and the lower part, new in the map; nothing when one would be empty.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> split_between(const CutPage& page, std::size_t index,
                                                                               int top, int bottom);

}  // namespace prongsai::source
