// What every check is: one function in a file of its own, pipeline/checks/rules/<code>.cpp, found by the build.
//
// A file pipeline/checks/rules/wrong_year.cpp defines
//     std::vector<Finding> prongsai::checks::wrong_year(const CheckInput&);
// and nothing else public; CMake writes the list of calls from the file names. What it raises is described in
// data/checks/<code>.yaml (severity, meaning, thresholds, words) and worded in data/messages/{th,en}.yaml.
#pragma once

#include <string>
#include <vector>

#include "extractors/text/agencies/agencies.hpp"
#include "models/finding.hpp"
#include "models/judgement.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"
#include "pipeline/checks/rubric.hpp"
#include "pipeline/checks/step_guard.hpp"

namespace prongsai::checks {

class Rules;  // data/checks/*.yaml, data/rubrics/*.yaml, data/messages/*.yaml: see rules.hpp

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

// How a report is judged where more than its record decides.
struct Judging {
  OnStep on_step;
  Omissions omit;
  const std::vector<Check>& checks = all_checks();
};

// Runs all checks, sets severities and wording from data, drops repeats, sorts by place; suggests a score. Codes that
// the data switches off are left out. A check that throws, or is left out, costs its own findings: `check_failed` says
// so. Findings across submissions come from across.hpp.
[[nodiscard]] Judgement judge(const CheckInput& input, const Judging& how = {});

// The findings alone.
[[nodiscard]] std::vector<Finding> run_checks(const CheckInput& input);

// Severity and wording of findings that were made elsewhere (across.hpp), from the same data.
void word(Finding& finding, const Rules& rules);

// For `prongsai checks`: one code, what it means and how grave it is.
struct CheckInfo {
  std::string code;
  Severity severity = Severity::warning;
  bool enabled = true;
  std::string meaning_th;
  std::string meaning_en;
};

[[nodiscard]] std::vector<CheckInfo> describe_checks(const Rules& rules);  // by code

}  // namespace prongsai::checks
