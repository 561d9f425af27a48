// Grids and text → tables: headers, rows over page breaks, tables without rulings, reading order.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractors/tables/assemble.hpp"
#include "extractors/tables/dump.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"
#include "tests/unit/extractors/tables/table_rows.hpp"

namespace prongsai::tables {
namespace {

using testing::kBold;
using testing::PageBuilder;
using testing::Print;
using testing::read;
using testing::Rows;
using testing::rows_of;

const std::vector<double> kThree{50, 150, 350, 545};  // two narrow columns and a wide one
const std::vector<std::string> kTitles{"ประเด็น", "ขั้นตอน", "ผู้รับผิดชอบ"};

// Headers -----------------------------------------------------------------------------------------------

TEST(TableHeader, BoldTitles) {
  PageBuilder page;
  page.grid(kThree, {100, 130, 160}).row(kThree, 120, kTitles, kBold).row(kThree, 150, {"ก", "ข", "ค"});
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(rows_of(document.tables[0]), (Rows{"H ประเด็น|ขั้นตอน|ผู้รับผิดชอบ", "B ก|ข|ค"}));
  EXPECT_EQ(document.tables[0].headers, kTitles);
  EXPECT_NEAR(document.tables[0].header_boxes[1].x0, 150, 0.5);
}

TEST(TableHeader, FontsWithoutNamesDifferInSize) {
  PageBuilder page;
  page.grid(kThree, {100, 130, 160, 190});
  page.row(kThree, 120, kTitles, Print{16.3, ""});
  page.row(kThree, 150, {"ก", "ข", "ค"}, Print{16, ""}).row(kThree, 180, {"ง", "จ", "ฉ"}, Print{16, ""});
  EXPECT_EQ(rows_of(read(page).tables.at(0)).front(), "H ประเด็น|ขั้นตอน|ผู้รับผิดชอบ");
}

// A page that ends in a table without rulings, and the next, where it goes on without its titles.
Document over_two_pages(const std::vector<std::string>& below) {
  const std::vector<double> columns{60, 280, 400};
  PageBuilder first(1);
  first.line(60, 80, "แผนของสำนักงาน");
  first.row(columns, 660, {"มาตรการ", "ผู้ดูแล", "กำหนด"}, kBold);
  first.row(columns, 690, {"ติดป้าย", "กองคลัง", "มีนาคม"}).row(columns, 720, {"อบรม", "กองช่าง", "เมษายน"});
  PageBuilder second(2);
  second.row(columns, 80, {"ตรวจนับครุภัณฑ์ทุก", "สำนักปลัด", "พฤษภาคม"}).row(columns, 102, {"สิ้นไตรมาส", "", ""});
  second.row(columns, 132, {"ทบทวนคำสั่ง", "กองช่าง", "มิถุนายน"});
  double baseline = 200;
  for (const std::string& text : below) second.line(60, baseline += 22, text);
  return assemble({first.page(), second.page()});
}

TEST(Borderless, GoesOnAtTheHeadOfTheNextPage) {
  const Document document = over_two_pages({"ข้อความท้ายแผนที่ยาวเต็มหน้ากระดาษตามแบบของสำนักงานจังหวัด"});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].last_page, 2);
  EXPECT_EQ(testing::rows_of(document.tables[0]).size(), 5U);
  EXPECT_EQ(testing::rows_of(document.tables[0]).back(), "B ทบทวนคำสั่ง|กองช่าง|มิถุนายน");
  ASSERT_EQ(document.paragraphs.size(), 2U);
}

TEST(Borderless, ProseAtTheHeadOfTheNextPageIsNoPartOfIt) {
  const std::vector<double> columns{60, 280, 400};
  PageBuilder first(1);
  first.row(columns, 660, {"มาตรการ", "ผู้ดูแล", "กำหนด"}, kBold);
  first.row(columns, 690, {"ติดป้าย", "กองคลัง", "มีนาคม"}).row(columns, 720, {"อบรม", "กองช่าง", "เมษายน"});
  PageBuilder second(2);
  for (const double baseline : {80.0, 102.0, 124.0})
    second.line(60, baseline, "ข้อความที่ยาวเต็มหน้ากระดาษตามแบบของสำนักงานจังหวัดนี้");
  const Document document = assemble({first.page(), second.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].last_page, 1);
}

