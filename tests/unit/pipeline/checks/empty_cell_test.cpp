// Cells left blank.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(EmptyCell, BlankDotsDashesInAFilledRow) {
  for (const std::string blank : {"", "  ", "-", "- ", "………", "...........", "–", "_____", ". . . . ."}) {
    Report report;
    report.table("issue_table", kIssueColumns, 4);
    report.row({"ขาดทะเบียน", "ทำทะเบียน", blank, "สำรวจแล้วลงทะเบียน", "รายงานผล"});
    EXPECT_THAT(report.raised(empty_cell), ElementsAre("empty_cell 4 - responsible")) << '"' << blank << '"';
  }
}

TEST(EmptyCell, WordsFillACell) {
  for (const std::string text : {"ไม่มี", "๕", "- กลุ่มอำนวยการ", "N/A"}) {
    Report report;
    report.table("measures", {"sequence", "measure", "activity"});
    report.row({"๑", "ประหยัดพลังงาน", text});
    EXPECT_THAT(report.raised(empty_cell), IsEmpty()) << text;
  }
}

TEST(EmptyCell, AnIssueWithNothingBesideItIsAGapOfATableThatOwesNothing) {
  const auto report_of = [](const std::vector<std::string>& issues, bool last_blank) {
    Report report("");
    report.table("other", {"sequence", "issue", "analysis", "measure", "responsible"});
    for (std::size_t i = 0; i < issues.size(); ++i) {
      const bool blank = i == 1 || (last_blank && i + 1 == issues.size());
      if (blank)
        report.row({std::to_string(i + 1), issues[i], "", "", ""});
      else
        report.row({std::to_string(i + 1), issues[i], "ยังล่าช้า", "ลดขั้นตอน", "งานธุรการ"});
    }
    return report;
  };
  EXPECT_THAT(report_of({"การให้บริการ", "งบประมาณ", "ทรัพย์สิน", "การสื่อสาร"}, false).raised(empty_cell),
              ElementsAre("empty_cell - - analysis"));
  EXPECT_THAT(report_of({"การให้บริการ", "งบประมาณ", "ทรัพย์สิน", "การสื่อสาร"}, true).raised(empty_cell), IsEmpty())
      << "several such rows may head what follows";
  EXPECT_THAT(report_of({"การให้บริการ", "งบประมาณ", ""}, false).raised(empty_cell), IsEmpty()) << "rows that name none";
}

TEST(EmptyCell, ADashForAnActivityIsBlank) {
  Report report("D_narrative");
  report.table("measures", {"sequence", "measure", "activity"});
  report.row({"๑", "ประหยัดพลังงาน", "-"}).row({"", "ลดกระดาษ", "พิมพ์สองหน้า"});  // a blank number is no gap
  EXPECT_THAT(report.raised(empty_cell), ElementsAre("empty_cell - - activity"));
}

TEST(EmptyCell, TailOfATornRowIsNoRow) {
  Report report("E_results");
  report.table("results", {"measure", "procedure", "result", "outcome"});
  report.row({"ลดขั้นตอน", "ทบทวนคู่มือ", "ลดได้สองขั้น", "รอน้อยลง"}).row({"", "", "และแจ้งเวียน", ""});
  EXPECT_THAT(report.raised(empty_cell), IsEmpty());
}

TEST(EmptyCell, ARowThatGoesOnUnderTheSameHeadOnTheNextPage) {
  const std::vector<std::string> columns = {"other", "measure", "activity", "timeframe"};
  Report report("D_narrative");
  report.table("measures", columns);
  report.row({"ส่งเสริม", "จัดอบรม", "ครั้งที่หนึ่ง", "มีนาคม"});
  report.table("measures", columns);
  report.row({"", "", "ครั้งที่สอง", "เมษายน"}).row({"ติดตาม", "", "ออกตรวจ", "พฤษภาคม"});
  EXPECT_THAT(report.raised(empty_cell), ElementsAre("empty_cell - - measure")) << "the second row is one of its own";
}

