// What the columns of a table hold, told by their headers and their cells together.
#pragma once

#include <vector>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"
#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {

// One a column of the grid, whose first rows are its header.
[[nodiscard]] std::vector<ReadColumn> read_columns(const Grid& grid, int header_rows, CellSenses& senses);

}  // namespace prongsai::layouts::scores
