// Tables of the assessment that state no score.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::SizeIs;

TEST(UnclearScore, SaysWhyATableStatesNoScore) {
  Report report("", 2566);
  report.record.score_readings.resize(2);
  report.record.score_readings[0].words = "ผลการประเมิน ITA";
  report.record.score_readings[1].words = "ผลการประเมิน ITA รายหน่วยงาน";
  report.record.score_readings[1].unclear = "narrow";
  const auto findings = report.run(unclear_score);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].evidence, "ผลการประเมิน ITA รายหน่วยงาน");
  EXPECT_EQ(findings[0].values.at("variant"), "narrow");
}

}  // namespace
}  // namespace prongsai::checks
