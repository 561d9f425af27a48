// Whole documents: from paragraphs and tables, built by hand, to records.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "document_builder.hpp"
#include "extractors/layouts/dump.hpp"
#include "extractors/layouts/layout_engine.hpp"
#include "extractors/layouts/score_records.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;
using test::kIssueHeaders;
using test::kIssueTitles;

const LayoutEngine& engine() {
  static const LayoutEngine kEngine(test::kDataFolder);
  return kEngine;
}

Record extract(const DocumentBuilder& builder, const Submission& submission = {}) {
  return engine().extract(builder.build(), submission);
}

std::string thai_digit(std::size_t number) {
  return std::string("๑๒๓๔๕๖๗").substr((number - 1) * 3, 3);
}

std::vector<std::string> filled_row() {
  return {"คู่มือเก่า", "ปรับปรุงคู่มือ", "กลุ่มอำนวยการ", "๑. สำรวจ ๒. ปรับปรุง", "รายงานทุกเดือน"};
}

// Issue sections of the seven-issue form from..to, each with a table and its entries in the last row.
void add_issues(DocumentBuilder& builder, std::size_t from, std::size_t to) {
  for (std::size_t issue = from; issue <= to; ++issue) {
    builder.text("ประเด็นที่ ๑." + thai_digit(issue) + " " + kIssueTitles[issue - 1]);
    builder.text("๐๔ ๐๑๑").text("การวิเคราะห์ผลการประเมิน");
    builder.table(kIssueHeaders, {filled_row()});
    builder.spanning("ระยะเวลาดำเนินการ : ปีงบประมาณ พ.ศ. ๒๕๖๗ ข้อจำกัดของหน่วยงาน : งบประมาณจำกัด");
  }
}

DocumentBuilder seven_issues() {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน")
      .text("สำนักงานศึกษาธิการจังหวัดน่าน")
      .text("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.text("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖");
  add_issues(builder, 1, 7);
  return builder;
}

TEST(Engine, ReadsTheSevenIssueForm) {
  const Record record = extract(seven_issues());
  EXPECT_EQ(record.layout, "A_seven_issue");
  EXPECT_EQ(record.agency, "สำนักงานศึกษาธิการจังหวัดน่าน");
  EXPECT_EQ(record.fiscal_year, 2567);
  EXPECT_EQ(record.item_code, "O34") << "the one item that asks for measures in 2567";
  ASSERT_EQ(record.issues.size(), 7U);
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_EQ(record.issues[i].issue_no, static_cast<int>(i) + 1);
    EXPECT_EQ(record.issues[i].title, kIssueTitles[i]);
    EXPECT_EQ(record.issues[i].item_codes, (std::vector<std::string>{"O4", "O11"}));
    EXPECT_EQ(record.issues[i].timeframe, "ปีงบประมาณ พ.ศ. ๒๕๖๗");
    EXPECT_EQ(record.issues[i].limitation, "งบประมาณจำกัด");
  }
  ASSERT_EQ(record.tables.size(), 7U);
  EXPECT_EQ(record.tables[2].issue_no, 3);
  EXPECT_EQ(record.tables[2].role, "issue_table");
  ASSERT_EQ(record.cells.size(), 35U);
  EXPECT_EQ(record.cells[7].column_key, "responsible");
  EXPECT_EQ(record.cells[7].issue_no, 2);
  EXPECT_EQ(record.cells[7].row_no, 1);
}

TEST(Engine, ReadsEntriesBelowTheTable) {
  DocumentBuilder builder;
  builder.text("ประเด็นที่ ๑.๑ " + kIssueTitles[0]).table(kIssueHeaders, {filled_row()});
  builder.text("ระยะเวลาดำเนินการ").text("ตุลาคม ๒๕๖๖ ถึง กันยายน ๒๕๖๗");
  builder.text("ข้อจำกัดของหน่วยงาน").lines({"ผู้รับผิดชอบมีหน้าที่หลายด้านและต้องเดินทาง", "บ่อยครั้ง"});
  builder.text("ประเด็นที่ ๑.๒ " + kIssueTitles[1]).table(kIssueHeaders, {filled_row()});
  builder.text("ระยะเวลาดำเนินการ : ..........")
      .text("ข้อจำกัดของหน่วยงาน : -")
      .text("(นายสมมติ ใจงาม)")
      .text("ศึกษาธิการจังหวัดน่าน");
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 2U);
  EXPECT_EQ(record.issues[0].timeframe, "ตุลาคม ๒๕๖๖ ถึง กันยายน ๒๕๖๗");
  EXPECT_EQ(record.issues[0].limitation, "ผู้รับผิดชอบมีหน้าที่หลายด้านและต้องเดินทางบ่อยครั้ง");
  EXPECT_EQ(record.issues[1].timeframe, std::nullopt) << "dots are no timeframe";
  EXPECT_EQ(record.issues[1].limitation, std::nullopt) << "a dash is none, and a signature is no part of it";
  EXPECT_EQ(record.agency, "สำนักงานศึกษาธิการจังหวัดน่าน") << "its head signs for an office";
  EXPECT_EQ(record.fiscal_year, 2567);
}

