// Checks of a report's structure: issues, columns, cells, timeframes, limitations, items under issues.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(MissingIssue, NamesEachOneThatIsNotThere) {
  Report report = sound_report();
  std::erase_if(report.record.issues, [](const IssueRecord& i) { return i.issue_no == 3 || i.issue_no == 6; });
  EXPECT_THAT(report.raised(missing_issue), ElementsAre("missing_issue 3 - -", "missing_issue 6 - -"));
}

TEST(MissingIssue, OnlyLayoutsWithIssuesOweThem) {
  EXPECT_THAT(sound_report().raised(missing_issue), IsEmpty());
  EXPECT_THAT(Report("E_results").raised(missing_issue), IsEmpty());
  EXPECT_THAT(Report("C_chapters,D_narrative").raised(missing_issue), IsEmpty());
  EXPECT_THAT(Report("").raised(missing_issue), IsEmpty());
  EXPECT_THAT(Report("D_narrative, B_form").raised(missing_issue), SizeIs(7));
}

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

TEST(MissingTimeframe, DotsStateNothing) {
  Report report = sound_report();
  report.record.issues[1].timeframe = "..................";
  report.record.issues[6].timeframe.reset();
  EXPECT_THAT(report.raised(missing_timeframe), ElementsAre("missing_timeframe 2 - -", "missing_timeframe 7 - -"));
}

// Issues in an office's own words may say when and what holds them up in words that no label tells.
TEST(MissingTimeframe, IsOwedWhereIssuesAreTablesOrOneOfThemStatesIt) {
  Report prose;
  for (int issue = 1; issue <= 7; ++issue) {
    prose.issue(issue).timeframe.reset();
    prose.record.issues.back().limitation.reset();
  }
  EXPECT_THAT(prose.raised(missing_timeframe), IsEmpty());
  EXPECT_THAT(prose.raised(missing_limitation), IsEmpty());
  prose.record.issues[3].timeframe = "เมษายน ๒๕๖๗";
  prose.record.issues[3].limitation = "คนน้อย";
  EXPECT_THAT(prose.raised(missing_timeframe), SizeIs(6));
  EXPECT_THAT(prose.raised(missing_limitation), SizeIs(6));
}

TEST(MissingTimeframe, AColumnForItWillDo) {
  Report report;
  report.issue(1).timeframe.reset();
  report.table("other", {"timeframe"}, 1);
  report.row({"ตลอดปีงบประมาณ"});
  EXPECT_THAT(report.raised(missing_timeframe), IsEmpty());
}

TEST(MissingTimeframe, FormInFourPartsHasItInTheTable) {
  Report report("B_form");
  report.issue(1).timeframe.reset();
  EXPECT_THAT(report.raised(missing_timeframe), IsEmpty());
}

TEST(MissingLimitation, OfAnIssue) {
  Report report = sound_report();
  report.record.issues[2].limitation = "…………………";
  EXPECT_THAT(report.raised(missing_limitation), ElementsAre("missing_limitation 3 - -"));
  report.record.issues[2].limitation = "ไม่มี";  // none is a statement
  EXPECT_THAT(report.raised(missing_limitation), IsEmpty());
}

TEST(MissingLimitation, FourthPartOfTheForm) {
  Report report("B_form");
  report.paragraph("ส่วนที่ ๔ การวิเคราะห์ข้อจำกัดของหน่วยงาน", "heading");
  EXPECT_THAT(report.raised(missing_limitation), ElementsAre("missing_limitation - - -")) << "heading alone";
  report.paragraph(" - ").paragraph("(นางสมพร ใจเย็น)").paragraph("ศึกษาธิการจังหวัดน่าน");
  EXPECT_THAT(report.raised(missing_limitation), ElementsAre("missing_limitation - - -"))
      << "a signature is no text of it";
}

TEST(MissingLimitation, FourthPartFilled) {
  Report report("B_form");
  report.paragraph("ส่วนที่ ๔ การวิเคราะห์ข้อจำกัดของหน่วยงาน").paragraph("๑. บุคลากรย้ายบ่อย");
  EXPECT_THAT(report.raised(missing_limitation), IsEmpty());
  EXPECT_THAT(Report("B_form").raised(missing_limitation), ElementsAre("missing_limitation - - -"));
  EXPECT_THAT(Report("D_narrative").raised(missing_limitation), IsEmpty());
}

TEST(MisplacedItem, ByTheAssessedYearsChecklist) {
  Report report = sound_report();
  report.record.issues[2].item_codes = {"O1", "O4", "O10"};  // O4 belongs to 1.1
  report.record.issues[5].item_codes = {"O23", "O29"};       // O29 belongs to none
  const auto findings = report.run(misplaced_item);
  EXPECT_THAT(places(findings), ElementsAre("misplaced_item 3 O4 -", "misplaced_item 6 O29 -"));
  EXPECT_EQ(findings.at(0).values.at("home"), "1.1");
}

TEST(MisplacedItem, ItemsThatStandUnderTwoIssues) {
  Report report;
  report.issue(1).item_codes = {"O11", "O12", "O13"};
  report.issue(5).item_codes = {"O11", "O12", "O13", "O22"};
  report.issue(4).item_codes = {"O34", "O35"};  // risk assessment of FY2566, not this very report's item O34
  EXPECT_THAT(report.raised(misplaced_item), IsEmpty());
}

TEST(MisplacedItem, SilentForYearsWithoutAKnownList) {
  Report report("A_seven_issue", 2568);
  report.issue(1).item_codes = {"O30"};
  EXPECT_THAT(report.raised(misplaced_item), IsEmpty());
  report.record.fiscal_year.reset();
  EXPECT_THAT(report.raised(misplaced_item), IsEmpty());
}

TEST(WholeReport, ASoundOneRaisesNothing) {
  EXPECT_THAT(places(run_checks(sound_report().input())), IsEmpty());
}

// Most of the seven are there, whatever the form: the others are missing.
TEST(MissingIssue, InAnyReportThatHasMostOfThem) {
  Report report("");
  for (const int number : {1, 2, 3, 5}) report.issue(number);
  EXPECT_THAT(report.raised(missing_issue),
              ElementsAre("missing_issue 4 - -", "missing_issue 6 - -", "missing_issue 7 - -"));
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

}  // namespace
}  // namespace prongsai::checks
