// Numbers of a table's lines, which are no ranks.
#pragma once

#include <vector>

#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {

// Takes them off figures of years in which an office has a higher total than one numbered before it; not where a column
// says of itself that it ranks: "ลำดับ" (order) over 1, 2, 3 … may only count the lines.
void drop_line_numbers(const std::vector<ReadColumn>& columns, std::vector<ReadFigure>& figures);

}  // namespace prongsai::layouts::scores