TEST(TableHeader, CentredTitles) {
  PageBuilder page;
  page.grid(kThree, {100, 130, 160});
  for (std::size_t c = 0; c < 3; ++c) page.centred(kThree[c], kThree[c + 1], 120, kTitles[c]);
  page.row(kThree, 150, {"ก", "ข", "ค"});
  EXPECT_EQ(rows_of(read(page).tables.at(0)).front(), "H ประเด็น|ขั้นตอน|ผู้รับผิดชอบ");
}

TEST(TableHeader, TwoLevels) {
  PageBuilder page;
  page.horizontal(100, 50, 545).horizontal(130, 150, 545).horizontal(160, 50, 545).horizontal(190, 50, 545);
  page.vertical(50, 100, 190).vertical(150, 100, 190).vertical(545, 100, 190).vertical(350, 130, 190);
  page.line(60, 135, "หน่วยงาน", kBold);
  page.line(200, 120, "ผลการประเมิน", kBold);
  page.row(kThree, 150, {"", "คะแนน", "ระดับ"}, kBold).row(kThree, 180, {"ก", "๙๐", "A"});
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].headers, (std::vector<std::string>{"หน่วยงาน", "ผลการประเมิน คะแนน", "ผลการประเมิน ระดับ"}));
  EXPECT_EQ(rows_of(document.tables[0]).back(), "B ก|๙๐|A");
}

// Nothing is bold or centred: the levels themselves tell, down to the end of the tallest title.
TEST(TableHeader, LevelsInPlainPrint) {
  PageBuilder page;
  page.horizontal(100, 50, 545).horizontal(130, 150, 545).horizontal(160, 150, 545).horizontal(190, 50, 545);
  page.horizontal(220, 50, 545).horizontal(250, 50, 545);
  page.vertical(50, 100, 250).vertical(150, 100, 250).vertical(545, 100, 250).vertical(350, 130, 250);
  page.line(55, 145, "กิจกรรม");
  page.line(155, 120, "ระยะเวลา");
  page.line(155, 150, "ปี ๒๕๖๖");
  page.line(355, 150, "ปี ๒๕๖๗");
  page.row(kThree, 180, {"", "ไตรมาส ๑", "ไตรมาส ๒"}).row(kThree, 210, {"ก", "x", ""}).row(kThree, 240, {"ข", "", "x"});
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].headers,
            (std::vector<std::string>{"กิจกรรม", "ระยะเวลา ปี ๒๕๖๖ ไตรมาส ๑", "ระยะเวลา ปี ๒๕๖๗ ไตรมาส ๒"}));
  EXPECT_EQ(rows_of(document.tables[0]).back(), "B ข||x");
}

// The first of numbered rows is no level of the header, though its texts stand in the middle of their cells.
TEST(TableHeader, EndsWhereACountBegins) {
  const std::vector<double> columns{50, 100, 250, 400, 545};
  PageBuilder page;
  page.horizontal(100, 50, 545).horizontal(130, 250, 545);
  for (const double y : {160.0, 190.0, 220.0, 250.0}) page.horizontal(y, 50, 545);
  page.vertical(50, 100, 250).vertical(100, 160, 250).vertical(250, 100, 250).vertical(400, 130, 250);
  page.vertical(545, 100, 250);
  page.centred(50, 250, 135, "ที่ โครงการ");
  page.centred(250, 545, 120, "การดำเนินการ");
  page.centred(250, 400, 150, "สถานที่");
  page.centred(400, 545, 150, "หน่วยงาน");
  const std::vector<std::vector<std::string>> rows{{"1", "สร้างสะพานข้ามลำห้วย", "หมู่ ๒", "กองช่าง"},
                                                   {"", "ข้ามลำห้วยที่ตื้นเขิน", "", ""},
                                                   {"2", "ขุดลอกคลอง", "หมู่ ๓", "กองช่าง"}};
  double y = 180;
  for (const auto& row : rows) {
    page.line(105, y, row[1]);
    for (const std::size_t c : {0U, 2U, 3U}) {
      if (!row[c].empty()) page.centred(columns[c], columns[c + 1], y, row[c]);
    }
    y += 30;
  }
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  ASSERT_GE(rows_of(document.tables[0]).size(), 5U);
  EXPECT_EQ(rows_of(document.tables[0])[2], "B 1|สร้างสะพานข้ามลำห้วย|หมู่ ๒|กองช่าง");
}

// A banner whose frame was cut at a column's edge is the title of no column.
TEST(TableHeader, IsBelowABanner) {
  PageBuilder page;
  page.horizontal(100, 50, 545).horizontal(130, 50, 545).horizontal(160, 50, 545).horizontal(190, 50, 545);
  page.vertical(50, 100, 190).vertical(545, 100, 190).vertical(150, 100, 190).vertical(350, 130, 190);
  page.line(200, 120, "ให้รายงานภายในเดือนตุลาคม", kBold);
  page.row(kThree, 150, kTitles, kBold).row(kThree, 180, {"ก", "ข", "ค"});
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].headers, kTitles);
  EXPECT_EQ(rows_of(document.tables[0]).front().front(), 'S');
}

