#include "extractors/source/image/deskew.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

#include "extractors/source/image/scan_lines.hpp"

namespace prongsai::source {

namespace {

constexpr double kRadians = std::numbers::pi / 180;
constexpr std::size_t kEnoughMarks = 12;  // fewer make no line to judge by

// A point that lies on a line of print if the page is level, with its weight.
struct Mark {
  double x, y, weight;
};
using Marks = std::vector<Mark>;

// How sharply the points gather in rows when sheared by the slope: the sum of squares of a histogram over y.
double sharpness(const Marks& marks, double slope, double bin) {
  double low = 1e9, high = -1e9;
  for (const Mark& m : marks) {
    const double y = m.y - slope * m.x;
    low = std::min(low, y);
    high = std::max(high, y);
  }
  std::vector<double> rows(static_cast<std::size_t>((high - low) / bin) + 3);
  for (const Mark& m : marks) {
    const double place = (m.y - slope * m.x - low) / bin;
    const auto row = static_cast<std::size_t>(place);
    const double share = place - static_cast<double>(row);
    rows[row] += m.weight * (1 - share);
    rows[row + 1] += m.weight * share;
  }
  return std::inner_product(rows.begin(), rows.end(), rows.begin(), 0.0);
}

struct Slope {
  double degrees = 0;
  double sharpness = 0;
};

Slope sharpest(const Marks& marks, Slope from, double reach, double step, double bin) {
  Slope best;
  for (double d = from.degrees - reach; d <= from.degrees + reach + step / 2; d += step) {
    const double s = sharpness(marks, std::tan(d * kRadians), bin);
    if (s > best.sharpness) best = {d, s};
  }
  return best;
}

Slope fit(const Marks& marks, double letter) {
  const Slope rough = sharpest(marks, {}, 8, 0.25, letter / 4);
  const Slope near = sharpest(marks, rough, 0.3, 0.05, letter / 8);
  return sharpest(marks, near, 0.06, 0.01, std::max(1.0, letter / 16));
}

using Boxes = std::vector<PixelBox>;

bool letter_like(const PixelBox& b, double letter) {
  return b.height() >= 0.7 * letter && b.height() <= 2.2 * letter && b.width() >= 0.25 * letter &&
         b.width() <= 6 * letter;
}

bool mark_like(const PixelBox& b, double letter) {
  return b.height() >= 0.2 * letter && b.height() < 0.65 * letter && b.width() >= 0.15 * letter &&
         b.width() < 1.3 * letter;
}

Boxes boxes_of(const InkMap& ink) {
  Boxes boxes;
  for (const Component& c : ink.components) boxes.push_back(c.box);
  return boxes;
}

// The boxes as they would lie after a quarter turn clockwise (moved, which does not matter here).
Boxes quarter_turned(const Boxes& boxes) {
  Boxes turned;
  for (const PixelBox& b : boxes) turned.push_back({-b.y1, b.x0, -b.y0, b.x1});
  return turned;
}

Marks bottoms(const Boxes& boxes, double letter) {
  Marks marks;
  for (const PixelBox& b : boxes) {
    if (letter_like(b, letter)) marks.push_back({(b.x0 + b.x1) / 2.0, static_cast<double>(b.y1), 1});
  }
  return marks;
}

Marks tops(const Boxes& boxes, double letter) {
  Marks marks = bottoms(boxes, letter);
  std::size_t next = 0;
  for (const PixelBox& b : boxes) {
    if (letter_like(b, letter)) marks[next++].y = b.y0;
  }
  return marks;
}

// Sharpness per point, so that more letters do not win by their number alone.
double rate(const Marks& marks, double letter) {
  if (marks.size() < kEnoughMarks) return 0;
  return fit(marks, letter).sharpness / static_cast<double>(marks.size());
}

// Distance of a mark from the nearest letter right above it (negative) or right below it (positive); 0: none near.
double nearest_letter(const PixelBox& mark, const Boxes& letters, double letter) {
  double nearest = 0;
  for (const PixelBox& b : letters) {
    if (b.x0 > mark.x1 || b.x1 < mark.x0) continue;
    const bool below = b.y0 >= mark.y1 - 1;
    const bool above = b.y1 <= mark.y0 + 1;
    if (!below && !above) continue;
    const double gap = 1.0 + std::max(0, below ? b.y0 - mark.y1 : mark.y0 - b.y1);
    if (gap < 0.4 * letter && (nearest == 0 || gap < std::abs(nearest))) nearest = below ? gap : -gap;
  }
  return nearest;
}

// How surely marks stand above rather than below their letters, in standard deviations of a fair coin.
double marks_above(const Boxes& boxes, double letter) {
  Boxes letters;
  std::copy_if(boxes.begin(), boxes.end(), std::back_inserter(letters),
               [&](const PixelBox& b) { return letter_like(b, letter); });
  double above = 0, below = 0;
  for (const PixelBox& b : boxes) {
    if (!mark_like(b, letter)) continue;
    const double gap = nearest_letter(b, letters, letter);
    above += gap > 0 ? 1 : 0;
    below += gap < 0 ? 1 : 0;
  }
  return above + below < 5 ? 0 : (above - below) / std::sqrt(above + below);
}

// Rulings of a table point the way too: each long flat run is a row of points, so that it says which way it runs. As
// one point it would agree with any slope, and equal rows of a few short cells gather as well along a false one, on
// which the cells of a column lie level with those of the next row.
void add_rulings(const InkMap& ink, double letter, Marks& marks) {
  const double step = 4 * letter;
  for (const InkRun& run : ink.runs) {
    const double length = run.x1 - run.x0;
    const double points = std::floor(length / step);
    for (double i = 0; i < points; ++i)
      marks.push_back({run.x0 + length * (i + 0.5) / points, static_cast<double>(run.y), length / points / step});
  }
}

constexpr std::size_t kTallestCounted = 250;  // pixels: 36 point print at 600 dpi

double commonest_height(const std::vector<double>& ink_by_height) {
  // A window of five per cent gathers letters whose height noise moves by a pixel.
  double best = 0, height = 0;
  for (std::size_t h = 5; h < ink_by_height.size(); ++h) {
    const auto reach = static_cast<std::size_t>(std::lround(static_cast<double>(h) * 0.06));
    double sum = 0, moment = 0;
    for (std::size_t i = h - reach; i <= std::min(ink_by_height.size() - 1, h + reach); ++i) {
      sum += ink_by_height[i];
      moment += ink_by_height[i] * static_cast<double>(i);
    }
    if (sum > best) {
      best = sum;
      height = moment / sum;
    }
  }
  return height;
}

void count_height(const Component& c, std::vector<double>& ink_by_height) {
  const auto height = static_cast<std::size_t>(c.height());
  // Rulings, frames and pictures are far wider or taller than their ink would fill; specks are tiny.
  if (height < 5 || height >= ink_by_height.size() || c.width() > 12 * c.height() || c.width() * 5 < c.height()) return;
  ink_by_height[height] += c.ink;
}

double ink_near(const std::vector<double>& ink_by_height, double height) {
  double sum = 0;
  for (std::size_t h = 0; h < ink_by_height.size(); ++h) {
    if (std::abs(static_cast<double>(h) - height) <= 0.1 * height) sum += ink_by_height[h];
  }
  return sum;
}

// Strokes by height: the ink of each component by its height, so that a large letter counts as much as a small one.
std::vector<double> strokes_of(const InkMap& ink, const std::vector<std::size_t>& among) {
  std::vector<double> strokes(kTallestCounted);
  for (const std::size_t i : among) {
    Component stroke = ink.components[i];
    stroke.ink /= std::max(1, stroke.height());
    count_height(stroke, strokes);
  }
  return strokes;
}

// How many components there are of each height.
std::vector<double> counts_of(const InkMap& ink, const std::vector<std::size_t>& among) {
  std::vector<double> counts(kTallestCounted);
  for (const std::size_t i : among) {
    Component one = ink.components[i];
    one.ink = 1;
    count_height(one, counts);
  }
  return counts;
}

// A poster's title has more ink than all of its small print, and bold strokes: where by far the most letters that lie
// in lines, or most of their strokes, are much smaller than those of most ink, theirs is the height. `height` else.
double of_small_print(const InkMap& ink, const std::vector<std::size_t>& lined, double height) {
  constexpr double kMuchSmaller = 0.6;
  constexpr double kByFar = 2;      // of strokes
  constexpr double kByFarMore = 3;  // of letters
  const std::vector<double> strokes = strokes_of(ink, lined);
  const double small = commonest_height(strokes);
  if (small <= 0 || small >= kMuchSmaller * height) return height;
  const auto prevails = [&](const std::vector<double>& by_height, double by_far) {
    return ink_near(by_height, small) > by_far * ink_near(by_height, height);
  };
  return prevails(strokes, kByFar) || prevails(counts_of(ink, lined), kByFarMore) ? small : height;
}

constexpr double kLeastLined = 0.3;  // share of the letters' ink that lies in lines on any page of print

}  // namespace

double letter_height(const InkMap& ink) {
  std::vector<double> by_height(kTallestCounted);
  for (const Component& c : ink.components) count_height(c, by_height);
  const double height = commonest_height(by_height);
  const std::vector<std::size_t> lined = in_lines(ink);
  // On a cover the specks of a crest may have more ink than the letters of five lines, but they lie in no lines.
  std::vector<double> of_lines(kTallestCounted);
  for (const std::size_t i : lined) count_height(ink.components[i], of_lines);
  const double in_window = ink_near(by_height, height), in_window_lined = ink_near(of_lines, height);
  const double other = in_window_lined >= kLeastLined * in_window ? height : commonest_height(of_lines);
  return of_small_print(ink, lined, other > 0 ? other : height);
}

double letter_height(const InkMap& ink, std::span<const std::size_t> among) {
  std::vector<double> by_height(kTallestCounted);
  for (const std::size_t i : among) count_height(ink.components[i], by_height);
  return commonest_height(by_height);
}

double find_skew(const InkMap& ink, double letter) {
  Marks marks = bottoms(boxes_of(ink), letter);
  add_rulings(ink, letter, marks);
  return marks.size() < kEnoughMarks ? 0 : fit(marks, letter).degrees;
}

Picture turned(const Picture& picture, int clockwise) {
  if (clockwise == 0) return picture;
  const Raster raster = to_raster(picture);
  return to_picture(Raster(pixRotateOrth(raster.pix(), clockwise / 90), picture.dpi));
}

Picture levelled(const Picture& picture, double degrees) {
  const Raster raster = to_raster(picture);
  return to_picture(
      Raster(pixRotateAMGray(raster.pix(), static_cast<float>(-degrees * kRadians), kPaperWhite), picture.dpi));
}

Picture enlarged(const Picture& picture, double factor) {
  const Raster raster = to_raster(picture);
  const auto scale = static_cast<float>(factor);
  return to_picture(Raster(pixScaleGrayLI(raster.pix(), scale, scale), picture.dpi * factor));
}

Turn find_turn(const InkMap& ink, double letter) {
  Boxes boxes = boxes_of(ink);
  const Boxes lying = quarter_turned(boxes);
  const double upright_rate = rate(bottoms(boxes, letter), letter) + rate(tops(boxes, letter), letter);
  const double lying_rate = rate(bottoms(lying, letter), letter) + rate(tops(lying, letter), letter);
  Turn turn;
  if (lying_rate > upright_rate) {
    turn.clockwise = 90;
    boxes = lying;
  }
  // A baseline is sharper than the tops, which ascenders and marks fray: a weaker witness than the marks themselves.
  const double base = rate(bottoms(boxes, letter), letter);
  const double top = rate(tops(boxes, letter), letter);
  const double upright = marks_above(boxes, letter) + (base > 0 && top > 0 ? 3 * std::log(base / top) : 0);
  if (upright < 0) turn.clockwise += 180;
  turn.certain = std::abs(upright) > 3;
  return turn;
}

}  // namespace prongsai::source
