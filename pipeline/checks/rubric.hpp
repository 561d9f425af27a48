// The scoring rule of an item in one year, and the score that a report would earn by it: data/rubrics/*.yaml.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/finding.hpp"

namespace prongsai::checks {

struct CheckInput;

// One step of a rubric: the score given when at least so many issues are complete.
struct RubricStep {
  int score = 0;
  int complete_issues = 0;
  bool limitation = false;  // the office's limitations must be analysed too
};

struct Rubric {
  int fiscal_year = 0;               // of the document, Buddhist Era
  std::string item_code;             // canonical
  std::string scheme;                // the assessment whose rule it is (MOE-ITA)
  std::vector<std::string> layouts;  // the layouts that the rule can be applied to
  std::vector<RubricStep> steps;     // best first; the last one always holds
};

// The points that an item can earn in a fiscal year.
using ItemPoints = std::function<std::vector<double>(int fiscal_year)>;

// Throws std::runtime_error naming file and line.
[[nodiscard]] Rubric read_rubric(const std::filesystem::path& file, const ItemPoints& item_points);

// A score to suggest to the evaluator. No score where no rubric is known for year, item and scheme: unknown is not 0.
struct Suggestion {
  std::optional<int> score;
  std::string reason_th;  // one sentence that names what decided it, or why there is none; "" without a rubric
  std::string reason_en;
};

// `raised`: the report's findings. What takes points away rests on what findings rest on: where one of the gaps that
// decide was not raised (the form calls it something else, a page was read badly), no score is suggested.
[[nodiscard]] Suggestion suggest_score(const CheckInput& input, const std::vector<Finding>& raised);

}  // namespace prongsai::checks