TEST(TableHeader, ColumnNumbersBelongToIt) {
  PageBuilder page;
  page.grid(kThree, {100, 130, 160, 190});
  page.row(kThree, 120, kTitles, kBold)
      .row(kThree, 150, {"(๑)", "(๒)", "(๓)"}, kBold)
      .row(kThree, 180, {"ก", "ข", "ค"});
  const auto rows = rows_of(read(page).tables.at(0));
  EXPECT_EQ(rows[1], "H (๑)|(๒)|(๓)");
  EXPECT_EQ(rows[2], "B ก|ข|ค");
}

// 4294967297 is 2³² + 1.
TEST(TableHeader, ALongNumberCountsNoColumn) {
  PageBuilder page;
  page.grid(kThree, {100, 130, 160, 190});
  page.row(kThree, 120, kTitles, kBold).row(kThree, 150, {"4294967297", "๒", "๓"}).row(kThree, 180, {"ก", "ข", "ค"});
  const auto rows = rows_of(read(page).tables.at(0));
  EXPECT_EQ(rows[1], "B 4294967297|๒|๓");
}

TEST(TableHeader, OfAnEmptyForm) {
  PageBuilder page;
  page.grid(kThree, {100, 130, 160, 190}).row(kThree, 120, kTitles);
  EXPECT_EQ(rows_of(read(page).tables.at(0)), (Rows{"H ประเด็น|ขั้นตอน|ผู้รับผิดชอบ", "B ||", "B ||"}));
}

// Cells -------------------------------------------------------------------------------------------------

TEST(TableCells, ACellOverAllColumnsIsNoBodyRow) {
  PageBuilder page;
  page.horizontal(100, 50, 545).horizontal(130, 50, 545).horizontal(160, 50, 545).horizontal(190, 50, 545);
  page.vertical(50, 100, 190).vertical(545, 100, 190).vertical(150, 100, 160).vertical(350, 100, 160);
  page.row(kThree, 120, kTitles, kBold).row(kThree, 150, {"ก", "ข", "ค"});
  page.line(55, 180, "ระยะเวลาดำเนินการ ๑ ปี");
  EXPECT_EQ(rows_of(read(page).tables.at(0)).back(), "S ระยะเวลาดำเนินการ ๑ ปี");
}

TEST(TableCells, AVerticalSpanIsRepeatedInItsRows) {
  PageBuilder page;
  page.horizontal(100, 50, 545).horizontal(130, 50, 545).horizontal(160, 150, 545).horizontal(190, 50, 545);
  for (const double x : kThree) page.vertical(x, 100, 190);
  page.row(kThree, 120, kTitles, kBold).row(kThree, 150, {"ก", "ข", "ค"}).row(kThree, 180, {"", "ง", "จ"});
  EXPECT_EQ(rows_of(read(page).tables.at(0)), (Rows{"H ประเด็น|ขั้นตอน|ผู้รับผิดชอบ", "B ก|ข|ค", "B ก|ง|จ"}));
}

// Page breaks -------------------------------------------------------------------------------------------

struct Break {
  const char* name;
  std::vector<std::string> above;  // the last row before the break
  std::vector<std::string> below;  // the first row after it
  bool open = false;               // no line closes the table before the break
  bool joined = false;
};

void PrintTo(const Break& b, std::ostream* out) {
  *out << b.name;
}

class PageBreak : public ::testing::TestWithParam<Break> {};

// `text` made up to a number of letters: 22 to 24 fill the second and third column.

std::string filled(std::string text, std::size_t letters) {
  while (text.size() < letters * 3) text += "ก";
  return text;
}

