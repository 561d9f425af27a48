// What breaks in one check costs that check's findings, and is told.
#include "pipeline/checks/step_guard.hpp"

#include <stdexcept>

#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<Finding> throwing(const CheckInput&) {
  throw std::runtime_error("no such key");
}

std::vector<Finding> unworded(const CheckInput&) {
  Finding finding;
  finding.code = "no_such_code";
  return {finding};
}

const std::vector<Check>& some_checks() {
  static const std::vector<Check> checks = {
      {"missing_issue", missing_issue}, {"throwing", throwing}, {"unworded", unworded}, {"wrong_year", wrong_year}};
  return checks;
}

Report lacking_report() {
  Report report = sound_report();
  report.record.issues.pop_back();
  return report;
}

std::vector<std::string> told(const Judgement& judgement) {
  std::vector<std::string> out;
  for (const Finding& finding : judgement.findings) {
    out.push_back(finding.code + ": " + (finding.code == "check_failed" ? finding.message_en : ""));
  }
  return out;
}

TEST(StepGuard, ACheckThatThrowsCostsItsOwnFindings) {
  const Report report = lacking_report();
  const Judgement judgement = judge(report.input(), {{}, {}, some_checks()});
  EXPECT_THAT(told(judgement), ElementsAre(HasSubstr("check throwing broke off"), HasSubstr("check unworded broke off"),
                                           "missing_issue: "));
  EXPECT_THAT(judgement.findings[0].message_en, HasSubstr("no such key"));
  EXPECT_TRUE(judgement.suggested_score);
}

TEST(StepGuard, WhatIsLeftOutIsNotRunAndTold) {
  const Report report = lacking_report();
  std::vector<std::string> steps;
  Omissions omit;
  omit.each_check = true;
  omit.steps = {{"missing_issue", "reading processes crash at it"}, {kSuggestedScore, "reading it takes too long"}};
  const Judgement judgement =
      judge(report.input(), {[&](const std::string& step) { steps.push_back(step); }, omit, some_checks()});
  EXPECT_THAT(steps, ElementsAre("throwing", "unworded", "wrong_year", "low_confidence_of_findings"));
  EXPECT_THAT(told(judgement), ElementsAre(HasSubstr("missing_issue broke off"), HasSubstr("suggested_score broke off"),
                                           HasSubstr("throwing"), HasSubstr("unworded")));
  EXPECT_FALSE(judgement.suggested_score);
}

TEST(StepGuard, ChecksAreToldAsOneUntilAReadingWasLost) {
  const Report report = lacking_report();
  std::vector<std::string> steps;
  (void)judge(report.input(), {[&](const std::string& step) { steps.push_back(step); }, {}, some_checks()});
  EXPECT_THAT(steps, ElementsAre(kChecks));
}

TEST(StepGuard, WithoutAnyCheckThatIsTold) {
  const Report report = lacking_report();
  Omissions omit;
  omit.all_checks = true;
  const Judgement judgement = judge(report.input(), {[](const std::string& step) { FAIL() << step; }, omit});
  EXPECT_THAT(told(judgement), ElementsAre(HasSubstr("not checked at all")));
  EXPECT_FALSE(judgement.suggested_score);
}

}  // namespace
}  // namespace prongsai::checks
