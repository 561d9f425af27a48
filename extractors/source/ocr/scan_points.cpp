#include "extractors/source/ocr/scan_points.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

// In heights of a plain letter.
constexpr double kShortestDigit = 0.75;
constexpr double kLargestPoint = 0.4;
constexpr double kLeastPoint = 0.06;
constexpr double kOffBaseline = 0.2;
constexpr double kWidestPointGap = 0.6;  // between the digits and their point
constexpr std::size_t kMostDigits = 2;

bool is_list_number(const ReadWord& word) {
  const auto is_digit = [](const Symbol& symbol) {
    const std::u32string codes = text::to_utf32(symbol.text);
    return codes.size() == 1 && text::is_digit(codes[0]);
  };
  return !word.symbols.empty() && word.symbols.size() <= kMostDigits &&
         std::all_of(word.symbols.begin(), word.symbols.end(), is_digit);
}

bool is_point(const CutLine& line, const Component& c) {
  return c.width() <= kLargestPoint * line.letter && c.height() <= kLargestPoint * line.letter &&
         c.height() >= kLeastPoint * line.letter &&
         std::abs(line.baseline_at(c.centre_x()) - c.box.y1) <= kOffBaseline * line.letter;
}

}  // namespace

void restore_list_point(const CutPage& page, const CutLine& line, ReadWord& first) {
  const std::size_t digits = first.symbols.size();
  if (!is_list_number(first) || line.components.size() < digits + 2) return;
  // Each digit is one piece of ink.
  for (std::size_t i = 0; i < digits; ++i) {
    if (page.ink.components[line.components[i]].height() < kShortestDigit * line.letter) return;
  }
  const Component& last = page.ink.components[line.components[digits - 1]];
  const Component& point = page.ink.components[line.components[digits]];
  if (!is_point(line, point) || point.box.x0 - last.box.x1 > kWidestPointGap * line.letter) return;
  const double left = line_left(line);
  first.symbols.push_back({".", point.box.x0 - left, point.box.x1 - left, first.symbols.back().confidence});
  first.right = std::max(first.right, point.box.x1 - left);
}

}  // namespace prongsai::source
