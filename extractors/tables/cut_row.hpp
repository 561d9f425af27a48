// Cuts one row of a grid into several.
#pragma once

#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

// At these heights, from the top down, in points: the grid's edges and cells, and the lines of each cell, which none is
// lost of. The row's cells must not span.
void cut_row(GridContent& content, int row, const std::vector<double>& cuts);

}  // namespace prongsai::tables