TEST(EmptyCell, TheOnlyBlankOfAColumnInATableThatNoLayoutKnows) {
  Report report("");
  report.table("", {"sequence", "measure", "other", "responsible", "timeframe", "timeframe"});
  report.row({"๑", "ลดเอกสาร", "๕ แบบ", "กองคลัง", "/", ""}).row({"๒", "ติดป้าย", "๓ ป้าย", "", "", "/"});
  report.row({"๓", "อบรม", "", "กองช่าง", "", ""});
  EXPECT_THAT(report.raised(empty_cell), ElementsAre("empty_cell - - responsible"));
  // Two blanks: the office need not fill that column.
  report.row({"๔", "ประชุม", "๑ ครั้ง", "-", "/", "/"});
  EXPECT_THAT(report.raised(empty_cell), IsEmpty());
}

TEST(EmptyCell, ARowOfTotalsMayLeaveBlankWhatHasNone) {
  Report report("");
  report.table("", {"sequence", "activity", "other", "responsible", "timeframe"});
  report.row({"๑", "อบรม", "๓๐,๐๐๐", "กองคลัง", "ม.ค. ๒๕๖๗"}).row({"๒", "ติดป้าย", "๕,๐๐๐", "กองช่าง", "มี.ค. ๒๕๖๗"});
  report.row({"รวมทั้งสิ้น", "", "๓๕,๐๐๐", "", ""});
  EXPECT_THAT(report.raised(empty_cell), IsEmpty());
}

TEST(EmptyCell, AProjectNamedLikeATotalIsARowLikeTheOthers) {
  const auto raised = [](const std::vector<std::string>& last) {
    Report report("");
    report.table("", {"sequence", "activity", "other", "responsible", "timeframe"});
    report.row({"๑", "อบรม", "๓๐,๐๐๐", "กองคลัง", "ม.ค. ๒๕๖๗"});
    report.row({"๒", "ติดป้าย", "๕,๐๐๐", "กองช่าง", "มี.ค. ๒๕๖๗"});
    return report.row(last).raised(empty_cell);
  };
  EXPECT_THAT(raised({"", "รวมพลังชุมชนต้านทุจริต", "๗,๐๐๐", "", "เม.ย. ๒๕๖๗"}), ElementsAre("empty_cell - - responsible"));
  EXPECT_THAT(raised({"", "รวมทุกโครงการ", "๔๒,๐๐๐ บาท", "", ""}), IsEmpty());
  EXPECT_THAT(raised({"", "รวมทั้งสิ้น ๓ โครงการ", "เบิกจ่ายครบถ้วน", "", ""}), IsEmpty());
}

// A spreadsheet prints hashes where a figure is too wide for its column.
TEST(EmptyCell, ARowOfTotalsHoldsHashesForAFigure) {
  Report report("");
  report.table("", {"activity", "other", "other", "responsible"});
  report.row({"แผนงานการศึกษา", "๑๖", "๓๐,๐๐๐", "กองการศึกษา"}).row({"แผนงานเคหะ", "๗๕", "๕,๐๐๐", "กองช่าง"});
  report.row({"รวมทังสืน", "๙๑", "###", ""});
  EXPECT_THAT(report.raised(empty_cell), IsEmpty());
}

// Cards: a table each, with the same labels.
TEST(EmptyCell, TheOnlyBlankAmongTablesAlike) {
  Report report("");
  for (const std::string due : {"มกราคม ๒๕๖๗", "มีนาคม ๒๕๖๗", ""}) {
    report.table("", {"weakness", "measure", "responsible", "timeframe"});
    report.row({"ไม่มีทะเบียน", "จัดทำทะเบียน", "งานพัสดุ", due});
  }
  EXPECT_THAT(report.raised(empty_cell), ElementsAre("empty_cell - - timeframe"));
  report.table("", {"weakness", "measure", "responsible", "timeframe"});
  report.row({"ไม่มีป้าย", "ติดป้าย", "งานพัสดุ", ""});
  EXPECT_THAT(report.raised(empty_cell), IsEmpty()) << "two blanks: it need not be filled";
}

