// How well a reading explains its table: cells that fit their columns, and figures that add up.
#pragma once

#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {

// Counts the sums of instruments that come out and that do not, and sets the reading's evidence: the weights of what
// fits (data/layouts/common/score_tables.yaml), divided by the filled cells.
void weigh(TableReading& reading, const Grid& grid, const TableContext& context, CellSenses& senses);

}  // namespace prongsai::layouts::scores
