// Heads of tables that name a year over the months of another: "แผนการใช้จ่าย ปี ๒๕๖๕" (spending plan of 2565) over ต.ค.
// ๖๖, พ.ย. ๖๖ … (October 2566 and on).
#pragma once

#include <vector>

#include "models/finding.hpp"
#include "models/record.hpp"

namespace prongsai::checks {

// One finding a head (wrong_year, variant head); `fiscal_year` is that of the months. Needs no year of the report's
// own.
[[nodiscard]] std::vector<Finding> heads_of_other_years(const Record& record);

}  // namespace prongsai::checks
