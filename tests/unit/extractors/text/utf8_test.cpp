#include "extractors/text/unicode/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace prongsai::text {
namespace {

TEST(Utf8, CountsCodePointsNotBytes) {
  EXPECT_EQ(length("ทั้ง AB"), 7U);
  EXPECT_EQ(length(""), 0U);
}

TEST(Utf8, GivesEachCodePointItsBytes) {
  const auto points = code_points("aก😀");
  ASSERT_EQ(points.size(), 3U);
  EXPECT_EQ(points[1].value, U'ก');
  EXPECT_EQ(points[1].begin, 1U);
  EXPECT_EQ(points[2].begin, 4U);
  EXPECT_EQ(points[2].end(), 8U);
}

TEST(Utf8, RoundTripsEveryPlane) {
  const std::u32string text = {U'A', 0x7FF, 0x800, 0x0E33, 0xF70A, 0xFFFD, 0x10000, 0x10FFFF};
  EXPECT_EQ(to_utf32(to_utf8(text)), text);
}

// Broken bytes: what is read, and how many code points that makes.
struct Broken {
  std::string bytes;
  std::u32string read;
};

class Utf8Broken : public testing::TestWithParam<Broken> {};

TEST_P(Utf8Broken, ReadsAsReplacementCharacters) {
  EXPECT_EQ(to_utf32(GetParam().bytes), GetParam().read);
  EXPECT_FALSE(is_valid_utf8(GetParam().bytes));
}

INSTANTIATE_TEST_SUITE_P(Cases, Utf8Broken,
                         testing::Values(Broken{"\xE0\xB8", U"\xFFFD"},        // cut in the middle of a letter
                                         Broken{"a\xE0\xB8z", U"a\xFFFDz"},    //
                                         Broken{"\x80\x80", U"\xFFFD\xFFFD"},  // continuation bytes alone
                                         Broken{"\xC0\xAF", U"\xFFFD\xFFFD"},  // overlong slash
                                         Broken{"\xED\xA0\x80", U"\xFFFD\xFFFD\xFFFD"},            // a surrogate
                                         Broken{"\xF4\x90\x80\x80", U"\xFFFD\xFFFD\xFFFD\xFFFD"},  // above U+10FFFF
                                         Broken{"\xFF", U"\xFFFD"}));

TEST(Utf8, IsCutBetweenLetters) {
  EXPECT_EQ(cut("สมศรี", 100), "สมศรี");
  EXPECT_EQ(cut("สมศรี", 8), "สม");
  EXPECT_EQ(cut("สมศรี", 2), "");
}

TEST(Utf8, CleanedTextIsTakenByEveryFormat) {
  EXPECT_EQ(cleaned("a\tb\r\nน้ำ 😀"), "a\tb\r\nน้ำ 😀");
  EXPECT_EQ(cleaned(std::string("\x1b[31m\0\x7f", 7)), "�[31m��");
  EXPECT_EQ(cleaned("\xE0\xB8|\xEF\xBF\xBE|\xC2\x85"), "�|�|�");
}

TEST(ThaiLetters, ClassesDoNotOverlap) {
  for (char32_t c = 0x0E00; c < 0x0E80; ++c) {
    const int classes = static_cast<int>(is_thai_consonant(c)) + static_cast<int>(is_thai_leading_vowel(c)) +
                        static_cast<int>(is_thai_following_vowel(c)) + static_cast<int>(is_thai_mark(c)) +
                        static_cast<int>(is_thai_digit(c));
    EXPECT_LE(classes, 1) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(ThaiLetters, DigitsOfBothScriptsHaveValues) {
  EXPECT_EQ(digit_value(U'๖'), 6);
  EXPECT_EQ(digit_value(U'6'), 6);
  EXPECT_FALSE(is_digit(0x0966)) << "Devanagari digits are no digits of a Thai report";
}

}  // namespace
}  // namespace prongsai::text
