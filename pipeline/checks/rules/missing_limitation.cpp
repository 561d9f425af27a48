// An issue states no limitation of the office (ข้อจำกัดของหน่วยงาน); in the form in four parts, the fourth part is
// missing or says nothing.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

Finding missing(std::optional<int> issue_no, std::optional<Evidence> at, const std::string& evidence) {
  Finding finding;
  finding.code = "missing_limitation";
  finding.issue_no = issue_no;
  finding.at = at;
  finding.evidence = evidence;
  return finding;
}

}  // namespace

std::vector<Finding> missing_limitation(const CheckInput& input) {
  std::vector<Finding> findings;
  const Record& record = input.record;
  const LayoutNeeds needs = input.rules.requirements().of_layout(record.layout);
  if (!needs.issue_limitation && !needs.part_limitation) return findings;
  const PartLimitation part = part_limitation(record);
  if (part.text) return findings;
  if (needs.issue_limitation && !is_owed_by_issues(record, &IssueRecord::limitation)) return findings;
  if (needs.issue_limitation) {
    for (const IssueRecord& issue : record.issues) {
      if (stated(issue.limitation)) continue;
      if (states_in_a_column(record, issue.issue_no, ColumnKey::limitation)) continue;
      findings.push_back(
          missing(issue.issue_no, issue.limitation_at.value_or(issue.at), issue.limitation.value_or("")));
    }
  } else {
    findings.push_back(missing(std::nullopt, part.heading ? std::optional(part.at) : std::nullopt, ""));
  }
  return findings;
}

}  // namespace prongsai::checks