TEST(Engine, AnAnnexedFormIsNotTheReports) {
  DocumentBuilder builder;
  builder.text("แบบฟอร์มมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  for (std::size_t issue : {1U, 2U}) {
    builder.text("ประเด็นที่ ๓." + thai_digit(issue) + " " + kIssueTitles[issue - 1]).text("๐๔");
    builder.table(kIssueHeaders, {{"", "", "", "", ""}, {"", "", "", "", ""}});
  }
  builder.page();
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน").text("สำนักงานศึกษาธิการจังหวัดตาก ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  add_issues(builder, 1, 4);
  builder.text("ประเด็นที่ ๑.๕ " + kIssueTitles[4]).table(kIssueHeaders, {{"", "", "", "", ""}});
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 5U);
  EXPECT_EQ(record.issues[0].at.page_no, 2);
  ASSERT_EQ(record.tables.size(), 7U);
  EXPECT_TRUE(record.tables[0].annexed_template);
  EXPECT_EQ(record.tables[0].issue_no, 1);
  EXPECT_TRUE(record.tables[1].annexed_template);
  EXPECT_FALSE(record.tables[2].annexed_template);
  EXPECT_FALSE(record.tables[6].annexed_template) << "left blank by the report itself";
  EXPECT_EQ(record.tables[6].issue_no, 5);
  EXPECT_EQ(record.paragraphs[0].role, "annex");
}

TEST(Engine, AReportMayKeepTheFormsTitle) {
  DocumentBuilder builder;
  builder.text("แบบฟอร์มมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน").text("สำนักงานศึกษาธิการจังหวัดตาก");
  add_issues(builder, 1, 7);
  const Record record = extract(builder);
  EXPECT_EQ(record.issues.size(), 7U);
  EXPECT_TRUE(
      std::none_of(record.tables.begin(), record.tables.end(), [](const auto& t) { return t.annexed_template; }));
}

TEST(Engine, AListOfIssuesIsNoSection) {
  DocumentBuilder builder;
  builder.text("การวิเคราะห์แบ่งเป็น ๗ ประเด็น ดังนี้");
  for (std::size_t issue = 1; issue <= 7; ++issue) builder.text(thai_digit(issue) + ". " + kIssueTitles[issue - 1]);
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  add_issues(builder, 1, 3);
  const Record record = extract(builder);
  EXPECT_EQ(record.issues.size(), 3U);
}

TEST(Engine, ReadsTheFormInFourParts) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน").text("สำนักงานศึกษาธิการจังหวัดเลย ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.text("ส่วนที่ ๑ ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖");
  builder.text("ในภาพรวม ๙๓.๔๐ คะแนน อยู่ในระดับ A");
  builder.text("ส่วนที่ ๒ การวิเคราะห์ผลการประเมิน");
  std::vector<std::vector<std::string>> rows;
  for (std::size_t issue = 1; issue <= 7; ++issue)
    rows.push_back({thai_digit(issue) + ". " + kIssueTitles[issue - 1], "พบว่ายังล่าช้า"});
  builder.table({"ประเด็น", "ผลการวิเคราะห์"}, rows);
  builder.text("ส่วนที่ ๓ การกำหนดวิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ");
  builder.table({"วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ", "ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลา", "ผู้รับผิดชอบ/ผู้เกี่ยวข้อง"},
                {{"ประเด็นที่ ๑.๓ ปรับปรุงข่าวให้เป็นปัจจุบัน", "๑. แต่งตั้งผู้ดูแล", "ปีงบประมาณ พ.ศ. ๒๕๖๗", "กลุ่มอำนวยการ"}});
  builder.text("ส่วนที่ ๔ การวิเคราะห์ข้อจำกัดของหน่วยงาน").text("๑. บุคลากรมีน้อย").text("(นางสมมติ ใจงาม)");
  const Record record = extract(builder);
  EXPECT_EQ(record.layout, "B_form");
  ASSERT_EQ(record.issues.size(), 7U);
  EXPECT_EQ(record.issues[6].title, kIssueTitles[6]);
  EXPECT_TRUE(record.issues[0].item_codes.empty());
  ASSERT_EQ(record.cells.size(), 18U);
  EXPECT_EQ(record.cells[4].issue_no, 3);
  EXPECT_EQ(record.cells[14].column_key, "how_applied");
  EXPECT_EQ(record.cells[14].issue_no, 3);
  ASSERT_EQ(record.scores.size(), 1U);
  EXPECT_EQ(record.scores[0].fiscal_year, 2566);
  const auto limitation = std::count_if(record.paragraphs.begin(), record.paragraphs.end(), [](const auto& p) {
    return p.role == "limitation" && p.text == "๑. บุคลากรมีน้อย";
  });
  EXPECT_EQ(limitation, 1);
}

