// What every record keeps to, for an assert: a breach is a bug of the layouts, never a report's fault.
#pragma once

#include "models/record.hpp"

namespace prongsai::stages {

// Tables are numbered upwards from 1; each cell is one of theirs, with row, column and spans from 1, within the table's
// columns.
[[nodiscard]] bool tables_are_in_order(const Record& record);

}  // namespace prongsai::stages
