// A table that holds several: two halves of a ranking side by side, parts below each other under heads of their own.
#pragma once

#include <vector>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"

namespace prongsai::layouts::scores {

// In reading order; the grid itself where nothing is repeated.
[[nodiscard]] std::vector<Grid> split_blocks(const Grid& grid, CellSenses& senses);

// A block's parts from left to right, where all its heads come again further right, whether or not one of them tells
// rows apart: two tables that share a rule, or one of two figures a row. What stands over the parts has to tell. None
// where the heads do not come again.
[[nodiscard]] std::vector<Grid> split_abreast(const Grid& block, CellSenses& senses);

}  // namespace prongsai::layouts::scores
