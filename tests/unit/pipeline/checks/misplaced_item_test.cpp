// Items under an issue that is not theirs.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MisplacedItem, ByTheAssessedYearsChecklist) {
  Report report = sound_report();
  report.record.issues[2].item_codes = {"O1", "O4", "O10"};  // O4 belongs to 1.1
  report.record.issues[5].item_codes = {"O23", "O29"};       // O29 belongs to none
  const auto findings = report.run(misplaced_item);
  EXPECT_THAT(places(findings), ElementsAre("misplaced_item 3 O4 -", "misplaced_item 6 O29 -"));
  EXPECT_EQ(findings.at(0).values.at("home"), "1.1");
}

TEST(MisplacedItem, ItemsThatStandUnderTwoIssues) {
  Report report;
  report.issue(1).item_codes = {"O11", "O12", "O13"};
  report.issue(5).item_codes = {"O11", "O12", "O13", "O22"};
  report.issue(4).item_codes = {"O34", "O35"};  // risk assessment of FY2566, not this very report's item O34
  EXPECT_THAT(report.raised(misplaced_item), IsEmpty());
}

TEST(MisplacedItem, SilentForYearsWithoutAKnownList) {
  Report report("A_seven_issue", 2568);
  report.issue(1).item_codes = {"O30"};
  EXPECT_THAT(report.raised(misplaced_item), IsEmpty());
  report.record.fiscal_year.reset();
  EXPECT_THAT(report.raised(misplaced_item), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
