// What of a scan was read with doubt: figures on which its two readers disagree, and texts of many doubtful words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

// By page, in reading order. A figure matters when it may be a score, a year, a code or an amount: two digits or more,
// or a code's letter before them. The number of a list item ("๕.", "(๕)") does not.
[[nodiscard]] std::map<int, std::vector<const DoubtfulWord*>> doubtful_figures(const Record& record);

// Where the report's own fiscal year was read, if its readers disagree there and the manifest does not say the same.
[[nodiscard]] const Evidence* doubtful_year(const CheckInput& input);

// A quarter of a text's letters or more stands in words read with doubt.
[[nodiscard]] bool is_largely_doubtful(const Doubts& doubts, const std::string& text);

}  // namespace prongsai::checks
