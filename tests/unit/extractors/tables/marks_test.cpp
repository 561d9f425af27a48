#include "extractors/tables/marks.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables {
namespace {

using testing::PageBuilder;

std::string words_of(const Page& page) {
  std::string text;
  for (const Word& word : page.words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

std::string marks_of(const Page& page) {
  std::string text;
  for (const Aside& aside : page.asides) text += (text.empty() ? "" : " ") + aside.text;
  return text;
}

// `mark` of that share of the size, raised by that share, behind `host` on one baseline.
Page with_mark(std::string_view host, std::string_view mark, double share, double rise, double gap = 0) {
  PageBuilder builder;
  const double x = builder.word(100, 200, host);
  builder.word(x + gap, 200 - rise * 16, mark, {16 * share, "Sarabun"});
  builder.word(100, 230, "ถัดไป");
  return builder.page();
}

struct Case {
  const char* host;
  const char* mark;
  double share;
  double rise;
};

class Marks : public ::testing::TestWithParam<Case> {};

TEST_P(Marks, AreNoPartOfWhatTheyHangOn) {
  const Case& c = GetParam();
  Page page = with_mark(c.host, c.mark, c.share, c.rise);
  take_marks(page);
  EXPECT_EQ(words_of(page), std::string(c.host) + " ถัดไป");
  EXPECT_EQ(marks_of(page), c.mark);
}

INSTANTIATE_TEST_SUITE_P(OfManySorts, Marks,
                         ::testing::Values(Case{"91.26", "1", 0.5, 0.45}, Case{"๙๑.๒๖", "๓", 0.83, 0.33},
                                           Case{"๒๕๖๖", "*", 0.75, 0.33}, Case{"AA", "†", 0.58, 0.33},
                                           Case{"ดี", "๑,๒", 0.6, 0.4}, Case{"๙๑", "(๑)", 0.65, 0.35}));

// A scan's boxes are as high as their ink: of the figures in a list those without a long stroke look small and raised.
TEST(Marks, AFigureBehindABlankIsNoneInAScan) {
  for (const double gap : {1.0, 6.0}) {
    Page page = with_mark("๐๗", "๐๘", 0.75, 0.3, gap);
    for (Word& word : page.words) word.font_size = 0;
    take_marks(page);
    EXPECT_EQ(marks_of(page), gap < 2 ? "๐๘" : "") << gap;
  }
}

// Boxes of a scan are two and a half letters high: a year over a large figure stands above its head, not beside it.
TEST(Marks, AYearOverALargeFigureOfAScanStays) {
  Page page;
  const auto put = [&](const char* text, const Box& box) {
    Word word;
    word.text = text;
    word.box = box;
    page.words.push_back(word);
  };
  put("2567", {337, 125, 367, 154});
  put("93.88", {256, 134, 339, 200});
  put("2568", {148, 125, 177, 154});
  put("96.31", {49, 120, 164, 215});
  take_marks(page);
  EXPECT_EQ(page.words.size(), 4U);
}

TEST(Marks, OrdinarySmallPrintStays) {
  Page level = with_mark("91.26", "1", 0.7, 0);
  take_marks(level);
  EXPECT_EQ(marks_of(level), "");
  Page far = with_mark("91.26", "1", 0.7, 0.35, 30);
  take_marks(far);
  EXPECT_EQ(marks_of(far), "");
  Page words = with_mark("ระดับ", "ดีมาก", 0.7, 0.35);
  take_marks(words);
  EXPECT_EQ(marks_of(words), "");
}

TEST(Marks, SmallPrintInTheNextColumnStays) {
  Page page = with_mark("91.26", "1", 0.7, 0.35, 4);
  page.rulings.push_back({{142, 150, 142.5, 250}, false});
  take_marks(page);
  EXPECT_EQ(marks_of(page), "");
}

TEST(Marks, SuperscriptSignsAreCutOffFiguresAndLeftOnUnits) {
  PageBuilder builder;
  builder.word(100, 200, "88.40²");
  builder.word(100, 230, "ม²");
  Page page = builder.page();
  take_marks(page);
  EXPECT_EQ(words_of(page), "88.40 ม²");
  EXPECT_EQ(marks_of(page), "²");
  EXPECT_EQ(page.words[0].chars.size(), 5U);
}

TEST(Marks, TheUpperHalfOfAFractionStays) {
  PageBuilder builder;
  double x = builder.word(100, 200, "๑๐");
  x = builder.word(x, 194, "๑", {9, "Sarabun"});
  x = builder.word(x, 200, "/", {9, "Sarabun"});
  builder.word(x, 202, "๒", {9, "Sarabun"});
  Page page = builder.page();
  take_marks(page);
  EXPECT_EQ(marks_of(page), "");
}

}  // namespace
}  // namespace prongsai::tables
