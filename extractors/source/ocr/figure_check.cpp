#include "extractors/source/ocr/figure_check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

constexpr double kSnapReach = 0.9;  // letters' heights that the engine may misplace a sign by

// Signs whose number and order make a figure's value.
bool is_value_sign(char32_t c) {
  return text::is_digit(c) || c == U'.' || c == U',' || c == U'/' || c == U'%' || c == U'-';
}
bool is_figure_sign(char32_t c) {
  return is_value_sign(c) || c == U'(' || c == U')';
}

bool all_of(const Symbol& symbol, bool (*is)(char32_t)) {
  const std::u32string text = text::to_utf32(symbol.text);
  return !text.empty() && std::all_of(text.begin(), text.end(), is);
}

// [first, last) of a word's symbols that make a figure.
struct Figure {
  std::size_t first = 0;
  std::size_t last = 0;
  bool spoilt = false;  // one of its signs is none of a figure
};

// What recognisers take the bracket after a list number for.
bool like_closing_bracket(const Symbol& symbol) {
  return symbol.text == "า" || symbol.text == "\\" || symbol.text == "|" || symbol.text == "ง" || symbol.text == "ว";
}

// A word that is a figure but for one sign, inside it or in place of the bracket at its end.
bool is_spoilt_figure(const std::vector<Symbol>& symbols) {
  std::size_t digits = 0, odd = 0, odd_at = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (all_of(symbols[i], text::is_digit)) ++digits;
    if (all_of(symbols[i], is_figure_sign)) continue;
    ++odd;
    odd_at = i;
  }
  if (odd != 1 || symbols.size() < 2) return false;
  if (symbols.size() == 3 && symbols.front().text == "(" && symbols.back().text == ")") return odd_at == 1;
  if (odd_at + 1 == symbols.size()) return digits > 0 && digits <= 2 && like_closing_bracket(symbols.back());
  return odd_at > 0 && digits >= 3;
}

// Runs of figure signs that hold a digit, with the brackets and points around it: these stand apart from letters, while
// a digit may touch the point beside it.
std::vector<Figure> figures_of(const std::vector<Symbol>& symbols) {
  if (is_spoilt_figure(symbols)) return {{0, symbols.size(), true}};
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const std::size_t first = i;
    bool digits = false;
    for (; i < symbols.size() && all_of(symbols[i], is_figure_sign); ++i)
      digits = digits || all_of(symbols[i], text::is_digit);
    if (digits) figures.push_back({first, i, false});
  }
  return figures;
}

std::string text_of(const std::vector<Symbol>& symbols, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += symbols[i].text;
  return text;
}

// The part of a line between two heights of x, as a line of its own in the same frame.
CutLine part_between(const InkMap& ink, const CutLine& line, double from, double to) {
  CutLine part = line;
  part.components.clear();
  part.box = {};
  for (const std::size_t i : line.components) {
    const Component& c = ink.components[i];
    if (c.centre_x() < from || c.centre_x() > to) continue;
    part.box = part.components.empty() ? c.box
                                       : PixelBox{std::min(part.box.x0, c.box.x0), std::min(part.box.y0, c.box.y0),
                                                  std::max(part.box.x1, c.box.x1), std::max(part.box.y1, c.box.y1)};
    part.components.push_back(i);
  }
  return part;
}

std::size_t digits_in(std::string_view text) {
  const std::u32string codes = text::to_utf32(text);
  return static_cast<std::size_t>(std::count_if(codes.begin(), codes.end(), text::is_digit));
}

// The signs of a second reading, spread evenly where the first ones stood.
std::vector<Symbol> spread(const LineReading& reading, const std::vector<Symbol>& symbols, const Figure& figure) {
  const double from = symbols[figure.first].x0, to = symbols[figure.last - 1].x1;
  std::vector<Symbol> signs;
  for (const Symbol& symbol : reading.symbols) {
    if (symbol.text != " ") signs.push_back(symbol);
  }
  const double step = (to - from) / static_cast<double>(signs.size());
  for (std::size_t i = 0; i < signs.size(); ++i) {
    signs[i].x0 = from + step * static_cast<double>(i);
    signs[i].x1 = signs[i].x0 + step;
  }
  return signs;
}

}  // namespace

