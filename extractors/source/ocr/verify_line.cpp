#include "extractors/source/ocr/verify_line.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "extractors/source/image/deskew.hpp"
#include "extractors/source/image/scan_components.hpp"
#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

namespace {

// Of what is cut out, in advances from the baseline: a full stack of marks above, a vowel below, and some of the
// neighbouring lines, which the cutter needs to tell their marks apart.
constexpr double kCutAbove = 4.0;
constexpr double kCutBelow = 2.4;
constexpr double kCutBeside = 1.0;
// A letter's height in advances, where too few letters stand there to be measured, and how far a measure may be off.
constexpr double kLetterInAdvances = 0.95;
constexpr double kLetterTolerance = 1.6;
// A line's baseline is sought within this many advances of where the layer has it.
constexpr double kBaselineTolerance = 0.8;
// Marks stand this far over the baseline, in heights of a letter.
constexpr double kMarksFrom = 0.9;
constexpr int kInkBelow = 128;

// Ink whose middle lies beside the stretch is another cell's or a ruling's, or half a letter.
void keep_between(InkMap& ink, double left, double right) {
  std::erase_if(ink.components, [&](const Component& c) { return c.centre_x() < left || c.centre_x() > right; });
}

double measured_letter(const InkMap& ink, double expected) {
  const double letter = letter_height(ink);
  const bool likely = letter > expected / kLetterTolerance && letter < expected * kLetterTolerance;
  return likely ? letter : expected;
}

// From the top of the highest mark between two columns to the foot of the lowest, in heights of a letter.
double height_of_marks(const InkMap& ink, const CutLine& line, double left, double right) {
  int top = 0, foot = 0;
  for (const std::size_t i : line.components) {
    const Component& c = ink.components[i];
    const bool over = c.box.y1 < line.baseline_at(c.centre_x()) - kMarksFrom * line.letter;
    if (!over || c.centre_x() < left || c.centre_x() > right) continue;
    top = foot == 0 ? c.box.y0 : std::min(top, c.box.y0);
    foot = std::max(foot, c.box.y1);
  }
  return (foot - top) / line.letter;
}

}  // namespace

StretchReading read_stretch(const Raster& page, const Stretch& stretch, Recogniser& recogniser) {
  const double advance = stretch.advance;
  const Box around{std::max(0.0, stretch.box.x0 - kCutBeside * advance),
                   std::max(0.0, stretch.baseline - kCutAbove * advance), stretch.box.x1 + kCutBeside * advance,
                   stretch.baseline + kCutBelow * advance};
  const Raster part = page.cut(around);
  if (part.empty()) return {};
  const auto column = [&](double x) { return part.to_pixels(x - around.x0); };
  const Picture grey = to_picture(part);
  InkMap ink = find_components(grey, kInkBelow);
  keep_between(ink, column(stretch.box.x0), column(stretch.box.x1));
  const CutPage cut{grey, ink, measured_letter(ink, part.to_pixels(kLetterInAdvances * advance))};
  std::vector<CutLine> lines = cut_lines(cut, std::vector<int>(ink.components.size(), -1));
  std::erase_if(lines, [&](const CutLine& line) {
    const double baseline = line.baseline_at((line.box.x0 + line.box.x1) / 2.0);
    return std::abs(part.to_points(baseline) + around.y0 - stretch.baseline) > kBaselineTolerance * advance;
  });
  std::sort(lines.begin(), lines.end(), [](const CutLine& a, const CutLine& b) { return a.box.x0 < b.box.x0; });
  StretchReading reading;
  for (const CutLine& line : lines) {
    reading.text += recogniser.read_line(to_raster(draw_line(cut, line))).text + ' ';
    reading.marks = std::max(reading.marks, height_of_marks(ink, line, column(stretch.left), column(stretch.right)));
  }
  return reading;
}

}  // namespace prongsai::source
