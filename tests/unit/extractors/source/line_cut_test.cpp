#include "extractors/source/ocr/line_cut.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "extractors/source/image/deskew.hpp"
#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

using testing::CutErrors;
using testing::print_lines;
using testing::PrintedLines;

// Thick with marks above and below, as official prose is.
const std::vector<std::string> prose = {
    "๑. ผู้อำนวยการกลุ่มมีหน้าที่กำกับดูแลให้ผู้ปฏิบัติ",
    "ยึดถือคู่มือที่ปรับปรุงใหม่ ชี้แจงขั้นตอนแก่ผู้มาติดต่อ",
    "และบันทึกข้อร้องเรียนทุกเรื่องที่ได้รับในแต่ละวัน",
    "๒. ประชุมชี้แจงให้บุคลากรรู้ถึงสิ่งที่ต้องเร่งปรับปรุง",
    "อย่างน้อยเดือนละ ๒ ครั้ง พร้อมสรุปผลเป็นลายลักษณ์อักษร",
    "เสนอผู้บังคับบัญชาเพื่อทราบและสั่งการต่อไป",
    "๓. เผยแพร่รายงานบนเว็บไซต์ (E-Service) ภายใน 15 วัน",
    "ครบถ้วน",
};

struct Cut {
  PrintedLines printed;
  InkMap ink;
  double letter = 0;
  std::vector<CutLine> lines;

  [[nodiscard]] CutErrors errors() const { return compare(printed, ink, lines, 0.03 * letter * letter); }
  [[nodiscard]] CutPage page() { return {printed.page, ink, letter}; }
};

Cut cut(PrintedLines printed) {
  Cut result;
  result.printed = std::move(printed);
  result.ink = find_components(result.printed.page, 128);
  result.letter = letter_height(result.ink);
  result.lines = cut_lines(result.page(), std::vector<int>(result.ink.components.size(), -1));
  return result;
}

TEST(CutLines, PunchedHolesAreNoLetters) {
  PrintedLines printed = print_lines(prose, {.pitch = 1.6, .left = 90});
  const double dpi = printed.page.dpi, radius = 0.11 * dpi;
  for (const double y : {0.9 * dpi, 1.6 * dpi}) {
    for (int dy = static_cast<int>(-radius); dy <= radius; ++dy) {
      const int half = static_cast<int>(std::sqrt(radius * radius - dy * dy));
      std::uint8_t* row = printed.page.row(static_cast<int>(y) + dy);
      std::fill(row + static_cast<int>(0.8 * dpi) - half, row + static_cast<int>(0.8 * dpi) + half + 1, 0);
    }
  }
  const Cut page = cut(std::move(printed));
  ASSERT_EQ(page.lines.size(), prose.size());
  for (const CutLine& line : page.lines) EXPECT_GT(line.box.x0, dpi) << "no line begins with a hole";
}

TEST(CutLines, KeepsEveryMarkWithItsLine) {
  for (const char* font : {"Laksaman", "Laksaman Bold", "Norasi", "Garuda"}) {
    for (const double dpi : {150.0, 200.0, 300.0}) {
      const double size = std::string(font).starts_with("Laksaman") ? 16 : 12;
      const Cut page = cut(print_lines(prose, {.font = font, .size = size, .dpi = dpi, .pitch = 1.6}));
      EXPECT_EQ(page.lines.size(), prose.size()) << font << ' ' << dpi;
      const CutErrors errors = page.errors();
      EXPECT_EQ(errors.lines_wrong, 0) << font << ' ' << dpi;
      EXPECT_LT(errors.wrong + errors.lost, errors.ink / 500) << font << ' ' << dpi;
    }
  }
}

// At this pitch tone marks of one line reach as far up as the letters of the line above, and some touch them.
TEST(CutLines, PartsLinesSetSolid) {
  for (const char* font : {"Laksaman", "Laksaman Bold"}) {
    const Cut page = cut(print_lines(prose, {.font = font, .pitch = 1.24}));
    EXPECT_EQ(page.lines.size(), prose.size()) << font;
    const CutErrors errors = page.errors();
    EXPECT_LT(errors.wrong + errors.lost, errors.ink / 150) << font;
  }
}