TEST_P(PageBreak, JoinsTheRowThatItCut) {
  const Break& c = GetParam();
  PageBuilder first(1);
  first.grid(kThree, {700, 730});
  if (c.open) {
    for (const double x : kThree) first.vertical(x, 730, 760);
  } else {
    first.grid(kThree, {730, 760});
  }
  first.row(kThree, 720, kTitles, kBold).row(kThree, 750, c.above);
  PageBuilder second(2);
  second.grid(kThree, {60, 90, 120}).row(kThree, 80, c.below).row(kThree, 110, {"อื่น", "อื่น", "อื่น"});
  const Document document = assemble({first.page(), second.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].last_page, 2);
  EXPECT_EQ(document.tables[0].rows.size(), c.joined ? 3U : 4U) << dump_tables(document);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, PageBreak,
    ::testing::Values(
        Break{"FirstCellBlank", {"ก", filled("ข", 22), filled("ค", 22)}, {"", "ต่อ", "ต่อ"}, false, true},
        Break{"FirstCellBlankInAnOpenTable", {"ก", "ข", filled("ค", 22)}, {"", "", "ต่อ"}, true, true},
        Break{"SentencesGoOnInAllCells",
              {filled("ก", 11), filled("ข", 23), filled("ค", 22)},
              {"ต่อ", "ต่อ", "ต่อ"},
              false,
              true},
        Break{"SentencesEnded", {"ก", "ข", "ค"}, {"ใหม่", "ใหม่", "ใหม่"}, false, false},
        Break{"SentencesEndedInAnOpenTable", {"ก", "ข", "ค"}, {"ใหม่", "ใหม่", "ใหม่"}, true, false},
        Break{"TheListGoesOnInside", {"ก", "๑. ทำ ๒. ดู", "ค"}, {"ต่อ", "ให้ครบ ๓. ส่ง", "ต่อ"}, false, true},
        Break{"TheListBeginsAgain", {filled("ก", 11), "๑. ทำ ๒. ดู", "ค"}, {"ใหม่", "๑. ทำ", "ใหม่"}, false, false},
        Break{"TheFirstColumnCounts", {"๑", filled("ข", 23), filled("ค", 22)}, {"๒", "ใหม่", "ใหม่"}, true, false},
        Break{"AFigureInEachRow", {"I๑", filled("ข", 23), "๒๙.๘๗"}, {"๒", "ใหม่", "๒๕.๑๙"}, true, false},
        Break{"RowsBeginAlike", {"ตัวที่ ๑", filled("ข", 23), filled("ค", 22)}, {"ตัวที่ ๒", "ใหม่", "ใหม่"}, true, false}),
    [](const auto& c) { return std::string(c.param.name); });

// Two pages, each with a table of these titles.
Document two_pages(const std::vector<std::string>& titles, const std::string& between) {
  PageBuilder first(1);
  first.grid(kThree, {600, 630, 660}).row(kThree, 620, kTitles, kBold).row(kThree, 650, {"๑", "ข", "ค"});
  PageBuilder second(2);
  if (!between.empty()) second.line(50, 120, between, kBold);
  second.grid(kThree, {150, 180, 210}).row(kThree, 170, titles, kBold).row(kThree, 200, {"๒", "จ", "ฉ"});
  return assemble({first.page(), second.page()});
}

TEST(TableJoins, ARepeatedHeaderIsDropped) {
  const Document document = two_pages(kTitles, "");
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(rows_of(document.tables[0]), (Rows{"H ประเด็น|ขั้นตอน|ผู้รับผิดชอบ", "B ๑|ข|ค", "B ๒|จ|ฉ"}));
  EXPECT_EQ(document.tables[0].rows[2].cells[0].at.page_no, 2);
}

// The last column is one cell for two rows above the break; below it nothing stands there.
TEST(TableJoins, AMergedCellGoesOnOverTheBreak) {
  const auto below = [](const std::string& third) {
    PageBuilder first(1);
    first.horizontal(700, 50, 545).horizontal(730, 50, 545).horizontal(760, 50, 350).horizontal(790, 50, 545);
    for (const double x : kThree) first.vertical(x, 700, 790);
    first.row(kThree, 720, kTitles, kBold).row(kThree, 750, {"ก", "ข", "ฝ่ายแผน"}).row(kThree, 780, {"ค", "ง", ""});
    PageBuilder second(2);
    second.grid(kThree, {60, 90, 120}).row(kThree, 80, kTitles, kBold).row(kThree, 110, {"จ", "ฉ", third});
    return rows_of(assemble({first.page(), second.page()}).tables.at(0)).back();
  };
  EXPECT_EQ(below(""), "B จ|ฉ|ฝ่ายแผน");
  EXPECT_EQ(below("ฝ่ายคลัง"), "B จ|ฉ|ฝ่ายคลัง");
}

