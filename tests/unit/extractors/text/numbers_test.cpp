#include "extractors/text/find/numbers.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace prongsai::text {
namespace {

TEST(AsciiDigits, ChangesThaiDigitsOnly) {
  EXPECT_EQ(ascii_digits("ปี ๒๕๖๗ ข้อ ๑.๒ (ITA)"), "ปี 2567 ข้อ 1.2 (ITA)");
  EXPECT_EQ(ascii_digits("\xE0\xB9"), "\xE0\xB9") << "broken bytes pass through";
}

struct Whole {
  std::string text;
  double value;
  int decimals;
  bool thai;
};

class ParseNumber : public testing::TestWithParam<Whole> {};

TEST_P(ParseNumber, ReadsTheWholeText) {
  const auto number = parse_number(GetParam().text);
  ASSERT_TRUE(number);
  EXPECT_DOUBLE_EQ(number->value, GetParam().value);
  EXPECT_EQ(number->decimals, GetParam().decimals);
  EXPECT_EQ(number->thai_digits, GetParam().thai);
}

INSTANTIATE_TEST_SUITE_P(Cases, ParseNumber,
                         testing::Values(Whole{"๙๕.๓๕", 95.35, 2, true}, Whole{" 98.08 ", 98.08, 2, false},
                                         Whole{"๑,๒๓๔,๕๖๗.๘๙", 1234567.89, 2, true}, Whole{"0", 0, 0, false},
                                         Whole{"๔๐.๐๐", 40, 2, true}, Whole{"100", 100, 0, false},
                                         Whole{"๒๕๖7", 2567, 0, true}, Whole{"1,356,033", 1356033, 0, false}));

TEST(ParseNumber, RefusesWhatIsNotOneNumber) {
  for (const char* text : {"", "  ", "-", "๑๒ บาท", "๑.๒.๓", "12,34", "1,23", "๕/๒๕๖๗", "๙๕.", ".๕", "A4", "๓-๕"}) {
    EXPECT_FALSE(parse_number(text)) << text;
  }
}

std::string found(const std::string& text) {
  std::ostringstream out;
  for (const Number& number : find_numbers(text)) {
    out << text.substr(number.begin, number.end - number.begin) << '=' << number.value << ' ';
  }
  return out.str();
}

TEST(FindNumbers, GivesEachWithItsBytes) {
  EXPECT_EQ(found("ได้ ๒๙.๗๓ จาก 30 คะแนน"), "๒๙.๗๓=29.73 30=30 ");
  EXPECT_EQ(found("๖๒/๒๕๖๗"), "๖๒=62 ๒๕๖๗=2567 ");
  EXPECT_EQ(found("๐๕๔-๘๒๑๕๐๐"), "๐๕๔=54 ๘๒๑๕๐๐=821500 ");
}

TEST(FindNumbers, APointBetweenSectionNumbersIsNoDecimalPoint) {
  EXPECT_EQ(found("๑.๑.๒ งาน"), "๑=1 ๑=1 ๒=2 ");
  EXPECT_EQ(found("๓. งาน"), "๓=3 ");
}

TEST(FindNumbers, ACommaGroupsThreeDigitsOnly) {
  EXPECT_EQ(found("O๔,๑๑,๑๒"), "๔=4 ๑๑=11 ๑๒=12 ");
  EXPECT_EQ(found("๑,๒๐๐ บาท"), "๑,๒๐๐=1200 ");
  EXPECT_EQ(found("2566,2567"), "2566=2566 2567=2567 ");
}

}  // namespace
}  // namespace prongsai::text
