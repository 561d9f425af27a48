// Judging is untrusted, too: what breaks in one step of it costs that step's result and no other, and is told.
#pragma once

#include <exception>
#include <functional>
#include <string>
#include <vector>

#include "models/finding.hpp"
#include "models/omissions.hpp"

namespace prongsai::checks {

class Rules;

// Told of each step before it begins, by its name, or once of all as kChecks (Omissions::each_check); may be empty.
using OnStep = std::function<void(const std::string& step)>;

// That a check has no result, worded; `step` "": none has.
[[nodiscard]] Finding check_failed(const Rules& rules, const std::string& step, const std::string& why);

class StepGuard {
 public:
  StepGuard(const Rules& rules, OnStep on_step, const Omissions& omit);

  // Does `work`, unless it is left out. What it throws is noted.
  template <typename Work>
  void run(const std::string& step, const Work& work) {
    if (!begins(step)) return;
    try {
      work();
    } catch (const std::exception& error) {
      note(step, error.what());
    }
  }

  // `check_failed`, one for each step that has no result: left out, or broken off.
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

 private:
  bool begins(const std::string& step);
  void note(const std::string& step, const std::string& why);

  const Rules* rules_;
  OnStep on_step_;
  const Omissions* omit_;
  bool told_ = false;
  std::vector<Finding> findings_;
};

}  // namespace prongsai::checks
