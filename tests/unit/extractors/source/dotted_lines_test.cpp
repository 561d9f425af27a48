#include "extractors/source/ocr/dotted_lines.hpp"

#include <gtest/gtest.h>

#include "extractors/source/image/deskew.hpp"
#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

using testing::print_lines;

struct Page {
  Picture picture;
  InkMap ink;
  double letter = 0;
};

Page printed(const std::vector<std::string>& lines, double dpi) {
  Page page;
  page.picture = print_lines(lines, {.dpi = dpi, .pitch = 1.6}).page;
  page.ink = find_components(page.picture, 128);
  page.letter = letter_height(page.ink);
  return page;
}

const std::string kDots(30, '.');

TEST(DottedLines, OfAFormAreTakenOutOfThePrint) {
  for (const double dpi : {150.0, 200.0, 300.0}) {
    Page page =
        printed({"๑. ชื่อหน่วยงาน " + kDots + " จังหวัด " + kDots, "๒. คะแนนรวมที่ได้รับ " + kDots + " คะแนน", kDots}, dpi);
    const std::size_t before = page.ink.components.size();
    const std::vector<DottedLine> found = take_dotted_lines(page.ink, page.letter);
    ASSERT_EQ(found.size(), 4U) << dpi;
    for (const DottedLine& line : found) {
      EXPECT_NEAR(line.dots, 30, 1) << dpi;
    }
    EXPECT_EQ(page.ink.components.size(), before - 120) << dpi;
    EXPECT_GT(found[3].box.y0, found[2].box.y1) << "from top to bottom";
  }
}

TEST(DottedLines, MarksAndStopsOfProseAreNone) {
  Page page =
      printed({"ที่นี่มีผู้ที่รู้เรื่องนี้อยู่ที่นั่น", "พ.ศ. ๒๕๖๗ ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค.", "ต่อไปนี้ ... และอื่น ๆ ....."}, 200);
  const std::size_t before = page.ink.components.size();
  EXPECT_TRUE(take_dotted_lines(page.ink, page.letter).empty());
  EXPECT_EQ(page.ink.components.size(), before);
}

TEST(DottedLines, AreWordsOfFullStops) {
  Page page = printed({"๑. ชื่อหน่วยงาน " + kDots, "๒. คะแนนรวมที่ได้รับในปีนี้"}, 200);
  const std::vector<DottedLine> found = take_dotted_lines(page.ink, page.letter);
  ASSERT_EQ(found.size(), 1U);
  const Word word = dotted_word({page.picture, page.ink, page.letter}, found[0]);
  EXPECT_EQ(word.text, std::string(static_cast<std::size_t>(found[0].dots), '.'));
  EXPECT_EQ(word.chars.size(), word.text.size());
  EXPECT_NEAR(word.box.x0, found[0].box.x0 * 72 / 200.0, 0.01);
  EXPECT_LT(word.box.y0, found[0].box.y0 * 72 / 200.0) << "as high as a line of print";
}

// A dotted border is made of squares like a form's dots, a dashed one of longer pieces.
TEST(DottedLines, AreToldFromDashedRulings) {
  Picture page(400, 60, 150);
  std::fill(page.pixels.begin(), page.pixels.end(), kPaperWhite);
  const auto draw = [&](int y, int length, int pitch) {
    for (int x = 20; x < 380; x += pitch) {
      for (int i = 0; i < length; ++i) page.row(y)[x + i] = page.row(y + 1)[x + i] = 0;
    }
  };
  draw(10, 2, 6);
  draw(30, 9, 12);
  draw(50, 360, 400);
  EXPECT_TRUE(is_dotted_line(page, 128, 13, {20, 10, 380, 12}));
  EXPECT_FALSE(is_dotted_line(page, 128, 13, {20, 30, 380, 32}));
  EXPECT_FALSE(is_dotted_line(page, 128, 13, {20, 50, 380, 52}));
}

}  // namespace
}  // namespace prongsai::source
