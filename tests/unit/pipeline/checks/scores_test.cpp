// Checks of scores and grades, and the 2567 rubric.
#include "pipeline/checks/score_groups.hpp"
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Report with_scores(double ita, double iit, double eit, double oit, std::optional<std::string> grade = std::nullopt) {
  Report report("B_form");
  report.score("ITA", ita, std::move(grade));
  report.score("IIT", iit);
  report.score("EIT", eit);
  report.score("OIT", oit);
  return report;
}

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
  for (const int year : {2565, 2566}) report.score("ITA", year == 2565 ? 90.0 : 60.0).fiscal_year = year;
  for (const char* part : {"IIT", "EIT", "OIT"}) report.score(part, 20).fiscal_year = 2566;
  EXPECT_THAT(report.raised(score_sum_mismatch), IsEmpty());
  Report table("F_announcement");
  for (const char* office : {"หน่วยงาน ก", "หน่วยงาน ข"}) {
    for (const auto& [subject, value] :
         {std::pair{"IIT", 29.0}, {"EIT", 28.0}, {"OIT", 38.0}, {"ITA", office[27] != 0 ? 95.0 : 95.0}}) {
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
}

TEST(ScoreSum, AnIncompleteSetIsNoMismatch) {
  Report report("B_form");
  report.score("ITA", 95);
  report.score("OIT", 20);
  EXPECT_THAT(report.raised(score_sum_mismatch), IsEmpty());
}

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
    report.score("ITA", g.score, g.grade);
    EXPECT_THAT(report.raised(grade_mismatch), SizeIs(g.wrong ? 1 : 0)) << g.score << ' ' << g.grade;
  }
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
    report.score("ITA", 96, grade);
    EXPECT_THAT(report.raised(grade_mismatch), SizeIs(wrong ? 1 : 0)) << grade;
  }
}

TEST(Grade, ALevelBeforeItsScaleWasInUse) {
  Report report("B_form", 2565);
  report.score("ITA", 96, "ผ่านดีเยี่ยม").fiscal_year = 2564;
  EXPECT_THAT(report.raised(grade_mismatch), SizeIs(1));
}

TEST(Grade, OfTheDisclosureScoreAlone) {
  Report report;
  report.score("OIT", 95.35, "AA").unit = "percent";
  EXPECT_THAT(report.raised(grade_mismatch), IsEmpty());
  report.record.scores[0].grade = "C";
  EXPECT_THAT(report.raised(grade_mismatch), SizeIs(1));
  report.record.scores[0].value = 38.56;  // weighted: no grade of its own
  EXPECT_THAT(report.raised(grade_mismatch), IsEmpty());
}

TEST(ScoreConflict, TwoValuesForOneThing) {
  Report report("C_chapters", 2566);
  for (const double value : {98.08, 97.5}) report.score("indicator", value).subject_no = "1";
  EXPECT_THAT(report.raised(score_conflict), ElementsAre("score_conflict - - -"));
}

TEST(ScoreConflict, RoundingAndOtherThingsAreNone) {
  Report report("C_chapters", 2566);
  report.score("indicator", 98.08).subject_no = "1";
  report.score("indicator", 98.1).subject_no = "1";
  report.score("indicator", 91).subject_no = "2";
  report.score("indicator", 92).subject_no = "1";
  report.record.scores.back().fiscal_year = 2565;
  report.score("indicator", 93).subject_no = "1";
  report.record.scores.back().agency = "ค่าเฉลี่ยระดับประเทศ";
  EXPECT_THAT(report.raised(score_conflict), IsEmpty());
}

