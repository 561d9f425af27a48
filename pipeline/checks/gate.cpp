#include "pipeline/checks/gate.hpp"

#include <algorithm>

#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

int page_of(const Finding& finding) {
  return finding.at ? finding.at->page_no : 0;
}

// A page that is said to be read badly as a whole needs no second word.
bool told_already(const std::vector<Finding>& raised, int page) {
  return std::any_of(raised.begin(), raised.end(), [page](const Finding& finding) {
    const bool whole =
        finding.code == "unreadable_page" || (finding.code == "low_confidence" && !finding.values.contains("variant"));
    return whole && page_of(finding) == page;
  });
}

std::string worded(const Messages& messages, const Finding& held, const std::string& reason) {
  return fill(messages.phrase("held"), [&](const std::string& name) {
    return name == "why" ? messages.phrase("held_" + reason) : messages.render(held);
  });
}

Finding doubt_about(const Finding& held, const std::string& reason, const Rules& rules) {
  Finding finding = held;
  finding.code = "low_confidence";
  finding.values = {{"variant", "held"}};
  finding.severity = rules.severity_of(finding);
  finding.message_th = worded(rules.thai(), held, reason);
  finding.message_en = worded(rules.english(), held, reason);
  return finding;
}

}  // namespace

bool Gate::holds(const GateReason& reason, const Finding& finding) {
  if (!reason.of_report) return reason.holds(*input_, finding);
  const auto asked = of_report_.find(reason.name);
  if (asked != of_report_.end()) return asked->second;
  return of_report_[reason.name] = reason.holds(*input_, finding);
}

bool Gate::lets_pass(const Finding& finding) {
  const auto& needs = input_->rules.of(finding.code).needs;
  for (const GateReason& reason : gate_reasons()) {
    if (std::find(needs.begin(), needs.end(), reason.name) == needs.end()) continue;
    if (holds(reason, finding)) continue;
    if (reason.otherwise == GateReason::Otherwise::hold) held_.push_back({finding, reason.name});
    return false;
  }
  return true;
}

std::vector<Finding> Gate::doubts(const std::vector<Finding>& raised) const {
  std::vector<Finding> out;
  std::set<int> told;
  for (const Held& held : held_) {
    const int page = page_of(held.finding);
    if (told_already(raised, page) || !told.insert(page).second) continue;
    out.push_back(doubt_about(held.finding, held.reason, input_->rules));
  }
  return out;
}

}  // namespace prongsai::checks
