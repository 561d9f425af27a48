#include "extractors/source/figure_check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "extractors/text/utf8.hpp"

namespace prongsai::source {

namespace {

constexpr double doubtful = 0.4;    // confidence of a word whose two readings differ; later stages flag below 0.5
constexpr double snap_reach = 0.9;  // letters' heights that the engine may misplace a sign by

bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'๐' && c <= U'๙');
}
// Signs whose number and order make a figure's value.
bool is_value_sign(char32_t c) {
  return is_digit(c) || c == U'.' || c == U',' || c == U'/' || c == U'%' || c == U'-';
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
};

// Runs of figure signs that hold a digit, with the brackets and points around it: these stand apart from letters, while
// a digit may touch the point beside it.
std::vector<Figure> figures_of(const std::vector<Symbol>& symbols) {
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const std::size_t first = i;
    bool digits = false;
    for (; i < symbols.size() && all_of(symbols[i], is_figure_sign); ++i)
      digits = digits || all_of(symbols[i], is_digit);
    if (digits) figures.push_back({first, i});
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

}  // namespace

std::string figure_value(std::string_view text) {
  std::string value;
  for (const char32_t c : text::to_utf32(text)) {
    if (is_digit(c))
      value += static_cast<char>('0' + (c >= U'๐' ? c - U'๐' : c - U'0'));
    else if (is_value_sign(c) && !value.empty())
      value += static_cast<char>(c);
  }
  while (!value.empty() && value.back() != '%' && (value.back() < '0' || value.back() > '9')) value.pop_back();
  return value;
}

InkGaps::InkGaps(const InkMap& ink, const CutLine& line) : letter_(line.letter) {
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
    if (distance > snap_reach * letter_) continue;
    const double cost = distance - (word_edge ? 3 : 0.3) * std::min(gap.to - gap.from, letter_);
    if (cost >= least) continue;
    least = cost;
    best = (gap.from + gap.to) / 2;
  }
  return best;
}

void check_figures(const CutPage& page, const CutLine& line, const ReadWord& read, const InkGaps& gaps,
                   Recogniser& recogniser, Word& word) {
  const double origin = line_left(line);
  const std::vector<Symbol>& symbols = read.symbols;
  const auto edge = [&](std::size_t i) {  // between symbols i - 1 and i
    if (i == 0) return gaps.nearest(origin + read.left, true);
    if (i == symbols.size()) return gaps.nearest(origin + read.right, true);
    return gaps.nearest(origin + (symbols[i - 1].x1 + symbols[i].x0) / 2, false);
  };
  std::string alternative;
  std::size_t told = 0;  // symbols already in `alternative`
  bool differ = false;
  for (const Figure& figure : figures_of(symbols)) {
    const CutLine part = part_between(page.ink, line, edge(figure.first), edge(figure.last));
    const std::string first = text_of(symbols, figure.first, figure.last);
    const std::string second =
        part.components.empty() ? "" : recogniser.read_figure(to_raster(draw_line(page, part))).text;
    const bool same = figure_value(first) == figure_value(second);
    differ = differ || !same;
    alternative += text_of(symbols, told, figure.first) + (same ? first : second);
    told = figure.last;
  }
  if (!differ) return;
  word.alternative = alternative + text_of(symbols, told, symbols.size());
  word.confidence = std::min(word.confidence, doubtful);
}

}  // namespace prongsai::source
