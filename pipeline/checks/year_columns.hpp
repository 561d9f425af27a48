// Columns whose cells say which year a row is of: "ปีงบประมาณ พ.ศ. ๒๕๖๕", "๒๕๖๖" below one another.
#pragma once

#include <set>
#include <string>
#include <tuple>

#include "models/record.hpp"

namespace prongsai::checks {

// A column of a table: table_no, column_key, header_text.
using ColumnPlace = std::tuple<int, std::string, std::string>;
[[nodiscard]] ColumnPlace column_of(const CellRecord& cell);

// Those where a year, wherever one stands, stands alone, each another one, two at least; no column of timeframes.
[[nodiscard]] std::set<ColumnPlace> year_columns(const Record& record);

}  // namespace prongsai::checks
