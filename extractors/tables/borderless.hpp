// Tables whose rulings are missing: columns told by the white gutters that run down between them.
#pragma once

#include <vector>

#include "extractors/tables/cell_words.hpp"
#include "extractors/tables/clusters.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

struct BorderlessTable {
  Grid grid;                      // one row, or those that horizontal rulings part; ruled = false unless they part all
  std::vector<ClusterIds> cells;  // one a cell of the grid
};

// Takes the clusters of such tables out of `prose`. A table has a first line with text in every column (its titles),
// at least three columns (two between horizontal rulings), and lines below that keep to the same gutters.
[[nodiscard]] std::vector<BorderlessTable> take_borderless(const PageClusters& text, ClusterIds& prose);

}  // namespace prongsai::tables