TEST(Engine, ReadsIndicatorTables) {
  DocumentBuilder builder;
  builder.text("บทที่ ๓").table(
      {"ตัวชี้วัดที่ต้องพัฒนา", "มาตรการ/แนวทางในการพัฒนา", "ผู้รับผิดชอบ/ผู้เกี่ยวข้อง", "การกำกับติดตาม/รายงานผล"},
      {{"ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", "จัดทำทะเบียน", "- กลุ่มคลัง", "ทุกเดือน"},
       {"การเปิดเผยข้อมูล", "ปรับปรุงเว็บไซต์", "- กลุ่ม ICT", "ทุกเดือน"}});
  builder.text("บทที่ ๔").table({"ตัวชี้วัดที่ต้องพัฒนา", "มาตรการ/แนวทางในการพัฒนา", "ผู้รับผิดชอบ/ผู้เกี่ยวข้อง", "ผลการดำเนินการ"},
                              {{"ตัวชี้วัดที่ 10 การป้องกันการทุจริต", "ประกาศนโยบาย", "ทุกกลุ่ม", "ประกาศแล้ว"}});
  const Record record = extract(builder);
  EXPECT_EQ(record.layout, "C_chapters");
  EXPECT_TRUE(record.issues.empty());
  ASSERT_EQ(record.cells.size(), 12U);
  EXPECT_EQ(record.cells[3].indicator_no, 4);
  EXPECT_EQ(record.cells[4].indicator_no, 9) << "by its name";
  EXPECT_EQ(record.cells[8].indicator_no, 10);
  EXPECT_EQ(record.tables[1].role, "indicator_results");
}

