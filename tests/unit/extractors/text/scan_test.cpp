#include "extractors/text/unicode/scan.hpp"

#include <gtest/gtest.h>

#include "extractors/text/unicode/compact_text.hpp"

namespace prongsai::text {
namespace {

TEST(Scan, PlacesAreCodePointsAndTurnIntoBytes) {
  const std::string text = "ก 2";
  const Scan scan(text);
  EXPECT_EQ(scan.size(), 3U);
  EXPECT_EQ(scan.byte(1), 3U) << "a Thai letter takes three bytes";
  EXPECT_EQ(scan.byte(3), text.size());
  EXPECT_EQ(scan.byte(99), text.size());
}

TEST(Scan, OutsideTheTextIsNothing) {
  const Scan scan("ก");
  EXPECT_EQ(scan.at(5), 0U);
  EXPECT_EQ(scan.before(0), 0U);
  EXPECT_EQ(scan.digits(5), 0U);
  EXPECT_EQ(scan.digits_before(0), 0U);
}

TEST(Scan, DigitsOfEitherScriptToBothSides) {
  const Scan scan("ปี ๒๕67 จ");
  EXPECT_EQ(scan.digits(3), 4U);
  EXPECT_EQ(scan.digits(4), 3U);
  EXPECT_EQ(scan.digits_before(7), 4U);
  EXPECT_EQ(scan.digits_before(8), 0U) << "a blank stands before it";
  EXPECT_EQ(scan.value(3, 4), 2567);
}

TEST(Scan, AValueHasNineDigitsAtMost) {
  const Scan scan("1234567890123");
  EXPECT_EQ(scan.value(0, 13), 123456789);
}

TEST(Scan, WordsAreTakenWithBlanksBetweenTheirLettersButNotBeforeThem) {
  const Scan scan("ก พ. ศ. ๒");
  EXPECT_EQ(scan.take(2, U"พ.ศ."), 7U);
  EXPECT_EQ(scan.take(1, U"พ.ศ."), 1U) << "a blank stands there";
  EXPECT_EQ(scan.take(2, U"พ.ศ.๓"), 2U);
  EXPECT_EQ(scan.take_back(8, U"พ.ศ."), 2U) << "blanks before the end do not count";
  EXPECT_EQ(scan.take_back(7, U"ค.ศ."), 7U);
  EXPECT_TRUE(scan.follows(8, U"พ.ศ."));
  EXPECT_TRUE(scan.precedes(1, U"พ.ศ.")) << "behind blanks";
  EXPECT_FALSE(scan.precedes(0, U"พ.ศ."));
}

TEST(Scan, WordsThatTheTextEndsInAreNotThere) {
  const Scan scan("พ.");
  EXPECT_EQ(scan.take(0, U"พ.ศ."), 0U);
  EXPECT_EQ(scan.take_back(2, U"ก พ."), 2U);
}

TEST(CompactText, KnowsWhereEachLetterStoodInBytes) {
  const CompactText text = compact("ก ๒x");
  EXPECT_EQ(text.letters, U"ก2x");
  EXPECT_EQ(text.begin, (std::vector<std::size_t>{0, 4, 7}));
  EXPECT_EQ(text.end, (std::vector<std::size_t>{3, 7, 8}));
  EXPECT_FALSE(text.gap_before(0));
  EXPECT_TRUE(text.gap_before(1));
  EXPECT_FALSE(text.gap_before(2));
  EXPECT_EQ(text.at(3), 0U);
}

TEST(CompactText, OfBlanksIsEmpty) {
  EXPECT_EQ(compact(" \t\n ").size(), 0U);
}

}  // namespace
}  // namespace prongsai::text
