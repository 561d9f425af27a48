// Pages printed side by side on one sheet, and the panels of a folded leaflet.
#pragma once

#include <vector>

#include "extractors/tables/clusters.hpp"

namespace prongsai::tables {

// The x between them, points, left to right; none for a sheet that holds one page. Two upright pages, or three panels,
// of equal width stand on a sheet that lies; nothing crosses a fold, and the white at a fold is a margin on both sides
// of it. Three columns whose lines stand at one height are no panels unless a fold is drawn.
[[nodiscard]] std::vector<double> folds_of(const PageClusters& text);

}  // namespace prongsai::tables
