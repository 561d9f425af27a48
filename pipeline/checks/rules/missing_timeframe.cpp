// An issue states no timeframe (ระยะเวลาดำเนินการ).
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
std::vector<Finding> missing_timeframe(const CheckInput& input) {
  std::vector<Finding> findings;
  if (!input.rules.requirements().of_layout(input.record.layout).issue_timeframe) return findings;
  if (!is_owed_by_issues(input.record, &IssueRecord::timeframe)) return findings;
  for (const IssueRecord& issue : input.record.issues) {
    if (stated(issue.timeframe) || states_in_a_column(input.record, issue.issue_no, ColumnKey::timeframe)) continue;
    Finding finding;
    finding.code = "missing_timeframe";
    finding.issue_no = issue.issue_no;
    finding.at = issue.timeframe_at.value_or(issue.at);
    finding.evidence = issue.timeframe.value_or("");
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
