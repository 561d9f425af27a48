// An item code is listed under an issue where it does not belong by the checklist of the assessed year.
//
// A report of fiscal year N analyses year N−1, and the codes under its issues are those of year N−1's checklist.
#include <algorithm>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

bool belongs(const std::map<int, std::vector<std::string>>& codes, int issue_no, const std::string& code) {
  const auto list = codes.find(issue_no);
  return list != codes.end() && std::find(list->second.begin(), list->second.end(), code) != list->second.end();
}

// Where the code belongs instead: 1.2, 1.5; "" for an item that stands under no issue.
std::string home_of(const std::map<int, std::vector<std::string>>& codes, const std::string& code) {
  std::string homes;
  for (const auto& [issue_no, list] : codes) {
    if (!belongs(codes, issue_no, code)) continue;
    homes += (homes.empty() ? "1." : ", 1.") + std::to_string(issue_no);
  }
  return homes;
}

}  // namespace

std::vector<Finding> misplaced_item(const CheckInput& input) {
  std::vector<Finding> findings;
  if (!input.record.fiscal_year) return findings;
  const IssueItems* items = input.rules.issue_items(*input.record.fiscal_year - 1);
  if (items == nullptr) return findings;
  for (const IssueRecord& issue : input.record.issues) {
    for (const std::string& code : issue.item_codes) {
      if (belongs(items->codes, issue.issue_no, code)) continue;
      Finding finding;
      finding.code = "misplaced_item";
      finding.issue_no = issue.issue_no;
      finding.item_code = code;
      finding.at = issue.at;
      finding.evidence = code;
      const std::string home = home_of(items->codes, code);
      finding.values["home"] = home;
      if (home.empty()) finding.values["variant"] = "no_issue";
      finding.values["year"] = std::to_string(items->assessed_year);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace prongsai::checks
