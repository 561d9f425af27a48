// Columns that hold two figures a cell, the second in brackets: "91.40 (88.10)" under "คะแนนปี 2568 (ปี 2567)".
#pragma once

#include <deque>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"

namespace prongsai::layouts::scores {

// The grid with each such column as two, where the brackets in its header say of which year the figures in them are.
// `made` keeps the cells that were made of halves; each stands where its whole does.
[[nodiscard]] Grid split_brackets(const Grid& grid, CellSenses& senses, std::deque<TableCell>& made);

}  // namespace prongsai::layouts::scores
