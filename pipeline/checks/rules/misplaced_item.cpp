// An item code is listed under an issue where it does not belong by the checklist of the assessed year.
//
// A report of fiscal year N analyses year N−1, and the codes under its issues are those of year N−1's checklist.
#include <algorithm>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

// The issues that the code stands under by the form: 1.2, 1.5; "" for an item that stands under no issue.
std::string home_of(const std::vector<layouts::Issue>& issues, const std::string& code) {
  std::string homes;
  for (const layouts::Issue& issue : issues) {
    if (std::ranges::find(issue.items, code) == issue.items.end()) continue;
    homes += (homes.empty() ? "1." : ", 1.") + std::to_string(issue.no);
  }
  return homes;
}

bool belongs(const std::vector<layouts::Issue>& issues, int issue_no, const std::string& code) {
  return std::ranges::any_of(issues, [&](const layouts::Issue& issue) {
    return issue.no == issue_no && std::ranges::find(issue.items, code) != issue.items.end();
  });
}

// The form of a year lists items only where it is known itself.
bool lists_items(const std::vector<layouts::Issue>& issues) {
  return std::ranges::any_of(issues, [](const layouts::Issue& issue) { return !issue.items.empty(); });
}

// The forms list the items of OIT under their issues, and of the questionnaires' questions two alone: which issue
// another one tells of is for the office to say.
bool is_question(const std::string& code) {
  return code.starts_with('I') || code.starts_with('E');
}

}  // namespace

std::vector<Finding> misplaced_item(const CheckInput& input) {
  std::vector<Finding> findings;
  if (!input.record.fiscal_year) return findings;
  const layouts::Assessment& form = input.rules.assessments().of(*input.record.fiscal_year);
  if (form.year != *input.record.fiscal_year || !lists_items(form.issues)) return findings;
  for (const IssueRecord& issue : input.record.issues) {
    for (const std::string& code : issue.item_codes) {
      const std::string home = home_of(form.issues, code);
      if (belongs(form.issues, issue.issue_no, code) || (home.empty() && is_question(code))) continue;
      Finding finding;
      finding.code = "misplaced_item";
      finding.issue_no = issue.issue_no;
      finding.item_code = code;
      finding.at = issue.at;
      finding.evidence = code;
      finding.values["home"] = home;
      if (home.empty()) finding.values["variant"] = "no_issue";
      finding.values["year"] = std::to_string(form.year - 1);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace prongsai::checks
