// Whole documents: from paragraphs and tables, built by hand, to records.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "extracted.hpp"
#include "extractors/layouts/dump.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;
using test::kIssueHeaders;
using test::kIssueTitles;

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
  EXPECT_EQ(record.cells[7].column_key, ColumnKey::responsible);
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

// What is stated in one line ends where the next measure begins with its number.
TEST(Engine, ATimeFrameEndsBeforeTheNextNumberedMeasure) {
  DocumentBuilder builder;
  builder.text("มาตรการที่จะทำ").text("๑. ติดป้ายค่าธรรมเนียม").text("ระยะเวลา : ธันวาคม ๒๕๖๗");
  builder.text("๒. ปักป้ายหน้างาน").text("ระยะเวลา : ตลอดปีงบประมาณ");
  const Record record = extract(builder);
  ASSERT_EQ(record.paragraphs.size(), 5U);
  EXPECT_EQ(record.paragraphs[2].role, ParagraphRole::timeframe);
  EXPECT_EQ(record.paragraphs[3].role, ParagraphRole::prose);
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
  EXPECT_EQ(record.paragraphs[0].role, ParagraphRole::annex);
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
  EXPECT_EQ(record.cells[14].column_key, ColumnKey::how_applied);
  EXPECT_EQ(record.cells[14].issue_no, 3);
  ASSERT_EQ(record.scores.size(), 1U);
  EXPECT_EQ(record.scores[0].fiscal_year, 2566);
  const auto limitation = std::count_if(record.paragraphs.begin(), record.paragraphs.end(), [](const auto& p) {
    return p.role == ParagraphRole::limitation && p.text == "๑. บุคลากรมีน้อย";
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
  EXPECT_EQ(record.cells[5].column_key, ColumnKey::activity);
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
  EXPECT_EQ(record.cells[0].column_key, ColumnKey::weakness);
  EXPECT_EQ(record.cells[4].column_key, ColumnKey::follow_up);
}

TEST(Engine, ARowOfTitlesInTheBodyIsTheHeader) {
  DocumentBuilder builder;
  builder.table({"", "", ""}, {{"ลำดับ", "มาตรการ/แนวทาง", "กิจกรรม"}, {"๑", "การรับสินบน", "- ประกาศ"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.cells.size(), 3U);
  EXPECT_EQ(record.cells[1].column_key, ColumnKey::measure);
  EXPECT_EQ(record.cells[1].header_text, "มาตรการ/แนวทาง");
}

TEST(Engine, AListOfContentsIsNoTable) {
  DocumentBuilder builder;
  builder.text("สารบัญ").table({"", "หน้า"}, {{"บทที่ ๑ บทนำ", "๑"}, {"บทที่ ๒ ผล", "๓"}});
  builder.text("ตารางอื่น").table({"รายการ", "งบประมาณ (บาท)"}, {{"ค่าวัสดุ", "๕๐๐"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.tables.size(), 1U);
  EXPECT_EQ(record.cells[1].column_key, ColumnKey::other);
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
  record.scores.push_back({.subject = SubjectKind::ita,
                           .value = 91.2,
                           .unit = ScoreUnit::points,
                           .quote = "ได้ 91.20",
                           .at = {2, {}, TextSource::ocr}});
  EXPECT_EQ(dump_record(record),
            "agency \"สำนักงาน ก\"\nfiscal_year 2567\nitem_code -\nlayout A_seven_issue\npages 2\n"
            "issue 1 p1 [1,2,3,5] \"ชื่อ\" codes O4,O11\n  timeframe \"ทั้งปี\"\n  limitation -\n"
            "score ITA - 91.20 points grade - year - agency - rank - of - p2 [0,0,0,0] ocr \"ได้ 91.20\"\n");
}

const CellRecord* cell_of(const Record& record, int issue_no, ColumnKey key) {
  for (const auto& cell : record.cells) {
    if (cell.issue_no == issue_no && cell.column_key == key) return &cell;
  }
  return nullptr;
}

// One card an issue: labels on the left, what they say on the right.
TEST(Engine, StandsCardsUpright) {
  DocumentBuilder builder;
  for (std::size_t issue = 1; issue <= 5; ++issue) {
    builder.text("ประเด็นที่ ๑." + thai_digit(issue) + " " + kIssueTitles[issue - 1]);
    builder.table({"", ""}, {{"จุดอ่อน", "เกณฑ์รู้กันไม่ทั่ว"},
                             {"สิ่งที่ควรพัฒนา", "ทำคู่มือใหม่"},
                             {"เจ้าภาพ", "กองช่าง"},
                             {"ระยะเวลา", "มกราคม ๒๕๖๗"},
                             {"ข้อจำกัด", "คนน้อย"}});
  }
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 5U);
  EXPECT_EQ(record.issues[2].timeframe, "มกราคม ๒๕๖๗");
  EXPECT_EQ(record.issues[2].limitation, "คนน้อย");
  ASSERT_NE(cell_of(record, 3, ColumnKey::responsible), nullptr);
  EXPECT_EQ(cell_of(record, 3, ColumnKey::responsible)->text, "กองช่าง");
  EXPECT_EQ(cell_of(record, 3, ColumnKey::responsible)->row_no, 1);
  EXPECT_EQ(cell_of(record, 3, ColumnKey::responsible)->col_no, 3);
  EXPECT_EQ(cell_of(record, 3, ColumnKey::responsible)->header_text, "เจ้าภาพ");
  EXPECT_EQ(cell_of(record, 3, ColumnKey::timeframe), nullptr) << "it is the issue's";
}

// Labels down the left, a record in each column.
TEST(Engine, StandsRecordsSideBySideUpright) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.table({"", "", ""}, {{"", "ข้อ ๑", "ข้อ ๒"},
                               {"จุดอ่อน", "ป้ายหาย", "แบบยาก"},
                               {"มาตรการ", "ติดป้ายใหม่", "ทำแบบสั้น"},
                               {"ผู้รับผิดชอบ", "งานอาคาร", ""},
                               {"ระยะเวลา", "มกราคม ๒๕๖๗", "เมษายน ๒๕๖๗"}});
  const Record record = extract(builder);
  std::map<std::string, std::string> rows;
  for (const CellRecord& cell : record.cells)
    rows[std::to_string(cell.row_no) + std::string(word_of(cell.column_key))] = cell.text;
  EXPECT_EQ(rows["1measure"], "ติดป้ายใหม่");
  EXPECT_EQ(rows["1responsible"], "งานอาคาร");
  EXPECT_EQ(rows["2measure"], "ทำแบบสั้น");
  EXPECT_EQ(rows["2timeframe"], "เมษายน ๒๕๖๗");
  ASSERT_TRUE(rows.contains("2responsible")) << "a cell left blank";
  EXPECT_EQ(rows["2responsible"], "");
}

// Four columns of titles are a header, not two cards side by side.
TEST(Engine, TitlesSideBySideAreNoCard) {
  DocumentBuilder builder;
  builder.table({"วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ", "ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลา", "ผู้รับผิดชอบ"},
                {{"ประเด็นที่ ๑.๑ วางมาตรฐานเวลา", "๑. จับเวลา ๒. ประกาศ", "ปีงบประมาณ ๒๕๖๗", "กลุ่มอำนวยการ"},
                 {"ประเด็นที่ ๑.๒ เปิดรับคำขอ", "๑. ทำแบบ ๒. ทดลองใช้", "ปีงบประมาณ ๒๕๖๗", "กลุ่มพัฒนา"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.tables.size(), 1U);
  EXPECT_EQ(record.tables[0].columns[3].key, ColumnKey::responsible);
  EXPECT_EQ(record.cells.size(), 8U);
}

// Records of one card below each other; without an issue its timeframe stays a cell.
TEST(Engine, ACardBeginsAnewWhereALabelComesAgain) {
  DocumentBuilder builder;
  builder.table({"", ""}, {{"มาตรการ", "ลดเอกสาร"},
                           {"ใครทำ", "กองคลัง"},
                           {"เมื่อไร", "มีนาคม ๒๕๖๗"},
                           {"มาตรการ", "ติดป้าย"},
                           {"ใครทำ", "กองช่าง"},
                           {"เมื่อไร", "เมษายน ๒๕๖๗"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.cells.size(), 6U);
  EXPECT_EQ(record.cells[4].text, "กองช่าง");
  EXPECT_EQ(record.cells[4].row_no, 2);
  EXPECT_EQ(record.cells[4].column_key, ColumnKey::responsible);
  EXPECT_EQ(record.cells[5].column_key, ColumnKey::timeframe);
}

// The seven issues in a column of a table that no layout knows, carried down the rows that they span.
TEST(Engine, FindsIssuesInTheRowsOfAnyTable) {
  DocumentBuilder builder;
  builder.table({"ประเด็น", "ข้อบกพร่อง", "มาตรการ", "เจ้าภาพ"}, {});
  for (std::size_t issue = 1; issue <= 6; ++issue)
    builder.row({thai_digit(issue) + ". " + kIssueTitles[issue - 1], "คู่มือเก่า", "ทำคู่มือใหม่", "กองช่าง"});
  builder.row({thai_digit(6) + ". " + kIssueTitles[5], "ป้ายหาย", "ทำป้าย", "กองคลัง"}).reaching_down(0);
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 6U);
  EXPECT_EQ(record.issues[5].title, kIssueTitles[5]);
  const CellRecord& last = record.cells.back();
  EXPECT_EQ(last.text, "กองคลัง");
  EXPECT_EQ(last.issue_no, 6);
  const auto spanning = std::ranges::find_if(record.cells, [](const auto& cell) { return cell.row_span == 2; });
  ASSERT_NE(spanning, record.cells.end());
  EXPECT_EQ(spanning->column_key, ColumnKey::issue);
  EXPECT_EQ(std::ranges::count_if(record.cells, [](const auto& cell) { return cell.column_key == ColumnKey::issue; }),
            6);
}

// The report's own way of setting labels: before a blank, in most of its issues.
TEST(Engine, LabelsThatBeginALineInMostIssues) {
  DocumentBuilder builder;
  for (std::size_t issue = 1; issue <= 4; ++issue) {
    builder.text("ประเด็นที่ ๑." + thai_digit(issue) + " " + kIssueTitles[issue - 1]);
    builder.text("ระยะเวลา มกราคม ๒๕๖๘ – มีนาคม ๒๕๖๘").text("ผู้ติดตาม หัวหน้ากลุ่มงาน").text("ข้อจำกัด งบซ่อมหมดในเดือนมิถุนายน");
  }
  builder.text("ประเด็นที่ ๑.๕ " + kIssueTitles[4]).text("ข้อจำกัด ไม่มีคนขับรถ").text("ความเห็น ควรจ้างเพิ่ม");
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 5U);
  EXPECT_EQ(record.issues[1].timeframe, "มกราคม ๒๕๖๘ – มีนาคม ๒๕๖๘");
  EXPECT_EQ(record.issues[1].limitation, "งบซ่อมหมดในเดือนมิถุนายน");
  EXPECT_EQ(record.issues[4].timeframe, std::nullopt);
}

// The entries of an issue run on in its paragraph, and a line ends within a label.
TEST(Engine, ALabelThatALineEndBreaksIsWhole) {
  DocumentBuilder builder;
  for (std::size_t issue = 1; issue <= 5; ++issue) {
    builder.text("ประเด็นที่ ๑." + thai_digit(issue) + " " + kIssueTitles[issue - 1]);
    builder.lines({"ปรับปรุงขั้นตอนให้สั้นลง ผู้รับผิดชอบได้แก่ กองกลาง ระยะเวลา", "ดำเนินการ ภายใน ๓๐ เมษายน ๒๕๖๗ ข้อจำกัด",
                   "ของหน่วยงาน บุคลากรมีน้อย"});
  }
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 5U);
  for (const IssueRecord& issue : record.issues) {
    EXPECT_EQ(issue.timeframe, "ภายใน ๓๐ เมษายน ๒๕๖๗");
    EXPECT_EQ(issue.limitation, "บุคลากรมีน้อย");
  }
}

// Lists of other things number their rows, too.
TEST(Engine, ANumberAloneMakesNoIssue) {
  DocumentBuilder builder;
  builder.table(
      {"ประเด็น", "ผลการดำเนินงาน", "ผู้รับผิดชอบ"},
      {{"๑. การลงเวลา", "ครบ", "งานบุคคล"}, {"๒. การยืมรถ", "ครบ", "งานพัสดุ"}, {"๓. ป้ายหน้าห้อง", "ครบ", "งานธุรการ"}});
  EXPECT_TRUE(extract(builder).issues.empty());
}

// A plan of measures with the report's title: no chapters, none of the form's headers, so the form demands nothing.
TEST(Engine, ALayoutNeedsASignOfItsOwn) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  builder.table({"ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"}, {{"การใช้งบประมาณ", "เปิดเผยแผน", "กองคลัง", "มีนาคม ๒๕๖๗"}});
  EXPECT_EQ(extract(builder).layout, "");
}

// The seven issues by name in a column that is called anything; ten columns of contents beside it keep their keys.
TEST(Engine, AColumnOfTheIssuesNames) {
  DocumentBuilder builder;
  builder.text("การนำผลการประเมินคุณธรรมและความโปร่งใส (ITA) ไปสู่การพัฒนา ปีงบประมาณ พ.ศ. 2567");
  builder.text("สำนักงานศึกษาธิการจังหวัดน่าน");
  builder.table(
      {"ประเด็นที่", "ชื่อประเด็น", "ผลการวิเคราะห์", "จุดอ่อนที่ต้องแก้ไข", "ประเด็นที่จะต้องพัฒนาให้ดีขึ้น", "วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ",
       "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีการปฏิบัติ", "แนวทางการกำกับติดตาม", "ระยะเวลาดำเนินการ", "ข้อจำกัดของหน่วยงาน"},
      {{"1.1", "กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", "มีคู่มือแล้ว", "ไม่บอกเวลา", "เพิ่มเวลาในคู่มือ", "ตั้งคณะทำงาน",
        "กลุ่มอำนวยการ", "1) ทบทวน 2) ประกาศ", "รายงานทุกเดือน", "พ.ย. 2566", "คนน้อย"},
       {"1.2", "การให้บริการและระบบ E-Service", "มีผู้ใช้น้อย", "ขั้นตอนมาก", "ลดขั้นตอน", "จัดทำแบบคำขอ", "กลุ่มแผน",
        "1) ออกแบบ 2) เปิดใช้", "ตรวจสถิติ", "ธ.ค. 2566", "งบน้อย"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 2U);
  EXPECT_EQ(record.issues[1].title, "การให้บริการและระบบ E-Service");
  std::string keys;
  for (const ColumnRecord& column : record.tables.at(0).columns) keys += std::string(word_of(column.key)) + ' ';
  EXPECT_EQ(
      keys,
      "other issue analysis weakness improvement how_applied responsible procedure follow_up timeframe limitation ");
}

}  // namespace
}  // namespace prongsai::layouts