TEST(Engine, ATableGoesOnWithoutItsHeader) {
  DocumentBuilder builder;
  builder.table({"ลำดับ", "มาตรการ/แนวทาง", "กิจกรรม"}, {{"๑", "การรับสินบน", "- ประกาศนโยบาย"}});
  builder.page().table({"", "", ""}, {{"๒", "การร้องเรียน", "- เพิ่มช่องทาง"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.tables.size(), 1U);
  ASSERT_EQ(record.cells.size(), 6U);
  EXPECT_EQ(record.cells[5].column_key, "activity");
  EXPECT_EQ(record.cells[5].row_no, 2);
}

TEST(Engine, ColumnsAreNamedByTheirOwnTitleUnderAJointOne) {
  DocumentBuilder builder;
  std::vector<std::string> headers = kIssueHeaders;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    headers[i] = (i < 2 ? "การวิเคราะห์ผลการประเมิน " : "การกำหนดวิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ ") + headers[i];
  }
  builder.text("ประเด็นที่ ๑.๑ " + kIssueTitles[0]).table(headers, {filled_row()});
  Document document = builder.build();
  for (std::size_t i = 0; i < kIssueHeaders.size(); ++i) document.tables[0].rows[0].cells[i].text = kIssueHeaders[i];
  const Record record = engine().extract(document, {});
  ASSERT_EQ(record.tables.size(), 1U);
  EXPECT_EQ(record.tables[0].role, "issue_table");
  EXPECT_EQ(record.cells[0].column_key, "weakness");
  EXPECT_EQ(record.cells[4].column_key, "follow_up");
}

TEST(Engine, ARowOfTitlesInTheBodyIsTheHeader) {
  DocumentBuilder builder;
  builder.table({"", "", ""}, {{"ลำดับ", "มาตรการ/แนวทาง", "กิจกรรม"}, {"๑", "การรับสินบน", "- ประกาศ"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.cells.size(), 3U);
  EXPECT_EQ(record.cells[1].column_key, "measure");
  EXPECT_EQ(record.cells[1].header_text, "มาตรการ/แนวทาง");
}

TEST(Engine, AListOfContentsIsNoTable) {
  DocumentBuilder builder;
  builder.text("สารบัญ").table({"", "หน้า"}, {{"บทที่ ๑ บทนำ", "๑"}, {"บทที่ ๒ ผล", "๓"}});
  builder.text("ตารางอื่น").table({"รายการ", "งบประมาณ (บาท)"}, {{"ค่าวัสดุ", "๕๐๐"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.tables.size(), 1U);
  EXPECT_EQ(record.cells[1].column_key, "other");
}

TEST(Engine, ARunningHeadEndsNoSection) {
  DocumentBuilder builder;
  const std::string title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน";
  builder.text(title).text("ประเด็นที่ ๑.๑ " + kIssueTitles[0]).text("๐๔ ๐๑๑").page();
  builder.text(title).table(kIssueHeaders, {filled_row()});
  const Record record = extract(builder);
  ASSERT_EQ(record.tables.size(), 1U);
  EXPECT_EQ(record.tables[0].issue_no, 1) << dump_record(record);
}

TEST(Engine, OneLongTableMayHoldAllIssues) {
  DocumentBuilder builder;
  builder.table(kIssueHeaders, {});
  for (std::size_t issue = 1; issue <= 7; ++issue) {
    builder.spanning("ประเด็นที่ ๑." + thai_digit(issue) + " " + kIssueTitles[issue - 1]);
    builder.row(filled_row());
    builder.spanning("ระยะเวลาดำเนินการ : ปีงบประมาณ พ.ศ. ๒๕๖๗ ข้อจำกัดของหน่วยงาน : คนน้อย");
  }
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 7U);
  EXPECT_EQ(record.issues[3].limitation, "คนน้อย");
  ASSERT_EQ(record.cells.size(), 35U);
  EXPECT_EQ(record.cells[34].issue_no, 7);
}

TEST(Engine, ReadsAnAnnouncementOfResults) {
  DocumentBuilder builder;
  builder.text("ประกาศผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖");
  builder.table({"ลำดับ", "หน่วยงาน", "IIT (30)", "EIT (30)", "OIT (40)", "รวม", "ระดับ"},
                {{"๑", "สำนักงานศึกษาธิการจังหวัดตาก", "๒๘.๑๐", "๒๗.๐๐", "๓๙.๕๐", "๙๔.๖๐", "A"},
                 {"๒", "สำนักงานศึกษาธิการจังหวัดน่าน", "๒๖.๐๐", "๒๕.๐๐", "๓๐.๐๐", "๘๑.๐๐", "B"}});
  const Record record = extract(builder);
  EXPECT_EQ(record.layout, "F_announcement");
  EXPECT_EQ(record.fiscal_year, 2566);
  ASSERT_EQ(record.scores.size(), 8U);
  const ScoreRecord& total = record.scores[3];
  EXPECT_EQ(total.subject, "ITA");
  EXPECT_DOUBLE_EQ(total.value, 94.6);
  EXPECT_EQ(total.grade, "A");
  EXPECT_EQ(total.agency, "สำนักงานศึกษาธิการจังหวัดตาก");
  EXPECT_EQ(total.rank, 1);
  EXPECT_EQ(total.raw_figure, "๙๔.๖๐");
  EXPECT_EQ(record.scores[4].agency, "สำนักงานศึกษาธิการจังหวัดน่าน");
  EXPECT_EQ(record.scores[4].rank, 2);
  EXPECT_EQ(record.scores[4].grade, std::nullopt) << "the level is the total's";
}

TEST(Engine, AScansHeaderThatLostAnIIsStillIit) {
  const auto subject_of_first = [](const std::vector<std::string>& headers) {
    DocumentBuilder builder;
    builder.scanned().text("ประกาศผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖");
    builder.table(headers, {{"สำนักงานศึกษาธิการจังหวัดตาก", "๒๘.๑๐", "๓๙.๕๐", "๓๗.๕๐"}});
    const Record record = extract(builder);
    return record.scores.empty() ? "none" : record.scores[0].subject;
  };
  EXPECT_EQ(subject_of_first({"หน่วยงาน", "IT", "OIT", "จำนวน"}), "IIT");
  EXPECT_EQ(subject_of_first({"หน่วยงาน", "HT", "EIT (30)", "จำนวน"}), "IIT");
  EXPECT_EQ(subject_of_first({"หน่วยงาน", "ITT", "OIT", "จำนวน"}), "IIT");
  EXPECT_EQ(subject_of_first({"หน่วยงาน", "IT", "จำนวน", "งบประมาณ"}), "none") << "information technology";
}

TEST(Engine, ScoresStatedTwiceAreOneAndConflictsAreKept) {
  DocumentBuilder builder;
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก ในปีงบประมาณ พ.ศ. ๒๕๖๖ ได้คะแนน ITA เท่ากับ ๙๑.๒๐");
  builder.text("จากการที่สำนักงานศึกษาธิการจังหวัดตาก ได้คะแนน ITA เท่ากับ 91.20 ระดับ A ในปีงบประมาณ พ.ศ. ๒๕๖๖");
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก ในปีงบประมาณ พ.ศ. ๒๕๖๖ ได้คะแนน ITA เท่ากับ ๙๒.๒๐");
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 2U);
  EXPECT_DOUBLE_EQ(record.scores[0].value, 91.2);
  EXPECT_EQ(record.scores[0].raw_figure, "๙๑.๒๐") << "the first place is kept";
  EXPECT_EQ(record.scores[0].grade, "A") << "what the second place adds is taken";
  EXPECT_DOUBLE_EQ(record.scores[1].value, 92.2);
}

TEST(Engine, ScoresOfIndicatorsStandInTables) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕")
      .table({"ตัวชี้วัด", "คะแนนเต็ม", "คะแนน"},
             {{"ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๑๐๐", "๙๗.๒๕"}, {"การใช้งบประมาณ", "๑๐๐", "๙๐"}, {"รวม", "๑๐๐", "๙๓.๖๓"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 3U);
  EXPECT_EQ(record.scores[0].subject_no, "1");
  EXPECT_DOUBLE_EQ(record.scores[0].value, 97.25);
  EXPECT_EQ(record.scores[1].subject_no, "2");
  EXPECT_EQ(record.scores[2].subject, "ITA");
}

// "subject no value unit grade year agency", one line a score.
std::string scores_of(const DocumentBuilder& builder) {
  std::string out;
  for (const auto& score : extract(builder).scores) {
    std::ostringstream line;
    line << score.subject << score.subject_no.value_or("") << ' ' << score.value << ' ' << score.grade.value_or("-")
         << ' ' << score.fiscal_year.value_or(0) << ' ' << score.agency.value_or("-") << (score.doubtful ? " !" : "")
         << '\n';
    out += line.str();
  }
  return out;
}

DocumentBuilder own_report() {
  DocumentBuilder builder;
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก").text("รายงานผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  return builder;
}

const std::string kOwn = " สำนักงานศึกษาธิการจังหวัดตาก\n";

TEST(Engine, ColumnsOfYearsHoldTheirYearsScores) {
  DocumentBuilder builder = own_report();
  builder.table({"ตัวชี้วัด", "ปี ๒๕๖๖", "ปีงบประมาณ พ.ศ. ๒๕๖๗", "ผลต่าง"},
                {{"๑. การปฏิบัติหน้าที่", "๙๐.๑๐", "๙๑.๒๐", "เพิ่มขึ้น ๑.๑๐"},
                 {"๒. การใช้งบประมาณ", "๘๐.๕๐", "๘๑.๖๐", "๑.๑๐"},
                 {"เป้าหมาย", "๘๕.๐๐", "๙๐.๐๐", "-"}});
  EXPECT_EQ(scores_of(builder), "indicator1 90.1 - 2566" + kOwn + "indicator1 91.2 - 2567" + kOwn +
                                    "indicator2 80.5 - 2566" + kOwn + "indicator2 81.6 - 2567" + kOwn);
}

TEST(Engine, ColumnsOfYearsOfOtherThingsAreNoScores) {
  DocumentBuilder builder = own_report();
  builder.table({"โครงการ", "ปี ๒๕๖๖", "ปี ๒๕๖๗"}, {{"อบรมคุณธรรม", "๕๐", "๖๐"}, {"รวม", "๕๐", "๖๐"}});
  EXPECT_EQ(scores_of(builder), "");
}

TEST(Engine, TargetsAreNoScores) {
  DocumentBuilder builder = own_report();
  builder.table({"ตัวชี้วัด", "ปี ๒๕๖๗", "ปี ๒๕๖๘"}, {{"การปฏิบัติหน้าที่", "๙๐", "๙๕.๕๐"}, {"การใช้งบประมาณ", "๙๐", "๙๕.๕๐"}});
  EXPECT_EQ(scores_of(builder), "");
}

TEST(Engine, ATableThatComparesYearsSaysNothingOfTheReportsOwn) {
  DocumentBuilder builder;
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.table({"ตัวชี้วัด", "ผลคะแนน ปี ๒๕๖๖", "ผลคะแนน ปี ๒๕๖๗"}, {{"การปฏิบัติหน้าที่", "๙๐.๑๐", "๙๑.๒๐"}});
  EXPECT_EQ(extract(builder).fiscal_year, 2567);
}

TEST(Engine, AReportOfNoKnownKindIsOfTheYearThatItNames) {
  DocumentBuilder builder;
  builder.text("รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานศึกษาธิการจังหวัดตาก");
  const Record record = extract(builder);
  EXPECT_EQ(record.layout, "");
  EXPECT_EQ(record.fiscal_year, 2567) << "not the year after, as for measures that follow from an assessment";
  EXPECT_EQ(record.item_code, std::nullopt) << "nothing tells which item it answers";
}

TEST(Engine, ScoreAndLevelOfEachYear) {
  DocumentBuilder builder = own_report();
  builder.table({"เครื่องมือ", "คะแนน ปี ๒๕๖๖", "ระดับ ปี ๒๕๖๖", "คะแนน ปี ๒๕๖๗", "ระดับ ปี ๒๕๖๗"},
                {{"ภาพรวม (ITA)", "๘๔.๐๐", "B", "๙๖.๐๐", "ผ่านดีเยี่ยม"}});
  EXPECT_EQ(scores_of(builder), "ITA 84 B 2566" + kOwn + "ITA 96 ผ่านดีเยี่ยม 2567" + kOwn);
}

TEST(Engine, RowsOfYearsHoldTheirYearsScores) {
  DocumentBuilder builder = own_report();
  builder.table({"ปีงบประมาณ", "IIT", "EIT", "OIT", "รวม", "ระดับ"},
                {{"คะแนนเต็ม", "๓๐", "๓๐", "๔๐", "๑๐๐", ""},
                 {"พ.ศ. ๒๕๖๖", "๒๘.๑๐", "๒๗.๐๐", "๓๙.๕๐", "๙๔.๖๐", "A"},
                 {"๒๕๖๗", "๒๘.๒๐", "๒๗.๑๐", "๓๙.๖๐", "๙๔.๙๐", "ผ่าน"}});
  EXPECT_EQ(scores_of(builder), "IIT 28.1 - 2566" + kOwn + "EIT 27 - 2566" + kOwn + "OIT 39.5 - 2566" + kOwn +
                                    "ITA 94.6 A 2566" + kOwn + "IIT 28.2 - 2567" + kOwn + "EIT 27.1 - 2567" + kOwn +
                                    "OIT 39.6 - 2567" + kOwn + "ITA 94.9 ผ่าน 2567" + kOwn);
}

TEST(Engine, OneColumnOfTheTotalByYear) {
  DocumentBuilder builder = own_report();
  builder.table({"ปี", "คะแนน ITA", "ระดับ"}, {{"๒๕๖๖", "๙๔.๖๐", "A"}, {"๒๕๖๗", "๙๔.๙๐ (ผ่าน)", ""}});
  EXPECT_EQ(scores_of(builder), "ITA 94.6 A 2566" + kOwn + "ITA 94.9 ผ่าน 2567" + kOwn);
}

TEST(Engine, ATableOfOfficesMayHoldOneFigureEach) {
  const auto of = [](const std::vector<std::string>& headers, const std::string& figure, const std::string& level) {
    DocumentBuilder builder = own_report();
    builder.table(headers, {{"๑", "สำนักงานศึกษาธิการจังหวัดน่าน", figure, level}, {"", "รวม", figure, level}});
    return scores_of(builder);
  };
  const std::string right = "ITA 94.6 A 2567 สำนักงานศึกษาธิการจังหวัดน่าน\n";
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "คะแนน ITA", "ระดับ"}, "๙๔.๖๐", "A"), right);
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "ผลคะแนน", "ระดับ"}, "๙๔.๖๐", "A"), right);
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "คะแนนรวม", "ระดับ"}, "๙๔.๖๐", "A"), right);
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "รวม", "หมายเหตุ"}, "๔๕", "A"), "") << "a sum of anything";
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "คะแนน", "หมายเหตุ"}, "๔๕", "ครบ"), "") << "points of anything";
}

