// Tables left blank as a whole.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(BlankTemplate, AWholeTableLeftBlank) {
  Report report;
  report.table("issue_table", kIssueColumns, 5);
  report.row({"", "....", "-", "", ""});
  EXPECT_THAT(report.raised(blank_template), ElementsAre("blank_template 5 - -"));
  EXPECT_THAT(report.raised(empty_cell), IsEmpty()) << "one finding for the table, none for its cells";
}

TEST(BlankTemplate, ATableWithoutAnyRow) {
  Report report;
  report.table("issue_table", kIssueColumns, 2);
  EXPECT_THAT(report.raised(blank_template), ElementsAre("blank_template 2 - -"));
}

TEST(BlankTemplate, NamesPrintedBeforehandFillNothing) {
  Report report("B_form");
  report.table("form_analysis", {"issue", "analysis"});
  report.row({"๑. กระบวนการปฏิบัติงาน", ""}, 1).row({"๒. การให้บริการ", "..."}, 2);
  EXPECT_THAT(report.raised(blank_template), ElementsAre("blank_template - - -"));
}

TEST(BlankTemplate, AnnexedFormCountsOnceATable) {
  Report report = sound_report();
  report.table("issue_table", kIssueColumns, 1).annexed_template = true;
  report.table("issue_table", kIssueColumns, 2).annexed_template = true;
  report.row({"", "", "", "", ""});
  const auto findings = report.run(blank_template);
  EXPECT_THAT(places(findings), ElementsAre("blank_template 1 - -", "blank_template 2 - -"));
  EXPECT_EQ(shipped_rules().severity_of(findings.at(0)), Severity::info);
}

TEST(BlankTemplate, AFormOfAnyKindInWhichOnlyTheRowsAreNumbered) {
  Report report("B_form");
  report.table("", {"sequence", "measure", "responsible", "timeframe"});
  report.row({"1", "", "", ""}).row({"2", "", "", ""}).row({"3", "", "....", ""});
  EXPECT_THAT(report.raised(blank_template), ElementsAre("blank_template - - -"));
  report.row({"4", "ติดป้ายค่าธรรมเนียม", "", ""});
  EXPECT_THAT(report.raised(blank_template), IsEmpty());
  Report budget("B_form");
  budget.table("", {"sequence", "result", "activity", "other"});
  budget.row({"1", "", "", "12,500"}).row({"2", "", "", "8,000"});
  EXPECT_THAT(budget.raised(blank_template), IsEmpty()) << "a table of other things";
}

// Half of a form filled in; what was to follow at the year's end was not.
TEST(BlankTemplate, WhereNoLayoutMatchedByItsOwnHeads) {
  Report report("");
  PageRecord page;
  page.page_no = 1;
  page.text = "แบบจัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสถานศึกษา";
  report.record.pages.push_back(page);
  report.table("results", {"measure", "result", "outcome"});
  report.row({".......", ".......", "......."}).row({".......", ".......", "......."});
  EXPECT_THAT(report.raised(blank_template), ElementsAre("blank_template - - -"));
  report.row({"ติดป้าย", "....", "...."});
  EXPECT_THAT(report.raised(blank_template), IsEmpty());
}

TEST(BlankTemplate, ATableWhoseRowsStandOverleaf) {
  Report report("A_seven_issue");
  report.table("issue_table", kIssueColumns, 2).at = {1, {60, 760, 500, 800}, TextSource::ocr, 1};
  report.table("issue_table", kIssueColumns, 2).at = {2, {60, 40, 500, 90}, TextSource::ocr, 1};
  report.row({"ผู้มาติดต่อไม่ทราบขั้นตอน", "ทำผังขั้นตอน", "กลุ่มอำนวยการ", "ร่างผัง", "รายงานทุกไตรมาส"});
  EXPECT_THAT(report.raised(blank_template), IsEmpty());
  report.paragraph("ประเด็นถัดไป");
  report.record.paragraphs.back().at = {2, {60, 10, 500, 30}, TextSource::ocr, 1};
  EXPECT_THAT(report.raised(blank_template), ElementsAre("blank_template 2 - -"));
}

TEST(BlankTemplate, AHeadPrintedAnewOverTheLastEntriesIsNoForm) {
  Report report;
  report.table("issue_table", kIssueColumns, 5).at.page_no = 4;
  report.row({"ขาดทะเบียน", "ทำทะเบียน", "กองคลัง", "สำรวจ", "รายงานผล"});
  report.table("issue_table", kIssueColumns, 5).at.page_no = 5;
  EXPECT_THAT(report.raised(blank_template), IsEmpty());
  report.record.tables.back().issue_no = 6;
  EXPECT_THAT(report.raised(blank_template), ElementsAre("blank_template 6 - -"));
}

}  // namespace
}  // namespace prongsai::checks