TEST(CutLines, AShortLastLineIsALine) {
  const Cut page = cut(print_lines({"จัดทำรายงานสรุปผลการดำเนินงานประจำปี", "ฯ"}, {}));
  EXPECT_EQ(page.lines.size(), 2U);
}

TEST(CutLines, ALetterWithItsMarksGrownOnIsALine) {
  EXPECT_EQ(cut(print_lines({"ปี"}, {.width = 200, .height = 120})).lines.size(), 1U);
}

// Prints more lines on the same sheet; `first` is the number of the first of them.
void add_print(PrintedLines& sheet, const PrintedLines& more, short first) {
  for (std::size_t i = 0; i < sheet.owner.size(); ++i) {
    sheet.page.pixels[i] = std::min(sheet.page.pixels[i], more.page.pixels[i]);
    if (more.owner[i] >= 0) sheet.owner[i] = static_cast<short>(more.owner[i] + first);
  }
}

TEST(CutLines, AHeadingTwiceAsLargeKeepsItsMarks) {
  PrintedLines printed = print_lines({"ที่นี่มีผู้รู้ชี้ขึ้น"}, {.size = 32, .height = 300});
  add_print(
      printed,
      print_lines({"", "", "", "ขั้นตอนที่ผู้ปฏิบัติต้องรู้", "และสิ่งที่ต้องปรับปรุงให้ดีขึ้น"}, {.pitch = 1.5, .top = 70, .height = 300}),
      0);
  const Cut page = cut(std::move(printed));
  EXPECT_EQ(page.lines.size(), 3U);
  EXPECT_EQ(page.errors().lines_wrong, 0);
}

// A card of a poster: words, under them a figure to be seen from afar, under it words.
TEST(CutLines, ACardsFigureLeavesTheWordsAroundItAlone) {
  for (const double size : {30.0, 40.0, 56.0, 72.0}) {
    const double figure = 74 + 0.6 * size;  // its baseline; figures are half as high as the size of this face
    PrintedLines printed = print_lines({"คะแนนรวม ปี 2568"}, {.size = 16, .height = 400});
    add_print(printed, print_lines({"96.31"}, {.size = size, .left = 46, .top = figure, .height = 400}), 1);
    add_print(printed, print_lines({"ระดับ ผ่านดีเยี่ยม"}, {.size = 16, .left = 52, .top = figure + 24, .height = 400}), 2);
    add_print(printed,
              print_lines({prose[0], prose[1], prose[2]}, {.size = 16, .pitch = 1.6, .top = 240, .height = 400}), 3);
    Cut page;
    page.printed = std::move(printed);
    page.ink = find_components(page.printed.page, 128);
    page.letter = letter_height(page.ink);
    std::vector<int> regions;
    for (const Component& c : page.ink.components) regions.push_back(c.centre_y() * 72 / 200 < 200 ? 0 : -1);
    page.lines = cut_lines(page.page(), regions);
    EXPECT_EQ(page.lines.size(), 6U) << size;
    EXPECT_EQ(page.errors().lines_wrong, 0) << size;
  }
}

TEST(CutLines, PointsDashesAndQuotationMarksStay) {
  const Cut page = cut(print_lines({"- ระบบ “ไม่รับของขวัญ” พ.ศ. ๒๕๖๗ : ร้อยละ ๙๘.๕ ......."}, {}));
  ASSERT_EQ(page.lines.size(), 1U);
  EXPECT_EQ(page.errors().lines_wrong, 0);
}

TEST(CutLines, AWideGapPartsColumns) {
  const Cut page = cut(print_lines({"ลงชื่อ                              ผู้รายงาน"}, {}));
  EXPECT_EQ(page.lines.size(), 2U);
}

TEST(CutLines, NeverReachesIntoAnotherCell) {
  PrintedLines printed = print_lines({"ผู้รับผิดชอบ กลุ่มงาน"}, {});
  InkMap ink = find_components(printed.page, 128);
  std::vector<int> regions;
  const double middle = 40 + 50;  // points: through the gap between the two words
  for (const Component& c : ink.components) regions.push_back(c.centre_x() * 72 / 200 < middle ? 0 : 1);
  const std::vector<CutLine> lines = cut_lines({printed.page, ink, letter_height(ink)}, regions);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].region, 0);
  EXPECT_EQ(lines[1].region, 1);
  EXPECT_LE(lines[0].box.x1, lines[1].box.x0);
}

