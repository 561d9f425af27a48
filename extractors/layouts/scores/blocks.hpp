// A table that holds several: two halves of a ranking side by side, parts below each other under heads of their own.
#pragma once

#include <vector>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"

namespace prongsai::layouts::scores {

// In reading order; the grid itself where nothing is repeated.
[[nodiscard]] std::vector<Grid> split_blocks(const Grid& grid, CellSenses& senses);

}  // namespace prongsai::layouts::scores
