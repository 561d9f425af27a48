// Running heads and feet: lines that stand on most pages and are no part of a report's texts, as on the form that the
// pages of a manual are printed on.
#pragma once

#include <string>
#include <vector>

#include "models/record.hpp"

namespace prongsai::checks {

struct RunningLine {
  std::string text;
  Evidence at;  // the first page that shows it, as a whole: the record keeps no places of these lines
};

[[nodiscard]] std::vector<RunningLine> running_lines(const Record& record);

}  // namespace prongsai::checks