TEST(Engine, TheTitleMayTellWhoseTotalsTheyAre) {
  const auto under = [](const std::string& title) {
    DocumentBuilder builder = own_report();
    builder.text(title).table({"หน่วยงาน", "คะแนนรวม"}, {{"สำนักงานศึกษาธิการจังหวัดน่าน", "๙๔.๖๐"}});
    return scores_of(builder);
  };
  EXPECT_EQ(under("ผลการประเมิน ITA จำแนกตามหน่วยงาน"), "ITA 94.6 - 2567 สำนักงานศึกษาธิการจังหวัดน่าน\n");
  EXPECT_EQ(under("ผลการประกวดหน่วยงานดีเด่น"), "");
}

TEST(Engine, CountsAreNoScores) {
  const auto of = [](const std::vector<std::string>& headers) {
    DocumentBuilder builder = own_report();
    builder.text("ผู้ตอบแบบวัดการรับรู้ ITA").table(headers, {{"สำนักงานศึกษาธิการจังหวัดน่าน", "๒๕", "๓๐"}});
    return scores_of(builder);
  };
  EXPECT_EQ(of({"หน่วยงาน", "จำนวนผู้ตอบ IIT", "ผู้ตอบ EIT (คน)"}), "");
  EXPECT_EQ(of({"หน่วยงาน", "ชาย", "รวม"}), "");
  EXPECT_EQ(of({"หน่วยงาน", "ชาย", "ร้อยละ"}), "");
}