// On a page whose print is mostly a large title, as letters they would be drawn too small to be told apart.
TEST(CutLines, ACellOfFewSignsHasThePrintOfItsTable) {
  PrintedLines printed = print_lines({prose[0], prose[1], prose[2]}, {.size = 24, .top = 50, .height = 260});
  add_print(printed, print_lines({"หน่วยวัดงาน  จำนวนผลงาน", "IIT", "รวม"}, {.top = 190, .height = 260}), 3);
  const InkMap alone = find_components(print_lines({"หน่วยวัดงาน  จำนวนผลงาน"}, {}).page, 128);
  Cut page;
  page.printed = std::move(printed);
  page.ink = find_components(page.printed.page, 128);
  page.letter = letter_height(page.ink);
  ASSERT_GT(page.letter, 1.3 * letter_height(alone));
  std::vector<int> regions;
  for (const Component& c : page.ink.components) {
    const double y = c.centre_y() * 72 / 200;
    regions.push_back(y < 168 ? -1 : static_cast<int>((y - 168) / (1.2 * 16)));
  }
  page.lines = cut_lines(page.page(), regions);
  int cells = 0;
  for (const CutLine& line : page.lines) {
    if (line.region < 0) continue;
    ++cells;
    EXPECT_NEAR(line.letter, letter_height(alone), 1.5) << "cell " << line.region;
  }
  EXPECT_EQ(cells, 3);
}

// Word processors take figures from another font than Thai where the one at hand has none: taller than Thai letters by
// half and more, they are in no chain of letters, and are taken in one after the other.
TEST(CutLines, FiguresHalfAsTallAgainAsTheLettersAroundThemStayInOneLine) {
  PrintedLines printed = print_lines({"ผลประเมินได้", "ครบถ้วนตามคู่มือการปฏิบัติงาน"}, {.size = 11, .pitch = 2, .height = 140});
  add_print(printed, print_lines({"100.25"}, {.size = 18, .left = 92, .height = 140}), 0);
  add_print(printed, print_lines({"คะแนน"}, {.size = 11, .left = 146, .height = 140}), 0);
  const Cut page = cut(std::move(printed));
  EXPECT_EQ(page.lines.size(), 2U);
  EXPECT_EQ(page.errors().lines_wrong, 0);
}

// ๑ and ๓ are lower than letters are.
TEST(CutLines, ALowFigureAloneInItsCellIsALine) {
  PrintedLines printed = print_lines({"ลำดับที่ หน่วยงานของรัฐ", "๓"}, {.pitch = 3});
  InkMap ink = find_components(printed.page, 128);
  const double letter = letter_height(ink);
  const double second = (60 + 1.5 * 16) * 200 / 72;  // pixels: between the two baselines
  std::vector<int> regions;
  for (Component& c : ink.components) {
    regions.push_back(c.centre_y() > second ? 1 : 0);
    if (regions.back() == 1) c.box.y0 = c.box.y1 - static_cast<int>(0.66 * letter);  // as low as thin print has it
  }
  const std::vector<CutLine> lines = cut_lines({printed.page, ink, letter}, regions);
  EXPECT_EQ(std::ranges::count(lines, 1, &CutLine::region), 1);
}

TEST(CutLines, SpecksAndRemainsOfRulingsAreNoLines) {
  PrintedLines printed = print_lines({"แผนงาน", "", "", "ผลงาน"}, {.height = 300});
  for (int x = 400; x < 900; x += 37) printed.page.row(300 + x % 50)[x] = 0;                // specks
  for (int y = 350; y < 500; ++y) printed.page.row(y)[700] = printed.page.row(y)[701] = 0;  // a piece of a ruling
  EXPECT_EQ(cut(std::move(printed)).lines.size(), 2U);
}

