// Struck-out text: a line through letters that begins and ends with them. A table's rule goes beyond its text, an
// underline runs below the baseline.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "extractors/source/pdf/sight_glyphs.hpp"
#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::source {

namespace {

// In sizes of the letters.
constexpr double kLowestStrike = 0.1;  // above the baseline
constexpr double kHighestStrike = 0.5;
constexpr double kBeyond = 0.6;      // the line may begin before its first letter, and end behind its last
constexpr double kLeastCover = 0.6;  // share of the line under letters

bool crossed(const Sight& sight, const SeenGlyph& glyph, const SightLine& line) {
  const GlyphStyle& style = sight.styles[glyph.style];
  if (!glyph.shows() || !style.level() || style.stamp) return false;
  const double above = (glyph.pen.y - line.y) / glyph.size;
  const double middle = (glyph.pen.x + glyph.end.x) / 2;
  return above >= kLowestStrike && above <= kHighestStrike && middle >= line.x0 && middle <= line.x1;
}

void strike(Sight& sight, const SightLine& line) {
  std::vector<std::size_t> found;
  sight.field.near({line.x0, line.y, line.x1, line.y}, [&](std::size_t i) {
    if (crossed(sight, sight.glyphs[i], line)) found.push_back(i);
  });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.empty()) return;
  double first = line.x1, last = line.x0, covered = 0, size = 0;
  std::size_t letters = 0;
  for (const std::size_t i : found) {
    const SeenGlyph& glyph = sight.glyphs[i];
    first = std::min(first, glyph.pen.x);
    last = std::max(last, glyph.end.x);
    covered += glyph.end.x - glyph.pen.x;
    size = std::max(size, glyph.size);
    if (!text::is_leader(glyph.letter)) ++letters;  // leaders of a form are no words
  }
  const bool fits = first - line.x0 <= kBeyond * size && line.x1 - last <= kBeyond * size;
  if (letters == 0 || !fits || covered < kLeastCover * (line.x1 - line.x0)) return;
  for (const std::size_t i : found) sight.glyphs[i].fate = Fate::struck;
}

// A line may be drawn in pieces, one for each run of letters.
std::vector<SightLine> whole_lines(std::vector<SightLine> lines) {
  constexpr double kSameHeight = 0.7, kGap = 1.5;  // points
  std::sort(lines.begin(), lines.end(), [](const SightLine& a, const SightLine& b) {
    return std::lround(a.y) != std::lround(b.y) ? a.y < b.y : a.x0 < b.x0;
  });
  std::vector<SightLine> whole;
  for (const SightLine& line : lines) {
    SightLine* last = whole.empty() ? nullptr : &whole.back();
    if (last != nullptr && std::abs(last->y - line.y) < kSameHeight && line.x0 - last->x1 < kGap &&
        line.x0 >= last->x0) {
      last->x1 = std::max(last->x1, line.x1);
    } else {
      whole.push_back(line);
    }
  }
  return whole;
}

}  // namespace

void strike_out(Sight& sight) {
  for (const SightLine& line : whole_lines(sight.lines)) strike(sight, line);
  for (const Box& place : sight.struck_places) {
    sight.field.near(place, [&](std::size_t i) {
      SeenGlyph& glyph = sight.glyphs[i];
      if (glyph.shows() && place.contains(glyph.body.centre())) glyph.fate = Fate::struck;
    });
  }
}

}  // namespace prongsai::source
