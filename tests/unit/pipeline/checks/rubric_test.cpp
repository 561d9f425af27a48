// The rubric of 2567.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::HasSubstr;

Suggestion suggested(const Report& report) {
  return suggest_score(report.input(), run_checks(report.input()));
}

TEST(Rubric, Complete) {
  const Suggestion suggestion = suggested(sound_report());
  EXPECT_EQ(suggestion.score, 100);
  EXPECT_THAT(suggestion.reason_th, HasSubstr("ครบทั้ง 7 ประเด็น"));
  EXPECT_THAT(suggestion.reason_en, HasSubstr("all 7 issues"));
}

TEST(Rubric, HalfNamesTheIssuesThatDecided) {
  Report report = sound_report();
  report.record.cells[2].text = "....";       // issue 1: responsible
  report.record.issues[3].timeframe.reset();  // issue 4
  std::erase_if(report.record.issues, [](const IssueRecord& i) { return i.issue_no == 6; });
  const Suggestion suggestion = suggested(report);
  EXPECT_EQ(suggestion.score, 50);
  EXPECT_THAT(suggestion.reason_en, HasSubstr("4 of 7 issues are complete; not complete: Issue 1.1 (blank cell), "
                                              "Issue 1.4 (no timeframe), Issue 1.6 (not in the report)"));
}

TEST(Rubric, LessThanFourOrNoLimitationIsNothing) {
  Report few = sound_report();
  for (const std::size_t i : {0U, 1U, 2U, 3U}) few.record.issues[i].timeframe = "-";
  EXPECT_EQ(suggested(few).score, 0);
  Report unlimited = sound_report();
  for (IssueRecord& issue : unlimited.record.issues) issue.limitation = "......";
  EXPECT_EQ(suggested(unlimited).score, 0);
  unlimited.record.issues[6].limitation = "งบประมาณจำกัด";
  EXPECT_EQ(suggested(unlimited).score, 100) << "limitations are analysed, if not under every issue";
}

TEST(Rubric, WhatNoFindingSaysTakesNoPointsAway) {
  Report report = sound_report();
  for (IssueRecord& issue : report.record.issues) {  // the form calls it something else
    issue.timeframe.reset();
    issue.timeframe_at.reset();
  }
  const Suggestion suggestion = suggested(report);
  EXPECT_EQ(suggestion.score, std::nullopt);
  EXPECT_THAT(suggestion.reason_en, HasSubstr("could not be told for certain"));
}

TEST(Rubric, UnknownYearsSchemesItemsAndLayoutsGetNoScore) {
  const auto score = [](const std::function<void(Record&)>& change) {
    Report report = sound_report();
    change(report.record);
    return suggested(report).score;
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
  report.paragraph("ส่วนที่ ๔ ข้อจำกัดของหน่วยงาน", ParagraphRole::heading).paragraph("๑. กำลังคนมีน้อย");
  for (int n = 1; n <= 7; ++n) report.issue(n);
  report.table("form_analysis", {"issue", "analysis"});
  for (int n = 1; n <= 7; ++n) report.row({"ประเด็น", "ยังล่าช้า"}, n);
  report.table("form_application", {"how_applied", "procedure", "timeframe", "responsible"});
  for (int n = 1; n <= 4; ++n) report.row({"เร่งรัด", "ติดตาม", "ตลอดปีงบประมาณ", "ทุกกลุ่ม"}, n);
  const Suggestion suggestion = suggested(report);
  EXPECT_EQ(suggestion.score, 50);
  EXPECT_THAT(suggestion.reason_th, HasSubstr("ครบถ้วน 4 จาก 7"));
}

}  // namespace
}  // namespace prongsai::checks
