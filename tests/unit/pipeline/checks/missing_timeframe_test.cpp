// Issues that do not say when.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(MissingTimeframe, DotsStateNothing) {
  Report report = sound_report();
  report.record.issues[1].timeframe = "..................";
  report.record.issues[6].timeframe.reset();
  EXPECT_THAT(report.raised(missing_timeframe), ElementsAre("missing_timeframe 2 - -", "missing_timeframe 7 - -"));
}

// Issues in an office's own words may say when and what holds them up in words that no label tells.
TEST(MissingTimeframe, IsOwedWhereIssuesAreTablesOrOneOfThemStatesIt) {
  Report prose;
  for (int issue = 1; issue <= 7; ++issue) {
    prose.issue(issue).timeframe.reset();
    prose.record.issues.back().limitation.reset();
  }
  EXPECT_THAT(prose.raised(missing_timeframe), IsEmpty());
  EXPECT_THAT(prose.raised(missing_limitation), IsEmpty());
  prose.record.issues[3].timeframe = "เมษายน ๒๕๖๗";
  prose.record.issues[3].limitation = "คนน้อย";
  EXPECT_THAT(prose.raised(missing_timeframe), SizeIs(6));
  EXPECT_THAT(prose.raised(missing_limitation), SizeIs(6));
}

TEST(MissingTimeframe, AColumnForItWillDo) {
  Report report;
  report.issue(1).timeframe.reset();
  report.table("other", {"timeframe"}, 1);
  report.row({"ตลอดปีงบประมาณ"});
  EXPECT_THAT(report.raised(missing_timeframe), IsEmpty());
  Report limits;
  limits.issue(1).limitation.reset();
  limits.issue(2);
  EXPECT_THAT(limits.raised(missing_limitation), SizeIs(1));
  limits.table("other", {"limitation"}, 1);
  limits.row({"กำลังคนมีน้อย"});
  EXPECT_THAT(limits.raised(missing_limitation), IsEmpty());
}

TEST(MissingTimeframe, FormInFourPartsHasItInTheTable) {
  Report report("B_form");
  report.issue(1).timeframe.reset();
  EXPECT_THAT(report.raised(missing_timeframe), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
