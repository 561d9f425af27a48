#include <algorithm>
#include <set>
#include <tuple>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/damage.hpp"
#include "pipeline/checks/gate.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

// Where a reader would look first: page and height; findings without a place come before all pages.
auto place_of(const Finding& finding) {
  const Evidence at = finding.at.value_or(Evidence{});
  return std::make_tuple(at.page_no, at.box.y0, at.box.x0);
}

// One cause is one finding: the same words under the same issue and column say one thing, wherever they are printed
// again (running heads, copied lines, merged cells). What shows few words or none is told apart by its place.
auto identity_of(const Finding& finding) {
  constexpr std::size_t kTelling = 24;  // bytes
  const bool told_by_words = finding.evidence.size() >= kTelling;
  const int page = finding.at && !told_by_words ? finding.at->page_no : 0;
  return std::make_tuple(finding.code, finding.issue_no, finding.item_code, finding.column_key, page, finding.evidence);
}

}  // namespace

void word(Finding& finding, const Rules& rules) {
  finding.severity = rules.severity_of(finding);
  finding.message_th = rules.thai().render(finding);
  finding.message_en = rules.english().render(finding);
}

std::vector<Finding> run_checks(const CheckInput& input) {
  std::vector<Finding> findings;
  std::set<decltype(identity_of(Finding{}))> seen;
  Gate gate(input);
  for (const Check& check : all_checks()) {
    std::vector<Finding> found = check.run(input);
    hold_back(found, input.record, input.rules);
    for (Finding& finding : found) {
      if (!input.rules.of(finding.code).enabled || seen.contains(identity_of(finding))) continue;
      if (!gate.lets_pass(finding)) continue;
      seen.insert(identity_of(finding));
      word(finding, input.rules);
      findings.push_back(std::move(finding));
    }
  }
  for (Finding& doubt : gate.doubts(findings)) findings.push_back(std::move(doubt));
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tuple(place_of(a), a.code) < std::tuple(place_of(b), b.code);
  });
  return findings;
}

std::vector<CheckInfo> describe_checks(const Rules& rules) {
  std::vector<CheckInfo> out;
  for (const auto& [code, rule] : rules.codes()) {
    out.push_back({code, rule.severity, rule.enabled, rule.meaning_th, rule.meaning_en});
  }
  return out;
}

}  // namespace prongsai::checks
