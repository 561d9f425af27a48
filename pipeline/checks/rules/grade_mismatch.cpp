// The stated grade is not the grade of the stated score in that year.
//
// The report's overall score carries the grade; where an assessment measures disclosure alone (MOE-ITA of FY2566), the
// OIT score in points of 100 does.
#include <algorithm>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/score_groups.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// Weighted parts (38.56 of 40) have no grade of their own.
bool of_a_hundred(const ScoreRecord& score, const layouts::Assessments& assessments) {
  if (score.subject == SubjectKind::ita) return true;
  const std::size_t oit = layouts::instrument_index(SubjectKind::oit);
  return score.subject == SubjectKind::oit &&
         std::ranges::all_of(assessments.may_hold(score.fiscal_year), [&](const layouts::Assessment& assessment) {
           return score.value > assessment.instruments[oit].weight * 100;
         });
}

InstrumentPoints instruments_beside(const ScoreRecord& score, const std::vector<ScoreGroup>& groups,
                                    const layouts::Assessments& assessments) {
  for (const ScoreGroup& group : groups) {
    if (group.overall == &score) return instruments_of(group, assessments);
  }
  return {};
}

}  // namespace

std::vector<Finding> grade_mismatch(const CheckInput& input) {
  std::vector<Finding> findings;
  const std::vector<ScoreGroup> groups = group_scores(input.record);
  const layouts::Assessments& assessments = input.rules.assessments();
  for (const ScoreRecord& score : input.record.scores) {
    if (!score.grade || is_doubtful(score) || !of_a_hundred(score, assessments)) continue;
    const std::string grade = without_blanks(*score.grade);
    const auto verdict =
        judge_grade(grade, score.value, instruments_beside(score, groups, assessments), score.fiscal_year, assessments);
    if (!verdict || !verdict->wrong) continue;
    Finding finding;
    finding.code = "grade_mismatch";
    finding.at = score.at;
    finding.evidence = figure(score.value) + " " + *score.grade;
    finding.values["whose"] = whose(score, input.record);
    finding.values["score"] = figure(score.value);
    finding.values["grade"] = *score.grade;
    finding.values["expected"] = verdict->expected;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
