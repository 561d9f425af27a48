// Tables whose rulings are missing: columns told by the white gutters that run down between them.
#pragma once

#include <vector>

#include "extractors/tables/cell_words.hpp"
#include "extractors/tables/clusters.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

struct BorderlessTable {
  Grid grid;                     // one row; ruled = false
  std::vector<ClusterIds> cells;  // one a column
};

// Takes the clusters of such tables out of `prose`. A table has a first line with text in every column (its titles),
// at least three columns, and lines below that keep to the same gutters.
[[nodiscard]] std::vector<BorderlessTable> take_borderless(const PageText& text, ClusterIds& prose);

}  // namespace prongsai::tables
