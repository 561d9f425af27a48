// Rows whose cells each hold several lines that belong together one by one: "IIT", "EIT", "OIT" under each other beside
// "28.73", "28.04", "38.49".
#pragma once

#include <deque>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"

namespace prongsai::layouts::scores {

// The grid with each such row as one row a line: where one of its cells holds as many names as another holds figures,
// and all others as many lines or one, which is of all of them and no figure. `made` keeps the cells that were made of
// lines; each stands where its whole does.
[[nodiscard]] Grid split_stacks(const Grid& grid, CellSenses& senses, std::deque<TableCell>& made);

}  // namespace prongsai::layouts::scores
