#include "extractors/source/ocr/raised_marks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extractors/source/image/deskew.hpp"
#include "extractors/source/ocr/scan_words.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

// Reads lines as it is told to, one after the other, signs spread evenly over the ink; of a figure the mark.
class Teller : public Recogniser {
 public:
  Teller(std::vector<std::string> lines, std::string mark) : lines_(std::move(lines)), mark_(std::move(mark)) {}

  LineReading read_line(const Raster& line) override {
    return spread(lines_.at(std::min(next_++, lines_.size() - 1)), line.width());
  }
  LineReading read_figure(const Raster& line) override { return spread(mark_, line.width()); }
  std::string name() const override { return "teller"; }

 private:
  static LineReading spread(const std::string& text, double width) {
    LineReading reading{text, 0.9, {}};
    const std::u32string codes = text::to_utf32(text);
    const double step = (width - 32) / static_cast<double>(codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const double x = 16 + step * static_cast<double>(i);
      reading.symbols.push_back({text::to_utf8({&codes[i], 1}), x, x + step, 0.9});
    }
    return reading;
  }

  std::vector<std::string> lines_;
  std::string mark_;
  std::size_t next_ = 0;
};

// What is read of a printed line: with its mark the first way, without it the second.
std::string read(const std::string& printed, const std::vector<std::string>& lines, const std::string& mark) {
  const Picture page = testing::print_lines({printed}, {.width = 300, .height = 120}).page;
  InkMap ink = find_components(page, 128);
  const CutPage cut{page, ink, letter_height(ink)};
  Teller teller(lines, mark);
  std::string text;
  for (const Word& word : read_words(cut, cut_lines(cut, std::vector<int>(ink.components.size(), -1)), teller)) {
    EXPECT_EQ(word.chars.size(), text::to_utf32(word.text).size());
    text += (text.empty() ? "" : " ") + word.text;
  }
  return text;
}

TEST(RaisedMarks, BehindAFigureAreReadApart) {
  EXPECT_EQ(read("93.11³", {"93.115", "93.11"}, "3"), "93.11³");
  EXPECT_EQ(read("๒๕๖๖²", {"๒๕๖๖\"", "๒๕๖๖"}, "2"), "๒๕๖๖²");
}

TEST(RaisedMarks, WhatIsNoMarkStays) {
  EXPECT_EQ(read("95%", {"95%"}, "95%"), "95%") << "a sign of two circles";
  EXPECT_EQ(read("๓๕”", {"๓๕”"}, "๓๕"), "๓๕”") << "a quote hangs higher";
  EXPECT_EQ(read("35”", {"35”"}, "35"), "35”") << "a quote hangs higher";
  EXPECT_EQ(read("นี้", {"นี้"}, "1"), "นี้") << "a tone mark stands over its letter";
  EXPECT_EQ(read("กข²", {"กข?"}, "2"), "กข?") << "no figure";
  EXPECT_EQ(read("๒๕๖๖²", {"๒๕๖๖?"}, "-"), "๒๕๖๖?") << "what cannot be read as a digit";
}

TEST(Superscript, OfDigitsOnly) {
  EXPECT_EQ(as_superscript("๑2"), "¹²");
  EXPECT_EQ(as_superscript("1."), "");
}

}  // namespace
}  // namespace prongsai::source
