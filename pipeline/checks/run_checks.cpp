#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

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

// The step that asks for a look where the gate held findings back.
constexpr const char* kDoubts = "low_confidence_of_findings";

// What the checks found: of each thing once, as far as the damage of the file and the gate let it pass.
class Findings {
 public:
  explicit Findings(const CheckInput& input) : input_(input), gate_(input) {}

  void add(std::vector<Finding> found) {
    hold_back(found, input_.record, input_.rules);
    for (Finding& finding : found) {
      if (!input_.rules.of(finding.code).enabled || seen_.contains(identity_of(finding))) continue;
      if (!gate_.lets_pass(finding)) continue;
      seen_.insert(identity_of(finding));
      word(finding, input_.rules);
      findings_.push_back(std::move(finding));
    }
  }

  void add_doubts() {
    for (Finding& doubt : gate_.doubts(findings_)) findings_.push_back(std::move(doubt));
  }

  [[nodiscard]] const std::vector<Finding>& raised() const { return findings_; }
  [[nodiscard]] std::vector<Finding> take() { return std::move(findings_); }

 private:
  const CheckInput& input_;
  Gate gate_;
  std::set<decltype(identity_of(Finding{}))> seen_;
  std::vector<Finding> findings_;
};

}  // namespace

void word(Finding& finding, const Rules& rules) {
  finding.severity = rules.severity_of(finding);
  finding.message_th = rules.thai().render(finding);
  finding.message_en = rules.english().render(finding);
}

Judgement judge(const CheckInput& input, const Judging& how) {
  Judgement judgement;
  StepGuard guard(input.rules, how.on_step, how.omit);
  Findings findings(input);
  for (const Check& check : how.checks) {
    guard.run(check.name, [&] { findings.add(check.run(input)); });
  }
  guard.run(kDoubts, [&] { findings.add_doubts(); });
  guard.run(kSuggestedScore, [&] {
    Suggestion suggestion = suggest_score(input, findings.raised());
    judgement.suggested_score = suggestion.score;
    judgement.score_reason = std::move(suggestion.reason_th);
    judgement.score_reason_en = std::move(suggestion.reason_en);
  });
  judgement.findings = findings.take();
  judgement.findings.insert(judgement.findings.end(), guard.findings().begin(), guard.findings().end());
  std::stable_sort(judgement.findings.begin(), judgement.findings.end(), [](const Finding& a, const Finding& b) {
    return std::tuple(place_of(a), a.code) < std::tuple(place_of(b), b.code);
  });
  return judgement;
}

std::vector<Finding> run_checks(const CheckInput& input) {
  return judge(input).findings;
}

std::vector<CheckInfo> describe_checks(const Rules& rules) {
  std::vector<CheckInfo> out;
  for (const auto& [code, rule] : rules.codes()) {
    out.push_back({code, rule.severity, rule.enabled, rule.meaning_th, rule.meaning_en});
  }
  return out;
}

}  // namespace prongsai::checks
