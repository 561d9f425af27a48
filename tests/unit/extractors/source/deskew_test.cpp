#include "extractors/source/image/deskew.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "extractors/source/ocr/scan_page.hpp"
#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

const std::vector<std::string> report = {
    "รายงานการดำเนินงานตามแผนปฏิบัติการ",     "สำนักงานตัวอย่างได้กำหนดมาตรการส่งเสริม",  "ความโปร่งใสให้ผู้ปฏิบัติทุกกลุ่มงานถือปฏิบัติ",
    "พร้อมทั้งชี้แจงขั้นตอนแก่ผู้มาติดต่อ ณ จุดบริการ", "และรวบรวมข้อเสนอแนะเพื่อปรับปรุงให้ดียิ่งขึ้น", "ผู้บังคับบัญชาตรวจเยี่ยมและสั่งการทุกเดือน",
};

Picture page_of(const std::vector<std::string>& lines) {
  return testing::print_lines(lines, {.pitch = 1.4, .width = 420, .height = 300}).page;
}

InkMap ink_of(const Picture& page) {
  return find_components(page, 128);
}

TEST(LetterHeight, IsThatOfAPlainLetterWhateverStandsOnIt) {
  const InkMap ink = ink_of(page_of(report));
  // ก of Laksaman is 0.60 em high; 16 points at 200 dpi are 44.4 pixels.
  EXPECT_NEAR(letter_height(ink), 26.8, 1.0);
}

TEST(LetterHeight, OfAnEmptyPageIsNought) {
  EXPECT_EQ(letter_height(InkMap{}), 0);
}

TEST(FindSkew, IsExactToATwentiethOfADegree) {
  const Picture page = page_of(report);
  for (const double degrees : {0.0, 0.3, -0.7, 1.6, -2.4, 5.0}) {
    const InkMap ink = ink_of(levelled(page, -degrees));
    EXPECT_NEAR(find_skew(ink, letter_height(ink)), degrees, 0.05) << degrees;
  }
}

void fill(Picture& page, const PixelBox& box) {
  for (int y = box.y0; y < box.y1; ++y) std::fill(page.row(y) + box.x0, page.row(y) + box.x1, std::uint8_t{0});
}

// Letters 28 pixels high, side by side.
void print_letters(Picture& page, int x, int baseline, int count) {
  for (int i = 0; i < count; ++i) fill(page, {x + 30 * i, baseline - 28, x + 30 * i + 20, baseline});
}

// Ten rows of a number, a short name and a figure, 113 pixels apart, in rules.
Picture list_of_indicators() {
  constexpr int kPitch = 113;
  Picture page(2066, 2000, 250);
  for (int row = 0; row <= 10; ++row) {
    const int top = 400 + kPitch * row;
    fill(page, {190, top, 1859, top + 3});
    if (row == 10) break;
    print_letters(page, 320, top + 75, 1);
    print_letters(page, 480, top + 75, 9);
    print_letters(page, 1610, top + 75, 5);
  }
  for (const int x : {190, 468, 1510, 1857}) fill(page, {x, 400, x + 3, 400 + 10 * kPitch});
  return page;
}

// Along a slope of a row a column its cells gather as well as along none: the rules tell.
TEST(FindSkew, IsNotMisledByEqualRowsOfShortCells) {
  for (const double degrees : {0.0, 0.3, -1.2}) {
    const InkMap ink = ink_of(levelled(list_of_indicators(), -degrees));
    EXPECT_NEAR(find_skew(ink, 28), degrees, 0.05) << degrees;
  }
}

TEST(FindTurn, TellsAllFourWays) {
  const Picture page = page_of(report);
  for (const int turned_by : {0, 90, 180, 270}) {
    const InkMap ink = ink_of(turned(page, turned_by));
    const Turn turn = find_turn(ink, letter_height(ink));
    EXPECT_EQ(turn.clockwise, (360 - turned_by) % 360) << turned_by;
    EXPECT_TRUE(turn.certain) << turned_by;
  }
}

TEST(FindTurn, AdmitsThatAFewFiguresTellNothing) {
  const InkMap ink = ink_of(page_of({"๘๗ ๙๐", "๐๐ ๑๑"}));
  EXPECT_FALSE(find_turn(ink, letter_height(ink)).certain);
}

TEST(Straighten, TurnsAndLevels) {
  const Picture page = levelled(page_of(report), 1.2);
  const ScanPage scan = straighten(to_raster(turned(page, 270)));
  EXPECT_EQ(scan.turned, 90);
  EXPECT_NEAR(scan.skew, -1.2, 0.05);
  const InkMap ink = find_components(scan.grey, scan.ink_below);
  EXPECT_NEAR(find_skew(ink, scan.letter), 0, 0.05);
}

TEST(Straighten, EnlargesSmallPrint) {
  const Picture page = testing::print_lines(report, {.dpi = 75, .pitch = 1.4, .width = 420, .height = 300}).page;
  const ScanPage scan = straighten(to_raster(page));
  EXPECT_DOUBLE_EQ(scan.grey.dpi, 150);
  EXPECT_NEAR(scan.letter, 2 * 26.8 * 75 / 200, 2);
}

TEST(Straighten, AFalsePageSizeDoesNotMislead) {
  Picture page = page_of(report);
  page.dpi = 74;  // as one file of a real office states for a 200 dpi scan
  EXPECT_NEAR(straighten(to_raster(page)).print_dpi(), 200, 40);
}

TEST(Straighten, ABlankPageHasNoLetters) {
  EXPECT_EQ(straighten(to_raster(Picture(300, 200, 200))).letter, 0);
}

}  // namespace
}  // namespace prongsai::source
