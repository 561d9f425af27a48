// What the lines of the pages say of the issues of a form, read without knowing how its parts hang together.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "models/record.hpp"

namespace prongsai::checks {

// Whether some issue of these forms that was not found is named by as many lines ("ประเด็นที่ ๑.๔ …", "1.4 …") as one that
// was: its part of the report was not understood, so nothing about the issues is certain.
[[nodiscard]] bool names_issues_not_found(const Record& record, std::span<const layouts::Assessment> forms);

// How many lines begin with one of these labels and say something behind it: "ระยะเวลา : ม.ค. 2567".
[[nodiscard]] int lines_with_label(const Record& record, const std::vector<std::string>& labels);

}  // namespace prongsai::checks