std::string figure_value(std::string_view text) {
  std::string value;
  for (const char32_t c : text::to_utf32(text)) {
    if (text::is_digit(c))
      value += static_cast<char>('0' + (c >= U'๐' ? c - U'๐' : c - U'0'));
    else if (is_value_sign(c) && !value.empty())
      value += static_cast<char>(c);
  }
  while (!value.empty() && value.back() != '%' && (value.back() < '0' || value.back() > '9')) value.pop_back();
  return value;
}

bool is_whole_figure(std::string_view text) {
  const std::string value = figure_value(text);
  if (value.empty() || std::count(value.begin(), value.end(), '.') > 1) return false;
  const std::u32string codes = text::to_utf32(text);
  return std::all_of(codes.begin(), codes.end(), is_figure_sign);
}

InkGaps::InkGaps(const InkMap& ink, const CutLine& line) : letter_(line.letter), origin_(line_left(line)) {
  std::vector<PixelBox> boxes;
  for (const std::size_t i : line.components) boxes.push_back(ink.components[i].box);
  std::sort(boxes.begin(), boxes.end(), [](const PixelBox& a, const PixelBox& b) { return a.x0 < b.x0; });
  double end = line.box.x0 - 2 * letter_;
  for (const PixelBox& box : boxes) {
    if (box.x0 > end) gaps_.push_back({end, static_cast<double>(box.x0)});
    end = std::max(end, static_cast<double>(box.x1));
  }
  gaps_.push_back({end, end + 2 * letter_});
}

double InkGaps::nearest(double x, bool word_edge) const {
  double best = x, least = std::numeric_limits<double>::max();
  for (const Gap& gap : gaps_) {
    const double place = std::clamp(x, gap.from, gap.to);
    const double distance = std::abs(place - x);
    if (distance > kSnapReach * letter_) continue;
    const double cost = distance - (word_edge ? 3 : 0.3) * std::min(gap.to - gap.from, letter_);
    if (cost >= least) continue;
    least = cost;
    best = (gap.from + gap.to) / 2;
  }
  return best;
}

double InkGaps::before(const ReadWord& word, std::size_t i) const {
  const std::vector<Symbol>& symbols = word.symbols;
  if (i == 0) return nearest(origin_ + word.left, true);
  if (i == symbols.size()) return nearest(origin_ + word.right, true);
  return nearest(origin_ + (symbols[i - 1].x1 + symbols[i].x0) / 2, false);
}

CheckedWord check_figures(const CutPage& page, const CutLine& line, const ReadWord& read, const InkGaps& gaps,
                          Recogniser& recogniser) {
  const std::vector<Symbol>& symbols = read.symbols;
  CheckedWord checked;
  std::string other;
  std::size_t told = 0;  // symbols already in `checked` and `other`
  bool differ = false;
  const auto copy_to = [&](std::size_t end) {
    other += text_of(symbols, told, end);
    for (; told < end; ++told) checked.symbols.push_back(symbols[told]);
  };
  for (const Figure& figure : figures_of(symbols)) {
    copy_to(figure.first);
    const CutLine part = part_between(page.ink, line, gaps.before(read, figure.first), gaps.before(read, figure.last));
    const std::string first = text_of(symbols, figure.first, figure.last);
    const LineReading second =
        part.components.empty() ? LineReading{} : recogniser.read_figure(to_raster(draw_line(page, part)));
    const bool same = !figure.spoilt && figure_value(first) == figure_value(second.text);
    const bool enough = figure.spoilt ? digits_in(second.text) >= std::max<std::size_t>(1, digits_in(first))
                                      : digits_in(second.text) == digits_in(first);
    if (same || !enough || !is_whole_figure(second.text) || second.symbols.empty()) {
      differ = differ || !same;
      other += same ? first : second.text;
      for (; told < figure.last; ++told) checked.symbols.push_back(symbols[told]);
      continue;
    }
    differ = true;
    other += first;
    for (Symbol& sign : spread(second, symbols, figure)) checked.symbols.push_back(std::move(sign));
    told = figure.last;
  }
  copy_to(symbols.size());
  if (differ) checked.alternative = other;
  return checked;
}

}  // namespace prongsai::source