TEST(EmptyCell, ADashIsAnAnswerWhereNothingIsDemanded) {
  Report report("");
  report.table("", {"sequence", "measure", "responsible"});
  report.row({"๑", "ลดเอกสาร", "กองคลัง"}).row({"๒", "ติดป้าย", "-"}).row({"๓", "อบรม", "กองช่าง"});
  EXPECT_THAT(report.raised(empty_cell), IsEmpty());
}

// A kind of table that a layout demands columns of, in a report of no such layout: judged by itself.
TEST(EmptyCell, OfATableWhoseLayoutTheReportHasNot) {
  Report report("");
  report.table("results", {"sequence", "measure", "result", "outcome"});
  report.row({"๑", "ลดเอกสาร", "ลดแล้ว", "เร็วขึ้น"}).row({"๒", "ติดป้าย", "", "เห็นชัด"}).row({"๓", "อบรม", "ครบ", "เข้าใจ"});
  EXPECT_THAT(report.raised(empty_cell), ElementsAre("empty_cell - - result"));
}

TEST(EmptyCell, NotInTablesOfOtherThings) {
  Report report("");
  report.table("", {"sequence", "other", "responsible"});
  report.row({"๑", "๙๐", "กองคลัง"}).row({"๒", "๙๑", "กองช่าง"}).row({"๓", "๙๒", ""});
  EXPECT_THAT(report.raised(empty_cell), IsEmpty());
}

TEST(EmptyCell, ASubHeadAndAMeasureThatWasCalledOffOweNothing) {
  Report report("D_narrative");
  report.table("measures", {"sequence", "measure", "activity", "responsible", "timeframe"});
  report.row({"๑", "เผยแพร่ข้อมูล", "ปรับเว็บไซต์", "กลุ่มอำนวยการ", "ต.ค. ๒๕๖๖"});
  report.row({"", "ด้านการจัดซื้อจัดจ้าง", "", "", ""});
  report.row({"๒", "ยกเลิกมาตรการ (รวมกับข้อ ๑)", "-", "-", "-"});
  EXPECT_THAT(report.raised(empty_cell), IsEmpty());
  report.row({"๓", "ประกาศแผน", "", "กลุ่มการเงิน", "ธ.ค. ๒๕๖๖"});
  EXPECT_THAT(report.raised(empty_cell), ElementsAre("empty_cell - - activity"));
}

// The second row begins the next page, and elsewhere cells of that column span rows.
TEST(EmptyCell, OneThatAPageBreakMayHaveCutIsDoubtedAlone) {
  const auto codes_of = [](bool spans) {
    Report report = sound_report();
    report.table("issue_table", kIssueColumns, 1);
    report.row({"ขาดทะเบียน", "ทำทะเบียน", "กองคลัง", "สำรวจ", "รายงานผล"});
    report.row({"ป้ายเลือน", "ทำป้ายใหม่", "", "ติดตั้ง", "รายงานผล"});
    for (CellRecord& cell : report.record.cells) {
      if (cell.table_no == report.record.tables.back().table_no) cell.at.page_no = cell.row_no + 3;
      if (cell.table_no == 1 && cell.col_no == 3 && spans) cell.row_span = 2;
    }
    std::vector<std::string> codes;
    for (const Finding& finding : run_checks(report.input())) codes.push_back(finding.code);
    return codes;
  };
  EXPECT_THAT(codes_of(false), ::testing::Contains("empty_cell"));
  EXPECT_THAT(codes_of(true), ::testing::Not(::testing::Contains("empty_cell")));
  EXPECT_THAT(codes_of(true), ::testing::Contains("low_confidence"));
}

}  // namespace
}  // namespace prongsai::checks
