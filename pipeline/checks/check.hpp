// What every check is: one function in a file of its own, pipeline/checks/<code>.cpp, found by the build.
//
// A file pipeline/checks/wrong_year.cpp defines
//     std::vector<Finding> prongsai::checks::wrong_year(const CheckInput&);
// and nothing else public; CMake writes the list of calls from the file names.
#pragma once

#include <string>
#include <vector>

#include "extractors/text/agencies.hpp"
#include "models/finding.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::checks {

class Rules;  // data/checks/*.yaml, data/rubrics/*.yaml, data/layouts requirements: see rules.hpp

struct CheckInput {
  const Submission& submission;
  const Record& record;
  const text::Agencies& agencies;
  const Rules& rules;
};

using CheckFunction = std::vector<Finding> (*)(const CheckInput&);

struct Check {
  std::string name;  // the file's name
  CheckFunction run;
};

// All checks of the folder, in alphabetical order (generated).
[[nodiscard]] const std::vector<Check>& all_checks();

// Runs all checks, sets severities and wording from data, sorts by place.
[[nodiscard]] std::vector<Finding> run_checks(const CheckInput& input);

}  // namespace prongsai::checks
