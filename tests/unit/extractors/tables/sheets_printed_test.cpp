// Sheets as a spreadsheet program prints them: with the letters of columns and the numbers of rows, over two pages.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/extractors/tables/page_builder.hpp"
#include "tests/unit/extractors/tables/table_rows.hpp"

namespace prongsai::tables {
namespace {

using testing::kBold;
using testing::PageBuilder;
using testing::Rows;
using testing::rows_of;

const std::vector<double> kRows{100, 130, 160, 190, 220, 250};

TEST(SheetHeadings, AreNoPartOfTheTable) {
  const std::vector<double> columns{50, 80, 250, 350};
  PageBuilder page;
  page.grid(columns, kRows);
  page.row(columns, 120, {"", "A", "B"}).row(columns, 150, {"1", "ผลการประเมินของสำนักงาน", ""});
  page.row(columns, 180, {"2", "แบบวัด", "คะแนน"}, kBold).row(columns, 210, {"3", "IIT", "91.20"});
  page.row(columns, 240, {"4", "หมายเหตุ ปัดเศษแล้ว", ""});
  const Document document = testing::read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(rows_of(document.tables[0]), (Rows{"H แบบวัด|คะแนน", "B IIT|91.20", "S หมายเหตุ ปัดเศษแล้ว|"}));
  ASSERT_EQ(document.paragraphs.size(), 1U);
  EXPECT_EQ(document.paragraphs[0].text, "ผลการประเมินของสำนักงาน");
}

TEST(SheetHeadings, LettersAndNumbersOfTheReportStay) {
  const std::vector<double> columns{50, 150, 250, 350};
  PageBuilder page;
  page.grid(columns, kRows);
  page.row(columns, 120, {"ข้อ", "A", "B"}, kBold).row(columns, 150, {"1", "ดี", "ดี"});
  page.row(columns, 180, {"2", "ดี", "ดี"}).row(columns, 210, {"3", "ดี", "ดี"}).row(columns, 240, {"4", "ดี", "ดี"});
  EXPECT_EQ(rows_of(testing::read(page).tables.at(0)).front(), "H ข้อ|A|B");
}

// The page that a sheet's columns go on on, with its head and foot as the program prints them.
Document over_two_pages(const std::vector<std::vector<std::string>>& right, const std::vector<double>& rows = kRows) {
  const std::vector<double> left_columns{50, 90, 300, 400};
  const std::vector<double> right_columns{50, 200, 300};
  PageBuilder first(1);
  first.line(400, 40, "พิมพ์เมื่อ 30/09/2568 16:21");
  first.grid(left_columns, kRows);
  first.row(left_columns, 120, {"ที่", "ตัวชี้วัด", "ปี 2567"}, kBold).row(left_columns, 150, {"1", "การใช้งบประมาณ", "84.10"});
  first.row(left_columns, 180, {"2", "การใช้อำนาจ", "85.20"}).row(left_columns, 210, {"3", "การแก้ไขปัญหา", "86.30"});
  first.row(left_columns, 240, {"4", "การสื่อสาร", "87.40"});
  first.line(60, 800, "คะแนน.xlsx หน้า 1 จาก 2");
  PageBuilder second(2);
  second.line(400, 40, "พิมพ์เมื่อ 30/09/2568 16:21");
  second.grid(right_columns, rows);
  for (std::size_t row = 0; row < right.size(); ++row)
    second.row(right_columns, rows[row] + 20, right[row], row == 0 ? kBold : testing::Print{});
  second.line(60, 800, "คะแนน.xlsx หน้า 2 จาก 2");
  return assemble({first.page(), second.page()});
}

TEST(RightJoins, ColumnsThatDidNotFitStandOnTheNextPage) {
  const Document document = over_two_pages(
      {{"ปี 2568", "ผู้ดูแล"}, {"90.10", "กองคลัง"}, {"91.20", "กองช่าง"}, {"92.30", "นิติกร"}, {"93.40", "ธุรการ"}});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].last_page, 2);
  EXPECT_EQ(rows_of(document.tables[0]).front(), "H ที่|ตัวชี้วัด|ปี 2567|ปี 2568|ผู้ดูแล");
  EXPECT_EQ(rows_of(document.tables[0]).back(), "B 4|การสื่อสาร|87.40|93.40|ธุรการ");
  EXPECT_EQ(document.tables[0].rows.back().cells.back().at.page_no, 2);
}

TEST(RightJoins, ATableThatCountsItsOwnRowsIsAnother) {
  const Document document =
      over_two_pages({{"ลำดับ", "มาตรการ"}, {"1", "ติดป้าย"}, {"2", "อบรม"}, {"3", "ประชุม"}, {"4", "สำรวจ"}});
  EXPECT_EQ(document.tables.size(), 2U);
}

TEST(RightJoins, RowsOfOtherHeightsAreAnothers) {
  const Document document = over_two_pages(
      {{"ปี 2568", "ผู้ดูแล"}, {"90.10", "กองคลัง"}, {"91.20", "กองช่าง"}, {"92.30", "นิติกร"}, {"93.40", "ธุรการ"}},
      {100, 130, 170, 210, 250, 290});
  EXPECT_EQ(document.tables.size(), 2U);
}

}  // namespace
}  // namespace prongsai::tables
