#include "pipeline/checks/step_guard.hpp"

#include <utility>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

StepGuard::StepGuard(const Rules& rules, OnStep on_step, const Omissions& omit)
    : rules_(&rules), on_step_(std::move(on_step)), omit_(&omit) {
  for (const auto& [step, why] : omit.steps) note(step, why);
  if (omit.all_checks) note("", "readings before this one ended in several checks");
}

bool StepGuard::begins(const std::string& step) {
  if (omit_->all_checks || omit_->steps.contains(step)) return false;
  if (!on_step_) return true;
  if (omit_->each_check) {
    on_step_(step);
  } else if (!std::exchange(told_, true)) {
    on_step_(kChecks);
  }
  return true;
}

Finding check_failed(const Rules& rules, const std::string& step, const std::string& why) {
  Finding finding;
  finding.code = kCheckFailed;
  if (step.empty()) {
    finding.values["variant"] = "all";
  } else {
    finding.values["check"] = step;
  }
  finding.evidence = why;
  word(finding, rules);
  return finding;
}

void StepGuard::note(const std::string& step, const std::string& why) {
  findings_.push_back(check_failed(*rules_, step, why));
}

}  // namespace prongsai::checks