TEST(Engine, OfficesListedInATableAreNotTheReportingOne) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.table({"หน่วยงาน", "คะแนนรวม"}, {{"สำนักงานศึกษาธิการจังหวัดน่าน", "๙๔.๖๐"}});
  EXPECT_EQ(extract(builder).agency, std::nullopt);
  EXPECT_EQ(extract(builder).scores.at(0).agency, "สำนักงานศึกษาธิการจังหวัดน่าน");
}

TEST(Engine, ATitleNamesAnOfficeThatNoListKnows) {
  const auto agency = [](const std::vector<std::string>& lines) {
    DocumentBuilder builder;
    for (const std::string& line : lines) builder.text(line);
    const Record record = extract(builder);
    EXPECT_EQ(record.fiscal_year, 2567);
    return record.agency.value_or("none");
  };
  EXPECT_EQ(agency({"รายงานผลการประเมิน ITA ประจำปี พ.ศ. ๒๕๖๗", "องค์การบริหารส่วนตำบลทุ่งสมมุติ", "รายละเอียดดังนี้"}),
            "องค์การบริหารส่วนตำบลทุ่งสมมุติ");
  EXPECT_EQ(agency({"รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ องค์การบริหารส่วน", "ตำบลทุ่งสมมุติ", "รายละเอียดดังนี้"}),
            "องค์การบริหารส่วนตำบลทุ่งสมมุติ")
      << "the first line is full";
}

TEST(Engine, AFigureMayStandBesideItsLevelOrBeBrokenOverLines) {
  const auto of = [](const std::string& cell) {
    DocumentBuilder builder = own_report();
    builder.table({"ตัวชี้วัด", "คะแนน"}, {{"การปฏิบัติหน้าที่", cell}});
    return scores_of(builder);
  };
  EXPECT_EQ(of("๙๕.๑๓ (AA)"), "indicator1 95.13 AA 2567" + kOwn);
  EXPECT_EQ(of("๙๕.๑๓ / ผ่านดีเยี่ยม"), "indicator1 95.13 ผ่านดีเยี่ยม 2567" + kOwn);
  EXPECT_EQ(of("๙๕.๑๓ (ของปีก่อน)"), "");
  EXPECT_EQ(of("๙๕.๑\n๓"), "indicator1 95.13 - 2567 สำนักงานศึกษาธิการจังหวัดตาก !\n");
  EXPECT_EQ(of("๙๕. ๑๓"), "indicator1 95.13 - 2567 สำนักงานศึกษาธิการจังหวัดตาก !\n");
  EXPECT_EQ(of("๙๕\n๑๓"), "") << "two figures, or one that lost its point";
  EXPECT_EQ(of("๙๕.๑๓\n๙๐.๑๒"), "");
}

// What cannot be read as one score is no score, and its cell says so; a word is no figure that was missed.
TEST(Engine, ACellOfAScoreThatCannotBeReadIsDoubted) {
  const auto doubted = [](const std::string& cell) {
    DocumentBuilder builder = own_report();
    builder.table({"ตัวชี้วัด", "คะแนน"}, {{"การปฏิบัติหน้าที่", cell}, {"อื่น ๆ", cell}});
    const Record record = extract(builder);
    EXPECT_TRUE(record.scores.empty()) << cell;
    EXPECT_FALSE(record.cells.at(3).doubtful) << "nothing tells that a score stands there: " << cell;
    return record.cells.at(1).doubtful;
  };
  EXPECT_TRUE(doubted("๙๕.๑๓ ๙๐.๑๒"));
  EXPECT_TRUE(doubted("๙B.๑๓"));
  EXPECT_TRUE(doubted("๙๕๑๓"));
  EXPECT_FALSE(doubted("-"));
  EXPECT_FALSE(doubted("ไม่ประเมิน"));
}

