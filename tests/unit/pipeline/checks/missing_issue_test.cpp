// Issues that a report owes and has not.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(MissingIssue, NamesEachOneThatIsNotThere) {
  Report report = sound_report();
  std::erase_if(report.record.issues, [](const IssueRecord& i) { return i.issue_no == 3 || i.issue_no == 6; });
  EXPECT_THAT(report.raised(missing_issue), ElementsAre("missing_issue 3 - -", "missing_issue 6 - -"));
}

TEST(MissingIssue, OnlyLayoutsWithIssuesOweThem) {
  EXPECT_THAT(sound_report().raised(missing_issue), IsEmpty());
  EXPECT_THAT(Report("E_results").raised(missing_issue), IsEmpty());
  EXPECT_THAT(Report("C_chapters,D_narrative").raised(missing_issue), IsEmpty());
  EXPECT_THAT(Report("").raised(missing_issue), IsEmpty());
  EXPECT_THAT(Report("D_narrative, B_form").raised(missing_issue), SizeIs(7));
}

// Most of the seven are there, whatever the form: the others are missing.
TEST(MissingIssue, InAnyReportThatHasMostOfThem) {
  Report report("");
  for (const int number : {1, 2, 3, 5}) report.issue(number);
  EXPECT_THAT(report.raised(missing_issue),
              ElementsAre("missing_issue 4 - -", "missing_issue 6 - -", "missing_issue 7 - -"));
}

}  // namespace
}  // namespace prongsai::checks
