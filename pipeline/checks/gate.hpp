// The one gate that every finding passes before it is stored: an accusation rests on a demand that holds for this
// report and on a place that was read with certainty.
//
// data/checks/<code>.yaml says under `needs` what a code asks for, each a reason's name. A finding that fails a reason
// is either dropped (nothing is demanded: the doubt is about the layout, not about a place) or held back (the place was
// not read well enough): then `low_confidence` says what to look at, once a page, instead of blaming the office.
//
// To add a reason: a function in gate_reasons.cpp and its line in that file's table; its name under `needs` of
// the codes that ask for it; where it holds back, the clause `held_NAME` among the phrases of
// data/messages/{th,en}.yaml. Nothing else, and no check has to know of it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

struct GateReason {
  enum class Otherwise { drop, hold };
  std::string name;  // as under `needs`
  Otherwise otherwise = Otherwise::drop;
  bool (*holds)(const CheckInput&, const Finding&) = nullptr;  // may the finding be raised, as far as this reason goes?
  bool of_report = false;                                      // the answer is the same for all findings of a report
};

[[nodiscard]] const std::vector<GateReason>& gate_reasons();

class Gate {
 public:
  explicit Gate(const CheckInput& input) : input_(&input) {}

  // Whether the finding is raised as it is. One that is held back is remembered for `doubts`.
  [[nodiscard]] bool lets_pass(const Finding& finding);

  // `low_confidence` for what was held back, worded: one a page, the first; none for a page that a raised
  // low_confidence or unreadable_page speaks of as a whole.
  [[nodiscard]] std::vector<Finding> doubts(const std::vector<Finding>& raised) const;

 private:
  struct Held {
    Finding finding;
    std::string reason;
  };

  [[nodiscard]] bool holds(const GateReason& reason, const Finding& finding);

  const CheckInput* input_;
  std::map<std::string, bool> of_report_;  // answers that hold for the whole report, by the reason's name
  std::vector<Held> held_;
};

}  // namespace prongsai::checks
