// One of the issues that the year's form asks for (ประเด็นที่ ๑.๑ …) is not in a report that has the others: its layout
// needs all, or it has most of them, whatever its form. Where the year is not known, those that every year's form has.
#include <algorithm>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

std::vector<Finding> missing_issue(const CheckInput& input) {
  std::vector<Finding> findings;
  const Record& record = input.record;
  const auto forms = input.rules.assessments().may_hold(record.fiscal_year);
  const std::size_t asked =
      std::ranges::min(forms, {}, [](const auto& form) { return form.issues.size(); }).issues.size();
  const bool needed = input.rules.requirements().of_layout(record.layout).all_issues;
  if (!needed && record.issues.size() * 2 <= asked) return findings;
  for (int number = 1; number <= static_cast<int>(asked); ++number) {
    const auto is_it = [number](const IssueRecord& issue) { return issue.issue_no == number; };
    if (std::any_of(record.issues.begin(), record.issues.end(), is_it)) continue;
    Finding finding;
    finding.code = "missing_issue";
    finding.issue_no = number;
    finding.values["found"] = std::to_string(record.issues.size());
    finding.values["asked"] = std::to_string(asked);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