// A cell of all rows on both pages: below it nothing is to be expected, so its blank says nothing of the row beside it.
TEST(TableJoins, ARowBelowAMergedCellIsNoRestOfTheOneAbove) {
  const std::vector<double> four{40, 210, 320, 420, 555};
  const std::vector<std::string> titles{"มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ"};
  const auto page_of = [&](int number, double top, std::vector<std::vector<std::string>> rows) {
    PageBuilder page(number);
    const double foot = top + 54 * static_cast<double>(rows.size() + 1);
    for (double y = top + 108; y < foot; y += 54) page.horizontal(y, 40, 210).horizontal(y, 320, 555);
    for (const double y : {top, top + 54, foot}) page.horizontal(y, 40, 555);
    for (const double x : four) page.vertical(x, top, foot);
    page.row(four, top + 18, titles, kBold);
    for (std::size_t i = 0; i < rows.size(); ++i) page.row(four, top + 72 + 54 * static_cast<double>(i), rows[i]);
    return page.page();
  };
  const Page first = page_of(1, 610,
                             {{"จัดทำคู่มือการให้บริการ", "คณะทำงาน", "มกราคม ๒๕๖๗", "แจกคู่มือแล้ว"},
                              {"ทบทวนทะเบียนครุภัณฑ์", "", "มีนาคม ๒๕๖๗", "ตรวจนับครบทุกราย"}});
  const Page second = page_of(2, 50,
                              {{"ชี้แจงหลักเกณฑ์การเลื่อนเงินเดือน", "", "เมษายน ๒๕๖๗", "จัดประชุมชี้แจงแล้วสองครั้ง"},
                               {"เพิ่มช่องทางร้องเรียน", "", "พฤษภาคม ๒๕๖๗", "เปิดสายตรง"}});
  const Document document = assemble({first, second});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables.front().rows.size(), 5U);
}

TEST(TableJoins, OtherTitlesBeginAnotherTable) {
  EXPECT_EQ(two_pages({"ลำดับ", "มาตรการ", "กิจกรรม"}, "").tables.size(), 2U);
}

TEST(TableJoins, AHeadingBetweenPartsTables) {
  EXPECT_EQ(two_pages(kTitles, "ประเด็นที่ ๑.๒").tables.size(), 2U);
}

TEST(TableJoins, ACaptionMaySayThatTheTableGoesOn) {
  EXPECT_EQ(two_pages(kTitles, "ตารางที่ ๑ (ต่อ)").tables.size(), 1U);
}

