// Drawn lines found on pixels: the same for text pages (rendered) and scans.
#pragma once

#include <vector>

#include "extractors/source/image/raster.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// Where a page was painted without its letters, dashes may lie further apart: no leader of full stops and no row of
// stems can be taken for a dotted line.
enum class Letters { present, absent };

// Horizontal and vertical rulings, in points. The raster is upright and deskewed, of any depth, 100 to 300 dpi.
[[nodiscard]] std::vector<Ruling> find_rulings(const Raster& page, Letters letters = Letters::present);

}  // namespace prongsai::source
