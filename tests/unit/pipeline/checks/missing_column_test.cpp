// Columns that a table owes and has not.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MissingColumn, ByTheFormOfTheTable) {
  Report report;
  report.table("issue_table", {"weakness", "responsible", "procedure", "follow_up"}, 3);
  report.table("indicator_results", {"indicator", "measure", "responsible"});
  EXPECT_THAT(report.raised(missing_column),
              ElementsAre("missing_column 3 - improvement", "missing_column - - result"));
}

TEST(MissingColumn, UnknownTablesAndAnnexedFormsOweNothing) {
  Report report;
  report.table("other", {"sequence", "other"});
  report.table("issue_table", {"weakness"}, 1).annexed_template = true;
  EXPECT_THAT(report.raised(missing_column), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
