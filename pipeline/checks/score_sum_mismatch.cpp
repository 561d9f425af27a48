// IIT + EIT + OIT differs from the stated overall score.
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
    const double sum = sum_of_parts(group);
    if (std::abs(sum - group.ita->value) <= tolerance || sum_is_in_doubt(group)) continue;  // in doubt: low_confidence
    Finding finding;
    finding.code = "score_sum_mismatch";
    finding.at = group.ita->at;
    finding.evidence = figure(group.iit->value) + " + " + figure(group.eit->value) + " + " + figure(group.oit->value) +
                       " / " + figure(group.ita->value);
    finding.values["sum"] = figure(sum);
    finding.values["stated"] = figure(group.ita->value);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
