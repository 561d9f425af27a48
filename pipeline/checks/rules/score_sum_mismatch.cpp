// The sum of the instruments differs from the stated overall score.
#include <cmath>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/score_groups.hpp"

namespace prongsai::checks {

std::vector<Finding> score_sum_mismatch(const CheckInput& input) {
  std::vector<Finding> findings;
  const double tolerance = input.rules.of("score_sum_mismatch").threshold("tolerance");
  for (const ScoreGroup& group : group_scores(input.record)) {
    if (!group.complete()) continue;
    const double sum = sum_of_parts(group, input.rules.assessments());
    if (std::abs(sum - group.overall->value) <= tolerance || sum_is_in_doubt(group, sum)) continue;  // low_confidence
    Finding finding;
    finding.code = "score_sum_mismatch";
    finding.at = group.overall->at;
    for (const ScoreRecord* part : group.parts)
      finding.evidence += (finding.evidence.empty() ? "" : " + ") + figure(part->value);
    finding.evidence += " / " + figure(group.overall->value);
    finding.values["whose"] = whose(*group.overall, input.record);
    finding.values["sum"] = figure(sum);
    finding.values["stated"] = figure(group.overall->value);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
