// Two values for one thing.
#include "scored_report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(ScoreConflict, TwoValuesForOneThing) {
  Report report("C_chapters", 2566);
  for (const double value : {98.08, 97.5}) report.score(SubjectKind::indicator, value).subject_no = "1";
  EXPECT_THAT(report.raised(score_conflict), ElementsAre("score_conflict - - -"));
}

TEST(ScoreConflict, RoundingAndOtherThingsAreNone) {
  Report report("C_chapters", 2566);
  report.score(SubjectKind::indicator, 98.08).subject_no = "1";
  report.score(SubjectKind::indicator, 98.1).subject_no = "1";
  report.score(SubjectKind::indicator, 91).subject_no = "2";
  report.score(SubjectKind::indicator, 92).subject_no = "1";
  report.record.scores.back().fiscal_year = 2565;
  report.score(SubjectKind::indicator, 93).subject_no = "1";
  report.record.scores.back().agency = "ค่าเฉลี่ยระดับประเทศ";
  EXPECT_THAT(report.raised(score_conflict), IsEmpty());
}

TEST(ScoreConflict, TwoTablesOfOneOfficeAndYearContradictEachOther) {
  Report report("F_announcement", 2566);
  const auto add = [&](double value, const std::string& office, int page) {
    ScoreRecord& score = report.score(SubjectKind::ita, value);
    score.agency = office;
    score.from_table = true;
    score.at.page_no = page;
  };
  add(93.10, "โรงเรียนบ้านเขาสมมุติ", 1);
  add(88.20, "โรงเรียนบ้านทุ่งสมมุติ", 1);
  add(93.10, "โรงเรียนบ้านเขาสมมุติ", 2);
  EXPECT_THAT(report.raised(score_conflict), IsEmpty());
  add(90.45, "โรงเรียนบ้านเขาสมมุติ", 3);
  add(81.15, "โรงเรียนบ้านทุ่งสมมุติ", 3);
  EXPECT_THAT(report.raised(score_conflict), SizeIs(2)) << "one finding for each two pages that contradict each other";
}

TEST(ScoreConflict, AnInstrumentMayBeStatedOfAHundredAndWeighted) {
  Report report("C_chapters", 2566);
  report.score(SubjectKind::iit, 93.70);
  report.score(SubjectKind::iit, 28.11);
  EXPECT_THAT(report.raised(score_conflict), IsEmpty());
}

TEST(ScoreConflict, TotalAndPartsCreditedToDifferentOffices) {
  Report report = with_scores(98.28, 29.73, 29.99, 38.56);
  EXPECT_THAT(report.raised(score_conflict), IsEmpty());
  report.record.scores[0].agency = "สำนักงานศึกษาธิการจังหวัดตาก";
  const auto findings = report.run(score_conflict);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings[0].evidence, HasSubstr("จังหวัดตาก"));
  for (ScoreRecord& score : report.record.scores) score.from_table = true;
  EXPECT_THAT(report.raised(score_conflict), IsEmpty()) << "rows of a table of results";
}

TEST(ScoreConflict, IsAnErrorOnlyWhereBothSayWhoseAndWhenTheyAre) {
  Report report("C_chapters", 2566);
  for (const double value : {98.08, 97.5}) report.score(SubjectKind::indicator, value).subject_no = "1";
  const auto variant = [&] { return report.run(score_conflict).front().values.at("variant"); };
  EXPECT_EQ(variant(), "values_inherited");
  for (ScoreRecord& score : report.record.scores) score.agency_from = score.year_from = StatedIn::sentence;
  EXPECT_EQ(variant(), "values");
}

}  // namespace
}  // namespace prongsai::checks
