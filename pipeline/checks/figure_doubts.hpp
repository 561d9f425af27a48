// Figures of a scan on which its two readers disagree: those that matter, each page's together.
#pragma once

#include <map>
#include <vector>

#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

// By page, in reading order. A figure matters when it may be a score, a year, a code or an amount: two digits or more,
// or a code's letter before them. The number of a list item ("๕.", "(๕)") does not.
[[nodiscard]] std::map<int, std::vector<const DoubtfulWord*>> doubtful_figures(const Record& record);

// Where the report's own fiscal year was read, if its readers disagree there and the manifest does not say the same.
[[nodiscard]] const Evidence* doubtful_year(const CheckInput& input);

}  // namespace prongsai::checks
