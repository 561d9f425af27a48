#include <algorithm>
#include <cmath>
#include <cstring>

#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

namespace {

// The frame in heights of a plain letter, from the baseline: a vowel and a tone mark over ป reach 2.0 up, a vowel
// under ฎ 1.1 down (Laksaman; other Thai fonts are within a tenth).
constexpr double kAboveBaseline = 2.1;
constexpr double kBelowBaseline = 0.95;
constexpr double kBesideLine = 0.6;

int halo(const CutLine& line) {
  return std::max(1, static_cast<int>(line.letter / 16));
}

// Copies a run with the grey rim that scanning gives every stroke.
void copy_run(const Picture& from, const InkRun& run, int rim, int left, int top, Picture& to) {
  const int x0 = std::max({run.x0 - rim, 0, left});
  const int x1 = std::min({run.x1 + rim, from.width, left + to.width});
  if (x1 <= x0) return;
  for (int y = std::max({run.y - rim, 0, top}); y < std::min({run.y + rim + 1, from.height, top + to.height}); ++y) {
    std::memcpy(to.row(y - top) + (x0 - left), from.row(y) + x0, static_cast<std::size_t>(x1 - x0));
  }
}

}  // namespace

int line_left(const CutLine& line) {
  return line.box.x0 - std::max(10, static_cast<int>(kBesideLine * line.letter));
}

Picture draw_line(const CutPage& page, const CutLine& line) {
  const double first = line.baseline_at(line.box.x0), last = line.baseline_at(line.box.x1);
  const int rim = halo(line);
  const int left = line_left(line);
  const int top =
      std::min(static_cast<int>(std::min(first, last) - kAboveBaseline * line.letter), line.box.y0 - rim - 1);
  const int bottom = std::max(static_cast<int>(std::ceil(std::max(first, last) + kBelowBaseline * line.letter)),
                              line.box.y1 + rim + 1);
  Picture drawn(line.box.x1 + (line.box.x0 - left) - left, bottom - top, page.grey.dpi);
  for (const std::size_t i : line.components) {
    for (const InkRun& run : page.ink.runs_of(page.ink.components[i])) copy_run(page.grey, run, rim, left, top, drawn);
  }
  return drawn;
}

}  // namespace prongsai::source
