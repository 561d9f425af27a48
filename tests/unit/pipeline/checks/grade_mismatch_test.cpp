// Grades that the score beside them does not earn.
#include "scored_report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Graded {
  double score;
  std::string grade;
  bool wrong;
};

TEST(Grade, LetterScale) {
  for (const Graded& g : std::vector<Graded>{{95, "AA", false},
                                             {94.99, "A", false},
                                             {94.99, "AA", true},
                                             {85, "A", false},
                                             {84.99, "A", true},
                                             {75, "B", false},
                                             {65.38, "C", false},
                                             {54.99, "E", false},
                                             {49.99, "F", false},
                                             {91.58, "B", true},
                                             {86.8, "C", true},
                                             {98.34, "A A", false},
                                             {90, "ระดับสูง", false}}) {
    Report report("B_form");
    report.score(SubjectKind::ita, g.score, g.grade);
    EXPECT_THAT(report.raised(grade_mismatch), SizeIs(g.wrong ? 1 : 0)) << g.score << ' ' << g.grade;
  }
}

TEST(Grade, AFigureThatTwoReadingsGiveDifferentlyBlamesNoGrade) {
  Report report("B_form");
  ScoreRecord& score = report.score(SubjectKind::ita, 94.99, "AA");
  ASSERT_THAT(report.raised(grade_mismatch), SizeIs(1));
  score.doubts = {{0, 5, Certainty::conflicting, "94.99", "94.09", score.at}};
  EXPECT_THAT(report.raised(grade_mismatch), IsEmpty());
}

TEST(Grade, LevelsInWordsNeedEachInstrument) {
  const auto raised = [](double ita, double iit, double eit, double oit, const std::string& grade) {
    return with_scores(ita, iit, eit, oit, grade).raised(grade_mismatch).size();
  };
  EXPECT_EQ(raised(97.2, 96, 97, 98, "ผ่านดีเยี่ยม"), 0U);
  EXPECT_EQ(raised(95.8, 96, 92, 98.5, "ผ่านดีเยี่ยม"), 1U) << "EIT is below 95";
  EXPECT_EQ(raised(95.8, 96, 92, 98.5, "ผ่านดี"), 0U);
  EXPECT_EQ(raised(94.64, 97, 84.9, 100, "ผ่านดี"), 1U) << "EIT is below 85";
  EXPECT_EQ(raised(94.64, 97, 84.9, 100, "ผ่าน"), 0U);
  EXPECT_EQ(raised(97.2, 96, 97, 98, "ผ่าน"), 1U) << "it earned more";
  EXPECT_EQ(raised(28.8 + 29 + 39, 28.8, 29, 39, "ผ่านดีเยี่ยม"), 0U) << "weighted parts, 96–97.5 of 100 each";
}

TEST(Grade, WithoutInstrumentsTheDoubtIsTheReports) {
  for (const auto& [grade, wrong] :
       {std::pair{"ผ่านดีเยี่ยม", false}, {"ผ่านดี", false}, {"ผ่าน", false}, {"ต้องปรับปรุง", true}}) {
    Report report("B_form");
    report.score(SubjectKind::ita, 96, grade);
    EXPECT_THAT(report.raised(grade_mismatch), SizeIs(wrong ? 1 : 0)) << grade;
  }
}

TEST(Grade, ALevelBeforeItsScaleWasInUse) {
  Report report("B_form", 2565);
  report.score(SubjectKind::ita, 96, "ผ่านดีเยี่ยม").fiscal_year = 2564;
  EXPECT_THAT(report.raised(grade_mismatch), SizeIs(1));
}

TEST(Grade, OfTheDisclosureScoreAlone) {
  Report report;
  report.score(SubjectKind::oit, 95.35, "AA").unit = ScoreUnit::percent;
  EXPECT_THAT(report.raised(grade_mismatch), IsEmpty());
  report.record.scores[0].grade = "C";
  EXPECT_THAT(report.raised(grade_mismatch), SizeIs(1));
  report.record.scores[0].value = 38.56;  // weighted: no grade of its own
  EXPECT_THAT(report.raised(grade_mismatch), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
