// An issue states no timeframe (ระยะเวลาดำเนินการ).
#include <algorithm>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

// Some offices give the timeframe in a column of the issue's table instead.
bool in_a_column(const Record& record, int issue_no) {
  return std::any_of(record.cells.begin(), record.cells.end(), [&](const CellRecord& cell) {
    return cell.issue_no == issue_no && cell.column_key == ColumnKey::timeframe && !cell.annexed_template &&
           !is_unfilled(cell.text);
  });
}

}  // namespace

std::vector<Finding> missing_timeframe(const CheckInput& input) {
  std::vector<Finding> findings;
  if (!input.rules.requirements().of_layout(input.record.layout).issue_timeframe) return findings;
  if (!is_owed_by_issues(input.record, &IssueRecord::timeframe)) return findings;
  for (const IssueRecord& issue : input.record.issues) {
    if (stated(issue.timeframe) || in_a_column(input.record, issue.issue_no)) continue;
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