TEST(Engine, FiguresReadFromPixelsThatDisagreeAreDoubted) {
  const auto doubtful = [](const std::vector<std::string>& lines) {
    DocumentBuilder builder;
    builder.scanned();
    for (const auto& line : lines) builder.text(line);
    std::string out;
    for (const auto& score : extract(builder).scores) out += score.doubtful ? "!" : ".";
    return out;
  };
  EXPECT_EQ(doubtful({"ITA ได้คะแนน ๙๐.๐๐", "IIT ได้คะแนน ๒๗.๐๐", "EIT ได้คะแนน ๒๘.๐๐", "OIT ได้คะแนน ๓๕.๐๐"}), "....");
  EXPECT_EQ(doubtful({"ITA ได้คะแนน ๙๐.๐๐", "IIT ได้คะแนน ๒๗.๔๐", "EIT ได้คะแนน ๒๘.๐๐", "OIT ได้คะแนน ๓๕.๐๐"}), "!!!!");
  EXPECT_EQ(doubtful({"ITA ได้คะแนน ๒.๙๐"}), "!") << "no office gets so little";
  EXPECT_EQ(doubtful({"IIT ได้คะแนน ๒๗.๔๑", "EIT ได้คะแนน ๒๘.๔"}), ".!") << "a place is lost";
  EXPECT_EQ(
      doubtful({"OIT ได้คะแนน ๓๗.๔๐", "ตัวชี้วัดที่ 9 ได้คะแนนร้อยละ 90.00", "ตัวชี้วัดที่ 10 ได้คะแนนร้อยละ 97.00", "EIT ได้คะแนน 27.00",
                "ตัวชี้วัดที่ 6 ได้คะแนนร้อยละ 90.00", "ตัวชี้วัดที่ 7 ได้คะแนนร้อยละ 90.00", "ตัวชี้วัดที่ 8 ได้คะแนนร้อยละ 96.00"}),
      "...!!!!")
      << "the mean of 6 to 8 does not make EIT, that of 9 and 10 makes OIT";
}

TEST(Engine, AFigureThatTwoReadersReadDifferentlyIsDoubted) {
  DocumentBuilder builder;
  builder.scanned().text("ITA ได้คะแนน ๙๐.๐๐").text("IIT ได้คะแนน ๒๗.๔๒");
  Document document = builder.build();
  Word figure;
  figure.text = "๒๗.๔๒";
  figure.alternative = "๒๗.๔๑";
  figure.source = TextSource::ocr;
  figure.confidence = 0.4;
  figure.box = {300, 76, 340, 104};  // taller than its line, as OCR gives it
  document.pages[0].words.push_back(figure);
  const auto extract = [&] { return engine().extract(document, {}); };
  ASSERT_EQ(extract().scores.size(), 2U);
  EXPECT_FALSE(extract().scores[0].doubtful);
  EXPECT_TRUE(extract().scores[1].doubtful);
  ASSERT_EQ(extract().doubtful_words.size(), 1U);
  EXPECT_EQ(extract().doubtful_words[0].alternative, "๒๗.๔๑");
  document.pages[0].words[0].alternative = "";
  EXPECT_FALSE(extract().scores[1].doubtful) << "both readers say the same";
}

// A ruling taken for a ๑ makes 127.42 of 27.42, a speck 27.412; the reader of figures did not see it.
TEST(Engine, OfTwoReadingsTheOneThatAScoreCanBe) {
  const auto read = [](const std::string& text, const std::string& alternative) {
    DocumentBuilder builder = own_report();
    builder.scanned().table({"ตัวชี้วัด", "คะแนน"}, {{"การปฏิบัติหน้าที่", text}});
    Document document = builder.build();
    Word figure;
    figure.text = text;
    figure.alternative = alternative;
    figure.source = TextSource::ocr;
    figure.confidence = 0.4;
    const Box cell = document.tables[0].rows[1].cells[1].at.box;
    figure.box = {cell.centre().x - 20, cell.y0 + 2, cell.centre().x + 20, cell.y1 - 2};
    document.pages[0].words.push_back(figure);
    const Record record = engine().extract(document, {});
    if (record.scores.empty()) return record.cells.at(1).doubtful ? std::string("doubted") : std::string("lost");
    return record.scores[0].raw_figure + (record.scores[0].doubtful ? " !" : "");
  };
  EXPECT_EQ(read("๑๒๗.๔๒", "๒๗.๔๒"), "๒๗.๔๒ !");
  EXPECT_EQ(read("๑๒๗.๔๒", "๑๒๑.๔๒"), "doubted");
  EXPECT_EQ(read("๒๗.๔๑๒", "๒๗.๔๒"), "๒๗.๔๒ !");
  EXPECT_EQ(read("๒๗.๔๑๒", "๒๗.๔๑๓"), "๒๗.๔๑๒ !");
  EXPECT_EQ(read("๒๗.๔๑", "๒๗.๔๒"), "๒๗.๔๑ !") << "either can be: the first reading stands";
}

