// Whole documents: from paragraphs and tables, built by hand, to records.
#include <gtest/gtest.h>

#include <algorithm>

#include "extracted.hpp"
#include "issue_form.hpp"

namespace prongsai::layouts {
namespace {

using test::add_issues;
using test::DocumentBuilder;
using test::kIssueTitles;
using test::thai_digit;

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

TEST(Engine, AReportOfNoKnownKindIsOfTheYearThatItNames) {
  DocumentBuilder builder;
  builder.text("รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานศึกษาธิการจังหวัดตาก");
  const Record record = extract(builder);
  EXPECT_EQ(record.layout, "");
  EXPECT_EQ(record.fiscal_year, 2567) << "not the year after, as for measures that follow from an assessment";
  EXPECT_EQ(record.item_code, std::nullopt) << "nothing tells which item it answers";
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

TEST(Engine, ExplainsItsChoice) {
  const auto verdicts = engine().judge(seven_issues().build());
  ASSERT_EQ(verdicts.size(), 6U);
  EXPECT_EQ(verdicts[0].key, "A_seven_issue");
  EXPECT_TRUE(verdicts[0].chosen);
  EXPECT_EQ(verdicts[0].reasons[0], "7 issue headings");
  EXPECT_FALSE(verdicts[5].chosen);
}

// A plan of measures with the report's title: no chapters, none of the form's headers, so the form demands nothing.
TEST(Engine, ALayoutNeedsASignOfItsOwn) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  builder.table({"ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"}, {{"การใช้งบประมาณ", "เปิดเผยแผน", "กองคลัง", "มีนาคม ๒๕๖๗"}});
  EXPECT_EQ(extract(builder).layout, "");
}

}  // namespace
}  // namespace prongsai::layouts
