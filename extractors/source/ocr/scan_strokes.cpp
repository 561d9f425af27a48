#include "extractors/source/ocr/scan_strokes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "models/median.hpp"

namespace prongsai::source {

namespace {

constexpr double kWidestStroke = 0.25;    // of its height
constexpr double kNarrowestOther = 0.35;  // of its height: E, T, J
constexpr double kSameCapital = 0.15;     // of the height of capitals

bool is_capital(const Symbol& symbol) {
  return symbol.text.size() == 1 && symbol.text[0] >= 'A' && symbol.text[0] <= 'Z';
}

bool is_stroke(const Component& c) {
  return c.width() <= kWidestStroke * c.height();
}

// The pieces of ink between two places, from left to right; none where one of them cannot be a whole capital.
std::vector<const Component*> capitals_between(const CutPage& page, const CutLine& line, double from, double to) {
  std::vector<const Component*> pieces;
  std::vector<double> heights;
  for (const std::size_t i : line.components) {
    const Component& c = page.ink.components[i];
    if (c.centre_x() < from || c.centre_x() > to) continue;
    pieces.push_back(&c);
    heights.push_back(c.height());
  }
  if (pieces.empty()) return {};
  const double height = median(std::move(heights));
  const bool whole = std::ranges::all_of(pieces, [&](const Component* c) {
    return std::abs(c->height() - height) <= kSameCapital * height &&
           std::abs(line.baseline_at(c->centre_x()) - c->box.y1) <= kSameCapital * height &&
           (is_stroke(*c) || c->width() >= kNarrowestOther * c->height());
  });
  return whole ? pieces : std::vector<const Component*>{};
}

// The run's capitals as the pieces have them: each stroke an I, each other piece the next of the other capitals.
// Empty where the ink has no I more than `run`.
std::vector<Symbol> with_strokes(const std::vector<Symbol>& run, const std::vector<const Component*>& pieces,
                                 double left) {
  std::vector<Symbol> others, strokes;
  for (const Symbol& symbol : run) (symbol.text == "I" ? strokes : others).push_back(symbol);
  const auto drawn = static_cast<std::size_t>(std::ranges::count_if(pieces, [](auto* c) { return is_stroke(*c); }));
  if (strokes.empty() || drawn <= strokes.size() || pieces.size() - drawn != others.size()) return {};
  std::vector<Symbol> seen;
  std::size_t next = 0;
  for (const Component* piece : pieces) {
    Symbol sign = is_stroke(*piece) ? strokes.front() : others[next++];
    sign.x0 = piece->box.x0 - left;
    sign.x1 = piece->box.x1 - left;
    seen.push_back(std::move(sign));
  }
  return seen;
}

}  // namespace

void restore_strokes(const CutPage& page, const CutLine& line, const InkGaps& gaps, ReadWord& word) {
  std::vector<Symbol>& symbols = word.symbols;
  const double left = line_left(line);
  for (std::size_t first = 0; first < symbols.size();) {
    std::size_t last = first;
    while (last < symbols.size() && is_capital(symbols[last])) ++last;
    if (last - first < 2) {
      first = last + 1;
      continue;
    }
    const auto begin = symbols.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = symbols.begin() + static_cast<std::ptrdiff_t>(last);
    const std::vector<Symbol> seen =
        with_strokes(std::vector<Symbol>(begin, end),
                     capitals_between(page, line, gaps.before(word, first), gaps.before(word, last)), left);
    if (!seen.empty()) {
      symbols.insert(symbols.erase(begin, end), seen.begin(), seen.end());
      last = first + seen.size();
    }
    first = last + 1;
  }
}

}  // namespace prongsai::source