TEST(Engine, TheSameValueReadElsewhereWithoutDoubtVouchesForAFigure) {
  Record record;
  ScoreRecord score{.subject = "ITA", .value = 91.2, .unit = "points", .at = {1, {0, 0, 9, 9}, TextSource::ocr}};
  score.doubtful = true;
  record.scores = {score, score};
  merge_scores(record);
  EXPECT_TRUE(record.scores[0].doubtful);
  score.doubtful = false;
  record.scores.push_back(score);
  merge_scores(record);
  ASSERT_EQ(record.scores.size(), 1U);
  EXPECT_FALSE(record.scores[0].doubtful);
}

TEST(Engine, TheTextOverrulesTheManifestWhichBreaksTies) {
  Submission submission;
  submission.manifest =
      ManifestRow{.file = "a.pdf", .agency = "สำนักงานศึกษาธิการจังหวัดตาก", .fiscal_year = 2560, .item_code = "O43"};
  const Record record = extract(seven_issues(), submission);
  EXPECT_EQ(record.agency, "สำนักงานศึกษาธิการจังหวัดน่าน");
  EXPECT_EQ(record.fiscal_year, 2567);
  EXPECT_EQ(record.item_code, "O43") << "a report rarely names its item; the manifest says which it answers";
  DocumentBuilder empty;
  empty.text("เอกสารไม่มีชื่อ");
  const Record silent = extract(empty, submission);
  EXPECT_EQ(silent.agency, "สำนักงานศึกษาธิการจังหวัดตาก");
  EXPECT_EQ(silent.fiscal_year, 2560);
}

TEST(Engine, NothingIsClaimedOfAnEmptyDocument) {
  const Record record = engine().extract(Document{}, {});
  EXPECT_EQ(record.layout, "");
  EXPECT_EQ(record.agency, std::nullopt);
  EXPECT_EQ(record.fiscal_year, std::nullopt);
  EXPECT_TRUE(record.scores.empty());
}

TEST(Engine, ItemCodesComeFromTitleMemoOrPreface) {
  const struct {
    std::vector<std::string> lines;
    const char* code;
  } cases[] = {
      {{"ข้อ O35 การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"}, "O35"},
      {{"เรื่อง การเปิดเผยข้อมูลสาธารณะ (ข้อ ๓๔ มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน)", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"},
       "O34"},
      {{"ข้อ O3 ๔ มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"}, "O34"},
      {{"รายงานมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ และกำหนดมาตรการในการพัฒนา (O42) ไว้แล้ว"}, "O42"},
  };
  for (const auto& c : cases) {
    DocumentBuilder builder;
    for (const auto& line : c.lines) builder.text(line);
    EXPECT_EQ(extract(builder).item_code, c.code) << c.lines[0];
  }
}

TEST(Engine, TitlesReadFromPixelsAreMended) {
  DocumentBuilder builder;
  builder.scanned();
  builder.text("ประเด็นที่ ๑.๔ กระบวนการกำกับดแลการใช้ทรัพย์สนของราชการ").table(kIssueHeaders, {filled_row()});
  builder.text("ประเด็นที่ ๑.๕ " + kIssueTitles[4]).table(kIssueHeaders, {filled_row()});
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 2U);
  EXPECT_EQ(record.issues[0].title, kIssueTitles[3]);
  EXPECT_EQ(record.paragraphs[0].raw_text, "ประเด็นที่ ๑.๔ กระบวนการกำกับดแลการใช้ทรัพย์สนของราชการ");
}

TEST(Engine, ExplainsItsChoice) {
  const auto verdicts = engine().judge(seven_issues().build());
  ASSERT_EQ(verdicts.size(), 6U);
  EXPECT_EQ(verdicts[0].key, "A_seven_issue");
  EXPECT_TRUE(verdicts[0].chosen);
  EXPECT_EQ(verdicts[0].reasons[0], "7 issue headings");
  EXPECT_FALSE(verdicts[5].chosen);
}

TEST(Dump, IsStable) {
  Record record;
  record.agency = "สำนักงาน ก";
  record.fiscal_year = 2567;
  record.layout = "A_seven_issue";
  record.page_count = 2;
  record.issues.push_back(
      {.issue_no = 1, .title = "ชื่อ", .item_codes = {"O4", "O11"}, .timeframe = "ทั้งปี", .at = {1, {1.4, 2, 3, 4.6}}});
  record.scores.push_back(
      {.subject = "ITA", .value = 91.2, .unit = "points", .quote = "ได้ 91.20", .at = {2, {}, TextSource::ocr}});
  EXPECT_EQ(dump_record(record),
            "agency \"สำนักงาน ก\"\nfiscal_year 2567\nitem_code -\nlayout A_seven_issue\npages 2\n"
            "issue 1 p1 [1,2,3,5] \"ชื่อ\" codes O4,O11\n  timeframe \"ทั้งปี\"\n  limitation -\n"
            "score ITA - 91.20 points grade - year - agency - rank - of - p2 [0,0,0,0] ocr \"ได้ 91.20\"\n");
}

}  // namespace
}  // namespace prongsai::layouts
