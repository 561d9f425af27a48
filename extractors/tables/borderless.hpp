// Tables whose rulings are missing: columns told by the white gutters that run down between them.
#pragma once

#include <optional>
#include <vector>

#include "extractors/tables/cell_words.hpp"
#include "extractors/tables/clusters.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

// Where the columns of a table lie. Points.
struct ColumnPlaces {
  std::vector<double> edges;   // one more than columns
  std::vector<double> starts;  // where the text of each begins
};

struct BorderlessTable {
  Grid grid;                      // one row, or those that horizontal rulings part; ruled = false unless they part all
  std::vector<ClusterIds> cells;  // one a cell of the grid
};

// Takes the clusters of such tables out of `prose`. A table has a first line with text in every column (its titles),
// at least three columns (two between horizontal rulings), and lines below that keep to the same gutters. `carried`:
// the column edges of such a table that ended the page before; lines at the head of this one that keep to them go on
// with it and need no titles.
[[nodiscard]] std::vector<BorderlessTable> take_borderless(const PageClusters& text, ClusterIds& prose,
                                                           const std::optional<ColumnPlaces>& carried = std::nullopt);

}  // namespace prongsai::tables
