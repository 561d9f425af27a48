// From tables to cells that know their column, their row and their issue.
#include <gtest/gtest.h>

#include <algorithm>

#include "extracted.hpp"
#include "issue_form.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;
using test::filled_row;
using test::kIssueHeaders;
using test::kIssueTitles;
using test::thai_digit;

TEST(TableRecords, ATableGoesOnWithoutItsHeader) {
  DocumentBuilder builder;
  builder.table({"ลำดับ", "มาตรการ/แนวทาง", "กิจกรรม"}, {{"๑", "การรับสินบน", "- ประกาศนโยบาย"}});
  builder.page().table({"", "", ""}, {{"๒", "การร้องเรียน", "- เพิ่มช่องทาง"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.tables.size(), 1U);
  ASSERT_EQ(record.cells.size(), 6U);
  EXPECT_EQ(record.cells[5].column_key, ColumnKey::activity);
  EXPECT_EQ(record.cells[5].row_no, 2);
}

TEST(TableRecords, ColumnsAreNamedByTheirOwnTitleUnderAJointOne) {
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

TEST(TableRecords, ARowOfTitlesInTheBodyIsTheHeader) {
  DocumentBuilder builder;
  builder.table({"", "", ""}, {{"ลำดับ", "มาตรการ/แนวทาง", "กิจกรรม"}, {"๑", "การรับสินบน", "- ประกาศ"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.cells.size(), 3U);
  EXPECT_EQ(record.cells[1].column_key, ColumnKey::measure);
  EXPECT_EQ(record.cells[1].header_text, "มาตรการ/แนวทาง");
}

TEST(TableRecords, AListOfContentsIsNoTable) {
  DocumentBuilder builder;
  builder.text("สารบัญ").table({"", "หน้า"}, {{"บทที่ ๑ บทนำ", "๑"}, {"บทที่ ๒ ผล", "๓"}});
  builder.text("ตารางอื่น").table({"รายการ", "งบประมาณ (บาท)"}, {{"ค่าวัสดุ", "๕๐๐"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.tables.size(), 1U);
  EXPECT_EQ(record.cells[1].column_key, ColumnKey::other);
}

TEST(TableRecords, OneLongTableMayHoldAllIssues) {
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

// The seven issues in a column of a table that no layout knows, carried down the rows that they span.
TEST(TableRecords, FindsIssuesInTheRowsOfAnyTable) {
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

// Lists of other things number their rows, too.
TEST(TableRecords, ANumberAloneMakesNoIssue) {
  DocumentBuilder builder;
  builder.table(
      {"ประเด็น", "ผลการดำเนินงาน", "ผู้รับผิดชอบ"},
      {{"๑. การลงเวลา", "ครบ", "งานบุคคล"}, {"๒. การยืมรถ", "ครบ", "งานพัสดุ"}, {"๓. ป้ายหน้าห้อง", "ครบ", "งานธุรการ"}});
  EXPECT_TRUE(extract(builder).issues.empty());
}

// The seven issues by name in a column that is called anything; ten columns of contents beside it keep their keys.
TEST(TableRecords, AColumnOfTheIssuesNames) {
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
