// The letters of a read line settled by shape and word: what is Thai, and nothing else.
#include "extractors/source/ocr/line_letters.hpp"

#include <gtest/gtest.h>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {
namespace {

LineReading reading_of(std::string_view text) {
  LineReading reading;
  for (const char32_t letter : text::to_utf32(text)) {
    const double x0 = static_cast<double>(reading.symbols.size());
    reading.symbols.push_back({text::to_utf8(std::u32string(1, letter)), x0, x0 + 1, 0.96});
  }
  reading.text = text;
  return reading;
}

TEST(LineLettersTest, ASignIsPutRightInItsPlace) {
  LineReading reading = reading_of("แนบท้าย ประกอบค้วย 3 ส่วน");
  reading.symbols[14].others = {{"ด", 0.6}};
  settle_letters(reading);
  EXPECT_EQ(reading.text, "แนบท้าย ประกอบด้วย 3 ส่วน");
  EXPECT_EQ(reading.symbols[14].text, "ด");
  EXPECT_EQ(reading.symbols[14].x0, 14);
  EXPECT_EQ(reading.symbols[14].others.front().text, "ค") << "what the engine liked best is kept";
}

TEST(LineLettersTest, FiguresAndLatinStayAsRead) {
  LineReading reading = reading_of("IIT 93.57 ๘๔");
  for (Symbol& symbol : reading.symbols) symbol.others = {{"8", 0.9}, {"ด", 0.9}};
  settle_letters(reading);
  EXPECT_EQ(reading.text, "IIT 93.57 ๘๔");
}

TEST(LineLettersTest, AnEmptyLineStaysEmpty) {
  LineReading reading;
  settle_letters(reading);
  EXPECT_TRUE(reading.text.empty());
}

}  // namespace
}  // namespace prongsai::source
