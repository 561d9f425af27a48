// The stated grade is not the grade of the stated score in that year.
//
// The report's overall score carries the grade; where an assessment measures disclosure alone (MOE-ITA of FY2566), the
// OIT score in points of 100 does.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/score_groups.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// Weighted parts (38.56 of 40) have no grade of their own.
bool of_a_hundred(const ScoreRecord& score) {
  return score.subject == "ITA" || (score.subject == "OIT" && score.value > kOitWeight * 100);
}

Instruments instruments_beside(const ScoreRecord& score, const std::vector<ScoreGroup>& groups) {
  for (const ScoreGroup& group : groups) {
    if (group.ita == &score) return instruments_of(group);
  }
  return {};
}

}  // namespace

std::vector<Finding> grade_mismatch(const CheckInput& input) {
  std::vector<Finding> findings;
  const std::vector<ScoreGroup> groups = group_scores(input.record);
  for (const ScoreRecord& score : input.record.scores) {
    if (!score.grade || !of_a_hundred(score)) continue;
    const std::string grade = without_blanks(*score.grade);
    const auto verdict =
        input.rules.grades().judge(grade, score.value, instruments_beside(score, groups), score.fiscal_year);
    if (!verdict || !verdict->wrong) continue;
    Finding finding;
    finding.code = "grade_mismatch";
    finding.at = score.at;
    finding.evidence = figure(score.value) + " " + *score.grade;
    finding.values["score"] = figure(score.value);
    finding.values["grade"] = *score.grade;
    finding.values["expected"] = verdict->expected;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