TEST(CutLines, AnEmblemIsNoText) {
  PrintedLines printed = print_lines({"ประกาศสำนักงาน", "", "", ""}, {.height = 300});
  for (int y = 400; y < 620; ++y) {
    for (int x = 500; x < 720; ++x) {
      const int dx = x - 610, dy = y - 510, r2 = dx * dx + dy * dy;
      if ((r2 > 9000 && r2 < 12000) || (r2 < 300)) printed.page.row(y)[x] = 0;  // a ring and a dot in it
    }
  }
  EXPECT_EQ(cut(std::move(printed)).lines.size(), 1U);
}

// The bars of a chart stand on one axis: one piece of ink, whose box holds the figures over the lower bars.
TEST(CutLines, FiguresOverTheBarsOfAChartAreText) {
  PrintedLines printed = print_lines({"", "", "", "แผนภูมิคะแนนของหน่วยงาน"}, {.pitch = 4, .height = 300});
  const int foot = 560;  // pixels
  const int tops[] = {380, 300, 420};
  for (short i = 0; i < 3; ++i) {
    const int left = 150 + 200 * i;
    for (int y = tops[i]; y < foot; ++y) std::fill(printed.page.row(y) + left, printed.page.row(y) + left + 90, 40);
    const double top = (tops[i] - 12) * 72 / 200.0;
    const PrintedLines figure = print_lines({i == 0   ? "84.20"
                                             : i == 1 ? "96.31"
                                                      : "79.05"},
                                            {.left = left * 72 / 200.0, .top = top, .height = 300});
    add_print(printed, figure, static_cast<short>(i + 4));
  }
  for (int y = foot; y < foot + 3; ++y) std::fill(printed.page.row(y) + 100, printed.page.row(y) + 700, 0);
  const Cut page = cut(std::move(printed));
  ASSERT_EQ(page.lines.size(), 4U);
  EXPECT_EQ(page.errors().lines_wrong, 0) << "with their points";
}

TEST(CutLines, AToneMarkLeftHighOverABareLetterIsKept) {
  PrintedLines printed = print_lines({"ราน"}, {.width = 200, .height = 120});
  // As some programs write พร้อม: the mark stays where it would stand over a vowel, 0.6 of a letter above ร.
  const int base = static_cast<int>(60 * 200 / 72.0), x = static_cast<int>(44 * 200 / 72.0);
  for (int y = base - 52; y < base - 43; ++y) printed.page.row(y)[x] = printed.page.row(y)[x + 1] = 0;
  const Cut page = cut(std::move(printed));
  ASSERT_EQ(page.lines.size(), 1U);
  EXPECT_EQ(page.lines[0].box.y0, base - 52);
}

TEST(CutLines, AnEmptyPageHasNone) {
  Picture blank(200, 100, 200);
  InkMap ink;
  EXPECT_TRUE(cut_lines({blank, ink, 20}, {}).empty());
}

TEST(DrawLine, HoldsTheLineAloneInTheFrameOfAFullStack) {
  Cut page = cut(print_lines(prose, {.pitch = 1.24}));
  for (const CutLine& line : page.lines) {
    const Picture drawn = draw_line(page.page(), line);
    EXPECT_NEAR(drawn.height / line.letter, 3.05, 0.25);
    EXPECT_EQ(line_left(line) + drawn.width, line.box.x1 + (line.box.x0 - line_left(line)));
    for (int x = 0; x < drawn.width; ++x) {
      EXPECT_EQ(drawn.row(0)[x], kPaperWhite);
      EXPECT_EQ(drawn.row(drawn.height - 1)[x], kPaperWhite);
    }
  }
}

// A scrap of a picture far above is no mark: it would shrink the line in the recogniser's frame.
TEST(CutLines, ReachNoFurtherThanTheirMarks) {
  PrintedLines printed =
      print_lines({"ครบถ้วนตามที่กำหนดไว้ในคู่มือการปฏิบัติงานทุกข้อ"}, {.font = "Laksaman", .size = 16, .dpi = 200, .top = 200});
  for (int y = 40; y < 48; ++y) std::fill(printed.page.row(y) + 150, printed.page.row(y) + 160, std::uint8_t{0});
  const Cut page = cut(std::move(printed));
  ASSERT_FALSE(page.lines.empty());
  for (const CutLine& line : page.lines) EXPECT_LT(line.box.height(), 4.5 * line.letter);
}

}  // namespace
}  // namespace prongsai::source
