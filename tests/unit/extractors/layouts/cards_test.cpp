// Records that stand upright: labels beside what they say.
#include <gtest/gtest.h>

#include <map>

#include "extracted.hpp"
#include "issue_form.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;
using test::kIssueTitles;
using test::thai_digit;

const CellRecord* cell_of(const Record& record, int issue_no, ColumnKey key) {
  for (const auto& cell : record.cells) {
    if (cell.issue_no == issue_no && cell.column_key == key) return &cell;
  }
  return nullptr;
}

// One card an issue: labels on the left, what they say on the right.
TEST(Cards, StandsCardsUpright) {
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
TEST(Cards, StandsRecordsSideBySideUpright) {
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
TEST(Cards, TitlesSideBySideAreNoCard) {
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
TEST(Cards, ACardBeginsAnewWhereALabelComesAgain) {
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

}  // namespace
}  // namespace prongsai::layouts
