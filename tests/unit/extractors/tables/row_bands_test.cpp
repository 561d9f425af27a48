// Rows that no rulings part: told by figures, which are never broken into two.
#include <gtest/gtest.h>

#include "tests/unit/extractors/tables/page_builder.hpp"
#include "tests/unit/extractors/tables/table_rows.hpp"

namespace prongsai::tables {
namespace {

using testing::kBold;
using testing::PageBuilder;
using testing::read;
using testing::Rows;
using testing::rows_of;

const std::vector<double> kFour{50, 250, 350, 450, 545};

TEST(RowBands, EachLineOfFiguresIsARow) {
  PageBuilder page;
  page.grid(kFour, {80, 110, 215, 245}).row(kFour, 100, {"หน่วยงาน", "จำนวน", "ร้อยละ", "ลำดับ"}, kBold);
  page.row(kFour, 135, {"กองช่าง", "๑๗๕", "๒๖.๐", "๑"}).row(kFour, 160, {"กองคลังและพัสดุ", "๒๖", "๓.๙", "๓"});
  page.row(kFour, 185, {"ของเทศบาล", "", "", ""}).row(kFour, 205, {"สำนักปลัด", "๗๒", "๔.๘", "๒"});
  page.row(kFour, 235, {"รวม", "๒๗๓", "๓๔.๗", ""});
  EXPECT_EQ(rows_of(read(page).tables.at(0)),
            (Rows{"H หน่วยงาน|จำนวน|ร้อยละ|ลำดับ", "B กองช่าง|๑๗๕|๒๖.๐|๑", "B กองคลังและพัสดุของเทศบาล|๒๖|๓.๙|๓",
                  "B สำนักปลัด|๗๒|๔.๘|๒", "B รวม|๒๗๓|๓๔.๗|"}));
}

TEST(RowBands, LinesAboveTheFirstFiguresAreAHeading) {
  PageBuilder page;
  page.grid(kFour, {80, 110, 190, 220, 250}).row(kFour, 100, {"แผนงาน", "โครงการ", "ร้อยละ", "บาท"}, kBold);
  page.row(kFour, 130, {"๒. ด้านเศรษฐกิจ", "", "", ""}).row(kFour, 155, {"๒.๑ ชุมชนเข้มแข็ง", "1", "50.00", "20,000"});
  page.row(kFour, 180, {"๒.๒ ศาสนา", "3", "50.00", "30,000"}).row(kFour, 210, {"รวม", "4", "100", "50,000"});
  page.row(kFour, 240, {"๓. ด้านสังคม", "-", "-", "-"});
  const Rows rows = rows_of(read(page).tables.at(0));
  ASSERT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[1], "B ๒. ด้านเศรษฐกิจ|||");
  EXPECT_EQ(rows[2], "B ๒.๑ ชุมชนเข้มแข็ง|1|50.00|20,000");
  EXPECT_EQ(rows[3], "B ๒.๒ ศาสนา|3|50.00|30,000");
}

// Figures at the foot of their cells stand lower than the words beside them; the lowest line is lost to no row.
TEST(RowBands, WordsALittleHigherGoWithTheirFigures) {
  PageBuilder page;
  page.grid(kFour, {80, 110, 196}).row(kFour, 100, {"แผนงาน", "โครงการ", "บาท", "เจ้าภาพ"}, kBold);
  for (const double y : {0.0, 40.0}) {
    page.row(kFour, 130 + y, {y == 0 ? "สาธารณสุข" : "กำจัดขยะ", "", "", ""});
    page.row(kFour, 142 + y, {"", "1", y == 0 ? "20,000" : "160,000", ""}).row(kFour, 146 + y, {"", "", "", "กองช่าง"});
  }
  page.row(kFour, 192, {"", "", "", "และกองคลัง"});
  EXPECT_EQ(rows_of(read(page).tables.at(0)),
            (Rows{"H แผนงาน|โครงการ|บาท|เจ้าภาพ", "B สาธารณสุข|1|20,000|กองช่าง", "B กำจัดขยะ|1|160,000|กองช่างและกองคลัง"}));
}

// Labels of three lines with the figures beside the middle one: nothing tells where a row begins.
TEST(RowBands, FiguresBesideTheMiddleOfLabelsPartNothing) {
  PageBuilder page;
  page.grid(kFour, {80, 110, 250}).row(kFour, 100, {"แผนงาน", "โครงการ", "ร้อยละ", "บาท"}, kBold);
  for (const double y : {0.0, 66.0}) {
    page.row(kFour, 130 + y, {"งานรักษา", "", "", ""}).row(kFour, 152 + y, {"ความสะอาด", "1", "50.00", "20,000"});
    page.row(kFour, 174 + y, {"ของเมือง", "", "", ""});
  }
  EXPECT_EQ(read(page).tables.at(0).rows.size(), 2U);
}

// Labels that count on, of one line or two, their figures beside whichever of them.
TEST(RowBands, LabelsThatCountOnAreRows) {
  PageBuilder page;
  page.grid(kFour, {80, 110, 240}).row(kFour, 100, {"รายการ", "ปวช.", "ปวส.", "ปทส."}, kBold);
  page.row(kFour, 130, {"1.5 ค่าลงทะเบียน", "100", "100", "-"}).row(kFour, 152, {"1.6 ค่าเรียน", "", "", ""});
  page.row(kFour, 174, {"หน่วยกิตละ", "250", "300", "350"}).row(kFour, 196, {"1.7 ค่าวัสดุ", "", "", ""});
  page.row(kFour, 218, {"ไม่เกิน", "20", "", "30"});
  EXPECT_EQ(rows_of(read(page).tables.at(0)), (Rows{"H รายการ|ปวช.|ปวส.|ปทส.", "B 1.5 ค่าลงทะเบียน|100|100|-",
                                                    "B 1.6 ค่าเรียนหน่วยกิตละ|250|300|350", "B 1.7 ค่าวัสดุไม่เกิน|20||30"}));
}

TEST(RowBands, YearsInOneRowStayTogether) {
  PageBuilder page;
  page.grid(kFour, {80, 110, 170}).row(kFour, 100, {"มาตรการ", "ปี", "เจ้าภาพ", "ผล"}, kBold);
  page.row(kFour, 130, {"เผยแพร่คู่มือ", "2566", "กองช่าง", "ครบ"}).row(kFour, 155, {"บนเว็บไซต์", "2567", "", ""});
  EXPECT_EQ(read(page).tables.at(0).rows.size(), 2U);
}

// A font for Thai without figures: those of a title's second line are printed in another one.
TEST(RowBands, FiguresInAnotherFontBeginNoRow) {
  const testing::Print figures{16, "NotoSerif-Bold"};
  PageBuilder page;
  page.grid(kFour, {80, 130, 170, 210});
  page.row(kFour, 100, {"", "คะแนนปี", "ผลปี", ""}, kBold).row(kFour, 120, {"", "2567", "2568", ""}, figures);
  page.row(kFour, 110, {"ตัวชี้วัด", "", "", "มาตรการ"}, kBold);
  page.row(kFour, 150, {"การปฏิบัติหน้าที่", "89.08", "91", "ลดขั้นตอน"})
      .row(kFour, 190, {"การใช้อำนาจ", "86.97", "89", "ชี้แจง"});
  const Rows rows = rows_of(read(page).tables.at(0));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0], "H ตัวชี้วัด|คะแนนปี 2567|ผลปี 2568|มาตรการ");
}

}  // namespace
}  // namespace prongsai::tables
