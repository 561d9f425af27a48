// Parts that do not add up to their total.
#include "scored_report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(ScoreSum, PartsThatAddUp) {
  EXPECT_THAT(with_scores(98.28, 29.73, 29.99, 38.56).raised(score_sum_mismatch), IsEmpty());
  EXPECT_THAT(with_scores(92.97, 28.38, 26.99, 37.62).raised(score_sum_mismatch), IsEmpty()) << "off by rounding";
  EXPECT_THAT(with_scores(91.20, 96.0, 90.0, 88.5).raised(score_sum_mismatch), IsEmpty()) << "parts as points of 100";
}

TEST(ScoreSum, PartsThatDoNot) {
  const auto findings = with_scores(92.86, 28.28, 27.99, 37.69).run(score_sum_mismatch);
  ASSERT_THAT(places(findings), ElementsAre("score_sum_mismatch - - -"));
  EXPECT_EQ(findings[0].evidence, "28.28 + 27.99 + 37.69 / 92.86");
  EXPECT_EQ(findings[0].values.at("sum"), "93.96");
}

TEST(ScoreSum, OfAnotherOfficeSaysWhose) {
  Report report = with_scores(92.86, 28.28, 27.99, 37.69);
  EXPECT_EQ(report.run(score_sum_mismatch).at(0).values.at("whose"), "");
  for (ScoreRecord& score : report.record.scores) score.agency = "สถานีตำรวจภูธรบ้านสวน";
  const Finding finding = report.run(score_sum_mismatch).at(0);
  EXPECT_THAT(finding.values.at("whose"), HasSubstr("สถานีตำรวจภูธรบ้านสวน"));
}

TEST(ScoreSum, OnlyOneOfficeAndYearAtATime) {
  Report report("B_form");
  for (const int year : {2565, 2566}) report.score(SubjectKind::ita, year == 2565 ? 90.0 : 60.0).fiscal_year = year;
  for (const SubjectKind part : {SubjectKind::iit, SubjectKind::eit, SubjectKind::oit})
    report.score(part, 20).fiscal_year = 2566;
  EXPECT_THAT(report.raised(score_sum_mismatch), IsEmpty());
  Report table("F_announcement");
  for (const char* office : {"หน่วยงาน ก", "หน่วยงาน ข"}) {
    for (const auto& [subject, value] : {std::pair{SubjectKind::iit, 29.0},
                                         {SubjectKind::eit, 28.0},
                                         {SubjectKind::oit, 38.0},
                                         {SubjectKind::ita, 95.0}}) {
      ScoreRecord& score = table.score(subject, value);
      score.agency = office;
      score.from_table = true;
    }
  }
  table.record.scores.back().value = 97.0;
  EXPECT_THAT(table.raised(score_sum_mismatch), SizeIs(1)) << "the second row alone";
}

TEST(ScoreSum, OneTotalAndOneSetOfPartsBelongTogether) {
  Report report = with_scores(92.97, 28.38, 26.99, 40);
  report.record.scores[0].fiscal_year = 2565;  // as the words around it seem to say
  EXPECT_THAT(report.raised(score_sum_mismatch), SizeIs(1));
  report.record.scores[0].year_from = StatedIn::sentence;
  EXPECT_THAT(report.raised(score_sum_mismatch), IsEmpty()) << "last year's total beside this year's parts";
}

TEST(ScoreSum, AnIncompleteSetIsNoMismatch) {
  Report report("B_form");
  report.score(SubjectKind::ita, 95);
  report.score(SubjectKind::oit, 20);
  EXPECT_THAT(report.raised(score_sum_mismatch), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
