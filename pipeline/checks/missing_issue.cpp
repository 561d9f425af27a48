// One of the seven issues (ประเด็นที่ ๑.๑–๑.๗) is not in a report that has the others: its layout needs all seven, or it
// has most of them, whatever its form.
#include <algorithm>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

std::vector<Finding> missing_issue(const CheckInput& input) {
  constexpr int kIssues = 7;
  constexpr std::size_t kMost = 4;
  std::vector<Finding> findings;
  const Record& record = input.record;
  const bool needed = input.rules.requirements().of_layout(record.layout).all_issues;
  if (!needed && record.issues.size() < kMost) return findings;
  for (int number = 1; number <= kIssues; ++number) {
    const auto is_it = [number](const IssueRecord& issue) { return issue.issue_no == number; };
    if (std::any_of(record.issues.begin(), record.issues.end(), is_it)) continue;
    Finding finding;
    finding.code = "missing_issue";
    finding.issue_no = number;
    finding.values["found"] = std::to_string(record.issues.size());
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
