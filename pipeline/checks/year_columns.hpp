// Columns whose cells say which year a row is of: "ปีงบประมาณ พ.ศ. ๒๕๖๕", "๒๕๖๖" below one another.
#pragma once

#include <set>
#include <utility>

#include "models/record.hpp"

namespace prongsai::checks {

// Tables' columns, {table_no, col_no}, where a year, wherever one stands, stands alone, each another one, two at least;
// no column of timeframes.
[[nodiscard]] std::set<std::pair<int, int>> year_columns(const Record& record);

}  // namespace prongsai::checks
