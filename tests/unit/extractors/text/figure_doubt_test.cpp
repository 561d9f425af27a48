#include "extractors/text/thai/figure_doubt.hpp"

#include <gtest/gtest.h>

namespace prongsai::text {
namespace {

const Evidence kLine{2, {60, 90, 500, 116}, TextSource::ocr, 0.9};

DoubtfulWord word(const std::string& text, int page_no = 2, Box box = {80, 95, 120, 120}) {
  return {text, "another reading", {page_no, box, TextSource::ocr, 0.4}};
}

bool doubted(const DoubtfulWord& word, const std::string& figure) {
  return figure_is_doubted({word}, kLine, figure);
}

TEST(FigureDoubt, TheWordOnTheFiguresOwnLine) {
  EXPECT_TRUE(doubted(word("๙๕.๓๗"), "๙๕.๓๗"));
  EXPECT_TRUE(doubted(word("95.37"), "๙๕.๓๗")) << "either script";
  EXPECT_TRUE(doubted(word("(๙๕.๓๗"), "๙๕.๓๗"));
  EXPECT_TRUE(doubted(word("๙๕."), "๙๕.๓๗")) << "parted by a blank";
  EXPECT_FALSE(doubted(word("๘๘.๒๐"), "๙๕.๓๗"));
  EXPECT_FALSE(doubted(word("เขต"), "๙๕.๓๗")) << "no figure";
}

TEST(FigureDoubt, ElsewhereOnThePageOnlyAWholeFigureTells) {
  const Box below{80, 300, 120, 320};
  EXPECT_TRUE(doubted(word("๙๕.๓๗", 2, below), "๙๕.๓๗"));
  EXPECT_TRUE(doubted(word("๙๕.๓๗", 3, below), "๙๕.๓๗")) << "a cell that goes on over the page";
  EXPECT_FALSE(doubted(word("๙๕.๓๗", 4, below), "๙๕.๓๗"));
  EXPECT_FALSE(doubted(word("๙๕", 2, below), "๙๕")) << "two digits stand on a page by chance";
  EXPECT_FALSE(doubted(word("๙๕.", 2, below), "๙๕.๓๗"));
}

TEST(FigureDoubt, AWeakWordOfWhichBothReadersSayTheSameIsNoDisagreement) {
  DoubtfulWord agreed = word("๙๕.๓๗");
  agreed.alternative.clear();
  EXPECT_FALSE(doubted(agreed, "๙๕.๓๗"));
}

TEST(FigureDoubt, DigitsOfEitherScript) {
  EXPECT_EQ(digits_of("ร้อยละ ๙๕.37 (O๒)"), "95372");
  EXPECT_EQ(digits_of("ไม่มี"), "");
}

}  // namespace
}  // namespace prongsai::text
