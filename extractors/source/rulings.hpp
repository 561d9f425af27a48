// Drawn lines found on pixels: the same for text pages (rendered) and scans.
#pragma once

#include <vector>

#include "extractors/source/raster.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// Horizontal and vertical rulings, in points. The raster is upright and deskewed.
[[nodiscard]] std::vector<Ruling> find_rulings(const Raster& page);

}  // namespace prongsai::source