TEST(ScoreConflict, TwoTablesOfOneOfficeAndYearContradictEachOther) {
  Report report("F_announcement", 2566);
  const auto add = [&](double value, const std::string& office, int page) {
    ScoreRecord& score = report.score("ITA", value);
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
  report.score("IIT", 93.70);
  report.score("IIT", 28.11);
  EXPECT_THAT(report.raised(score_conflict), IsEmpty());
}

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

TEST(Unaddressed, FailedItemsThatNoIssueAnalyses) {
  Report report = sound_report();
  report.paragraph("ให้หน่วยงานเลือกตัวที่ไม่ผ่านมาวิเคราะห์เป็นลำดับแรก");
  ScoreRecord& failed = report.score("item", 0);
  failed.subject_no = "O29";
  failed.quote = "ตัวชี้วัดข้อ ๒๙ ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริต คณะกรรมการให้ ๐ คะแนน";
  EXPECT_THAT(report.raised(unaddressed_item), ElementsAre("unaddressed_item - O29 -"));
  report.record.scores.back().value = 50;
  EXPECT_THAT(report.raised(unaddressed_item), IsEmpty());
}

TEST(Unaddressed, AnalysedByCodeOrByName) {
  for (const std::string weakness : {"ข้อ O29 ไม่ผ่านเพราะลงผิดหน้า", "ข้อมูลสถิติเรื่องร้องเรียนการทุจริตไม่เป็นปัจจุบัน"}) {
    Report report = sound_report();
    report.paragraph("โดยเลือกตัวที่ไม่ผ่านมาวิเคราะห์เป็นลำดับแรก");
    ScoreRecord& failed = report.score("item", 0);
    failed.subject_no = "O29";
    failed.quote = "ตัวชี้วัดข้อ ๒๙ ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริต คณะกรรมการให้ ๐ คะแนน";
    report.record.cells[0].text = weakness;
    EXPECT_THAT(report.raised(unaddressed_item), IsEmpty()) << weakness;
  }
}

TEST(Unaddressed, SilentWhereTheReportDoesNotShowTheDemand) {
  Report report = sound_report();
  report.score("item", 0).subject_no = "O29";
  EXPECT_THAT(report.raised(unaddressed_item), IsEmpty());
}

TEST(Rubric, Complete) {
  const Suggestion suggestion = suggest_score(sound_report().input());
  EXPECT_EQ(suggestion.score, 100);
  EXPECT_THAT(suggestion.reason_th, HasSubstr("ครบทั้ง 7 ประเด็น"));
  EXPECT_THAT(suggestion.reason_en, HasSubstr("all 7 issues"));
}

TEST(Rubric, HalfNamesTheIssuesThatDecided) {
  Report report = sound_report();
  report.record.cells[2].text = "....";       // issue 1: responsible
  report.record.issues[3].timeframe.reset();  // issue 4
  std::erase_if(report.record.issues, [](const IssueRecord& i) { return i.issue_no == 6; });
  const Suggestion suggestion = suggest_score(report.input());
  EXPECT_EQ(suggestion.score, 50);
  EXPECT_THAT(suggestion.reason_en, HasSubstr("4 of 7 issues are complete; not complete: Issue 1.1 (blank cell), "
                                              "Issue 1.4 (no timeframe), Issue 1.6 (not in the report)"));
}

TEST(Rubric, LessThanFourOrNoLimitationIsNothing) {
  Report few = sound_report();
  for (const std::size_t i : {0U, 1U, 2U, 3U}) few.record.issues[i].timeframe = "-";
  EXPECT_EQ(suggest_score(few.input()).score, 0);
  Report unlimited = sound_report();
  for (IssueRecord& issue : unlimited.record.issues) issue.limitation.reset();
  EXPECT_EQ(suggest_score(unlimited.input()).score, 0);
  unlimited.record.issues[6].limitation = "งบประมาณจำกัด";
  EXPECT_EQ(suggest_score(unlimited.input()).score, 100) << "limitations are analysed, if not under every issue";
}

TEST(Rubric, UnknownYearsSchemesItemsAndLayoutsGetNoScore) {
  const auto score = [](const std::function<void(Record&)>& change) {
    Report report = sound_report();
    change(report.record);
    return suggest_score(report.input()).score;
  };
  EXPECT_EQ(score([](Record& r) { r.fiscal_year = 2568; }), std::nullopt);
  EXPECT_EQ(score([](Record& r) { r.fiscal_year.reset(); }), std::nullopt);
  EXPECT_EQ(score([](Record& r) { r.item_code = "O42"; }), std::nullopt);
  EXPECT_EQ(score([](Record& r) { r.agency = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน"; }), std::nullopt);
  EXPECT_EQ(score([](Record& r) { r.agency.reset(); }), std::nullopt);
  EXPECT_EQ(score([](Record& r) { r.layout = "D_narrative"; }), std::nullopt);
  EXPECT_EQ(score([](Record& r) { r.status = Status::failed; }), std::nullopt);
}

TEST(Rubric, FormInFourParts) {
  Report report("B_form");
  report.paragraph("ส่วนที่ ๔ ข้อจำกัดของหน่วยงาน", "heading").paragraph("๑. กำลังคนมีน้อย");
  for (int n = 1; n <= 7; ++n) report.issue(n);
  report.table("form_analysis", {"issue", "analysis"});
  for (int n = 1; n <= 7; ++n) report.row({"ประเด็น", "ยังล่าช้า"}, n);
  report.table("form_application", {"how_applied", "procedure", "timeframe", "responsible"});
  for (int n = 1; n <= 4; ++n) report.row({"เร่งรัด", "ติดตาม", "ตลอดปีงบประมาณ", "ทุกกลุ่ม"}, n);
  const Suggestion suggestion = suggest_score(report.input());
  EXPECT_EQ(suggestion.score, 50);
  EXPECT_THAT(suggestion.reason_th, HasSubstr("ครบถ้วน 4 จาก 7"));
}

}  // namespace
}  // namespace prongsai::checks