TEST(TableJoins, APageNumberBetweenIsNoProse) {
  PageBuilder first(1);
  first.grid(kThree, {700, 730, 760}).row(kThree, 720, kTitles, kBold).row(kThree, 750, {"๑", "ข", "ค"});
  first.line(290, 810, "- ๑ -");
  PageBuilder second(2);
  second.line(290, 40, "- ๒ -");
  second.grid(kThree, {60, 90}).row(kThree, 80, {"๒", "จ", "ฉ"});
  const Document document = assemble({first.page(), second.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_TRUE(document.paragraphs.empty());
}

TEST(TableJoins, AHeaderThatThePageBreakCut) {
  PageBuilder first(1);
  first.grid(kThree, {740, 770}).row(kThree, 760, kTitles, kBold);
  PageBuilder second(2);
  second.grid(kThree, {60, 90, 120});
  second.row(kThree, 80, {"", "การปฏิบัติ", "หลัก"}, kBold).row(kThree, 110, {"ก", "ข", "ค"});
  const Document document = assemble({first.page(), second.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].headers, (std::vector<std::string>{"ประเด็น", "ขั้นตอนการปฏิบัติ", "ผู้รับผิดชอบหลัก"}));
  EXPECT_EQ(rows_of(document.tables[0]).back(), "B ก|ข|ค");
}

TEST(TableJoins, ASpanningRowAloneOnTheNextPage) {
  PageBuilder first(1);
  first.grid(kThree, {700, 730, 760}).row(kThree, 720, kTitles, kBold).row(kThree, 750, {"ก", "ข", "ค"});
  PageBuilder second(2);
  second.grid({50, 545}, {60, 90}).line(55, 80, "ข้อจำกัดของหน่วยงาน ไม่มี");
  second.line(50, 130, "ข้อความหลังตาราง");
  const Document document = assemble({first.page(), second.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(rows_of(document.tables[0]).back(), "S ข้อจำกัดของหน่วยงาน ไม่มี");
  EXPECT_EQ(document.paragraphs.size(), 1U);
}

TEST(TableJoins, AnEmptyStripBeforeTheBreakIsNoRow) {
  PageBuilder first(1);
  first.grid(kThree, {700, 730, 760}).row(kThree, 720, kTitles, kBold).row(kThree, 750, {"ก", "ข", "ค"});
  for (const double x : kThree) first.vertical(x, 760, 775);
  PageBuilder second(2);
  second.grid(kThree, {60, 90}).row(kThree, 80, {"ง", "จ", "ฉ"});
  const Document document = assemble({first.page(), second.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(rows_of(document.tables[0]), (Rows{"H ประเด็น|ขั้นตอน|ผู้รับผิดชอบ", "B ก|ข|ค", "B ง|จ|ฉ"}));
}

TEST(TableJoins, TwoTablesOfOtherColumnsOnFollowingPages) {
  PageBuilder first(1);
  first.grid(kThree, {700, 730, 760}).row(kThree, 720, kTitles, kBold).row(kThree, 750, {"ก", "ข", "ค"});
  PageBuilder second(2);
  second.grid({50, 250, 545}, {60, 90, 120}).row({50, 250}, 80, {"หัว", "ข้อ"}, kBold).row({50, 250}, 110, {"ง", "จ"});
  EXPECT_EQ(assemble({first.page(), second.page()}).tables.size(), 2U);
}

// Rulings missing ---------------------------------------------------------------------------------------

// Three columns, rows of two lines, white between the rows.
void draw_rows(PageBuilder& page) {
  page.row(kThree, 100, {"ที่", "มาตรการ", "กิจกรรม"}, kBold);
  double y = 130;
  for (const char* number : {"๑", "๒", "๓"}) {
    page.row(kThree, y, {number, "ตรวจนับพัสดุ", "รายงานผลทุกไตรมาส"});
    page.row(kThree, y + 20, {"", "ให้ครบถ้วน", ""});
    y += 50;
  }
}

const Rows kDrawn{"H ที่|มาตรการ|กิจกรรม", "B ๑|ตรวจนับพัสดุให้ครบถ้วน|รายงานผลทุกไตรมาส",
                  "B ๒|ตรวจนับพัสดุให้ครบถ้วน|รายงานผลทุกไตรมาส", "B ๓|ตรวจนับพัสดุให้ครบถ้วน|รายงานผลทุกไตรมาส"};

TEST(MissingRules, NoneAtAll) {
  PageBuilder page;
  page.line(50, 60, "ข้อความก่อนตารางที่ยาวเต็มบรรทัดไปจนถึงขอบด้านขวาของหน้ากระดาษนี้");
  draw_rows(page);
  page.line(50, 300, "ข้อความหลังตารางที่ยาวเต็มบรรทัดไปจนถึงขอบด้านขวาของหน้ากระดาษนี้");
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U) << dump_tables(document);
  EXPECT_EQ(rows_of(document.tables[0]), kDrawn);
  EXPECT_FALSE(document.tables[0].ruled);
  EXPECT_EQ(document.paragraphs.size(), 2U);
}

// Figures stand less than two blanks apart there, and the last row's label reaches over the first two columns.
TEST(MissingRules, NarrowColumnsOfFiguresAndARowOfMeans) {
  PageBuilder page;
  const std::vector<double> xs{50, 100, 300, 350, 400, 450};
  const auto put = [&](double y, const std::vector<std::string>& texts) { page.row(xs, y, texts); };
  put(100, {"ที่", "หน่วยงาน", "IIT", "EIT", "รวม", "ผล"});
  put(125, {"1", "โรงพยาบาลทดลองหนึ่ง", "28.12", "27.40", "93.57", "A"});
  put(150, {"2", "โรงพยาบาลทดลองสอง", "29.01", "28.33", "93.24", "A"});
  put(175, {"3", "โรงพยาบาลทดลองสาม", "26.44", "25.17", "88.81", "B"});
  page.line(55, 200, "ค่าเฉลี่ยทั้งหมด");
  put(200, {"", "", "27.86", "26.97", "91.87"});
  const Document document = assemble({page.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(
      rows_of(document.tables[0]),
      (std::vector<std::string>{"H ที่|หน่วยงาน|IIT|EIT|รวม|ผล", "B 1|โรงพยาบาลทดลองหนึ่ง|28.12|27.40|93.57|A",
                                "B 2|โรงพยาบาลทดลองสอง|29.01|28.33|93.24|A",
                                "B 3|โรงพยาบาลทดลองสาม|26.44|25.17|88.81|B", "B ค่าเฉลี่ยทั้งหมด||27.86|26.97|91.87|"}));
}

TEST(MissingRules, OnlyVerticalOnes) {
  PageBuilder page;
  draw_rows(page);
  for (const double x : kThree) page.vertical(x, 80, 290);
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U) << dump_tables(document);
  EXPECT_EQ(rows_of(document.tables[0]), kDrawn);
}

TEST(MissingRules, OnlyHorizontalOnes) {
  PageBuilder page;
  draw_rows(page);
  for (const double y : {80.0, 110.0, 160.0, 210.0, 260.0}) page.horizontal(y, 50, 545);
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U) << dump_tables(document);
  EXPECT_EQ(rows_of(document.tables[0]), kDrawn);
}

TEST(MissingRules, AFrameWithOneRulingUnderTheTitles) {
  PageBuilder page;
  draw_rows(page);
  page.grid(kThree, {80, 110, 290});
  EXPECT_EQ(rows_of(read(page).tables.at(0)), kDrawn);
}

// Rulings around the titles, the rows together and the mean.
TEST(MissingRules, RowsThatCountOnBetweenTwoRulings) {
  PageBuilder page;
  page.grid(kThree, {100, 130, 210, 240}).row(kThree, 120, {"ลำดับ", "หน่วยงาน", "คะแนน"}, kBold);
  page.row(kThree, 150, {"๑", "โรงเรียนบ้านนา", "๙๐.๑๒"}).row(kThree, 175, {"๒", "โรงเรียนบ้านไร่", "๘๘.๔๐"});
  page.row(kThree, 200, {"๓", "โรงเรียนบ้านสวน", "๘๗.๐๐"}).row(kThree, 230, {"เฉลี่ย", "", "๘๘.๕๑"});
  EXPECT_EQ(rows_of(read(page).tables.at(0)),
            (Rows{"H ลำดับ|หน่วยงาน|คะแนน", "B ๑|โรงเรียนบ้านนา|๙๐.๑๒", "B ๒|โรงเรียนบ้านไร่|๘๘.๔๐", "B ๓|โรงเรียนบ้านสวน|๘๗.๐๐",
                  "B เฉลี่ย||๘๘.๕๑"}));
}

TEST(MissingRules, ATableInAFrame) {
  PageBuilder page;
  page.grid({40, 555}, {80, 240});
  page.row(kThree, 110, {"ที่", "ตัวชี้วัด", "คะแนน"}, kBold);
  page.row(kThree, 140, {"๑", "การปฏิบัติหน้าที่", "๙๕.๑๐"}).row(kThree, 170, {"๒", "การใช้งบประมาณ", "๙๑.๒๐"});
  page.row(kThree, 200, {"๓", "การใช้อำนาจ", "๙๔.๖๐"});
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].cols, 3);
}

// No line under a band of titles: their print ends in all columns at one height.
TEST(MissingRules, TitlesThatRunIntoTheFirstRow) {
  PageBuilder page;
  page.grid(kThree, {100, 160, 190}).row(kThree, 120, {"ที่", "ตัวชี้วัด", "ปี ๒๕๖๗"}, kBold);
  page.row(kThree, 150, {"๑", "การปฏิบัติหน้าที่", "๙๑.๔๒"}).row(kThree, 180, {"๒", "การใช้งบประมาณ", "๘๖.๓๐"});
  EXPECT_EQ(rows_of(read(page).tables.at(0)),
            (Rows{"H ที่|ตัวชี้วัด|ปี ๒๕๖๗", "B ๑|การปฏิบัติหน้าที่|๙๑.๔๒", "B ๒|การใช้งบประมาณ|๘๖.๓๐"}));
}

TEST(MissingRules, ARuledRowWithParagraphsStaysOne) {
  PageBuilder page;
  page.grid(kThree, {80, 110, 290}).row(kThree, 100, kTitles, kBold);
  page.row(kThree, 130, {"ประเด็น", "๑. ตรวจนับ", "๑. กลุ่มหนึ่ง"});
  page.row(kThree, 150, {"", "๒. รายงาน", "๒. กลุ่มสอง"});
  page.row(kThree, 200, {"", "๓. ติดตาม", ""});
  EXPECT_EQ(read(page).tables.at(0).rows.size(), 2U);
}

TEST(MissingRules, ListsAndMemoHeadsAreNoTables) {
  PageBuilder page;
  page.line(50, 60, "ส่วนราชการ");
  page.line(300, 60, "โทร");
  page.line(50, 80, "ที่");
  page.line(300, 80, "วันที่");
  double y = 120;
  for (const char* name : {"๑.นายหนึ่ง", "๒.นายสอง", "๓.นายสาม", "๔.นายสี่"}) {
    page.line(50, y, name);
    page.line(200, y, "นามสกุล");
    page.line(400, y, "พ.ศ. ๒๕๖๐");
    y += 20;
  }
  EXPECT_TRUE(read(page).tables.empty());
}

// Reading order -----------------------------------------------------------------------------------------

TEST(ReadingOrder, ProseAndTablesByHeightThenSide) {
  PageBuilder page;
  const std::vector<double> right{310, 400, 545};
  const std::vector<double> left{50, 150, 280};
  page.line(50, 60, "ก่อน");
  page.grid(right, {98, 130, 160}).row(right, 120, {"ค", "ง"}, kBold).row(right, 150, {"1", "2"});
  page.grid(left, {100, 130, 160}).row(left, 120, {"ก", "ข"}, kBold).row(left, 150, {"3", "4"});
  page.line(50, 200, "หลัง");
  const Document document = read(page);
  ASSERT_EQ(document.order.size(), 4U);
  EXPECT_EQ(document.order[0].kind, Block::Kind::paragraph);
  ASSERT_EQ(document.tables.size(), 2U);
  EXPECT_EQ(document.tables[0].headers.front(), "ก");
  EXPECT_EQ(document.tables[1].headers.front(), "ค");
  EXPECT_EQ(document.order[3].kind, Block::Kind::paragraph);
}

TEST(ReadingOrder, NothingGivesNothing) {
  EXPECT_TRUE(assemble(std::vector<Page>()).order.empty());
  PageBuilder page;
  EXPECT_TRUE(read(page).order.empty());
}

// Dumps -------------------------------------------------------------------------------------------------

TEST(Dump, TablesAndParagraphs) {
  PageBuilder page;
  page.line(50, 60, "หัวข้อ", kBold);
  page.grid({50, 150, 250}, {100, 130, 160}).row({50, 150}, 120, {"ก", "ข"}, kBold).row({50, 150}, 150, {"1", ""});
  EXPECT_EQ(dump_tables(read(page)),
            "paragraph p1 50.0,44.8,82.0,65.6 bold\n"
            "  หัวข้อ\n"
            "table 1 p1 50.0,100.0,250.0,160.0 2 columns\n"
            "  header\n"
            "    1 p1 | ก\n"
            "    2 p1 | ข\n"
            "  row 1\n"
            "    1 p1 | 1\n"
            "    2 p1 | \n");
}

// ---- what a page says

TEST(PageTexts, AreTheLinesOfParagraphsAndCells) {
  PageBuilder page;
  page.line(50, 60, "สานักงานตัวอย่าง");
  page.grid({50, 200, 400}, {100, 130, 160}).row({50, 200}, 120, {"การ", "งาน"}).row({50, 200}, 150, {"12", "34"});
  page.line(50, 200, "ลงชื่อ");
  const Document document = assemble({page.page()});
  ASSERT_EQ(document.page_texts.size(), 1U);
  EXPECT_EQ(document.page_texts[0].text, "สำนักงานตัวอย่าง\nการ\tงาน\n12\t34\nลงชื่อ")
      << "figures of two columns stay apart";
  EXPECT_EQ(document.page_texts[0].raw_text, "สานักงานตัวอย่าง\nการ\nงาน\n12\n34\nลงชื่อ");
}

TEST(PageTexts, HoldRunningHeadsAndFeetThatParagraphsLeaveOut) {
  std::vector<Page> pages;
  for (int i = 1; i <= 4; ++i) {
    PageBuilder page;
    page.page().page_no = i;
    page.line(50, 40, "คู่มือการทำงาน");
    page.line(50, 300, "เนื้อความของหน้านี้");
    page.line(50, 820, "หน้า " + std::to_string(i));
    pages.push_back(page.page());
  }
  const Document document = assemble(pages);
  EXPECT_EQ(document.paragraphs.size(), 4U);
  EXPECT_EQ(document.page_texts.at(2).text, "คู่มือการทำงาน\nเนื้อความของหน้านี้\nหน้า 3");
}

TEST(Dump, Words) {
  PageBuilder page;
  page.line(50, 100, "ก ข");
  page.page().words[0].sara_am_at = {0};
  page.horizontal(120, 50, 100);
  page.page().reason = "text layer is sound";
  EXPECT_EQ(dump_words(page.page()),
            "page 1 595.0x842.0 rotation 0 text (text layer is sound)\n"
            "  50.0,84.8,58.0,105.6 _ ก  {Sarabun 16.0}  ำ@0\n"
            "  62.8,84.8,70.8,105.6 . ข  {Sarabun 16.0}\n"
            "  --- 50.0,119.6,100.0,120.4\n");
}

}  // namespace
}  // namespace prongsai::tables
