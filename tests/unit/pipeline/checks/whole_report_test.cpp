// All checks over one report.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::IsEmpty;

TEST(WholeReport, ASoundOneRaisesNothing) {
  EXPECT_THAT(places(run_checks(sound_report().input())), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
