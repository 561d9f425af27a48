#include "extractors/source/image/rulings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "extractors/source/image/rulings_lines.hpp"
#include "extractors/source/image/rulings_runs.hpp"

namespace prongsai::source {

namespace {

constexpr std::size_t kMostRuns = 200'000;  // a page of hatching is no table

struct Pass {
  double thickest;     // points
  double gap;          // points: longest blank bridged within a line
  double shortest;     // points
  double straightest;  // least share of its rectangle that must be dark
};

// Hairlines to ordinary borders, dotted ones too. Thai letters at 16 pt leave more than 1.8 pt between their stems, a
// leader of full stops more than 2.5 pt between its dots: neither may run together.
constexpr Pass kThinLines{2.4, 1.7, 8, 0.0};
constexpr double kWidestDashGap = 5;  // points, where no letters are
// Frames and heavy borders. Never dotted; rectangular, as letters in bold are not.
constexpr Pass kThickLines{7.5, 0, 24, 0.8};

// White lines between filled cells: one piece, as long as a cell is high.
constexpr Pass kWhiteLines{2.4, 0, 12, 0.8};

int nearest_pixels(double points, double dpi) {
  return static_cast<int>(std::lround(points * dpi / 72));
}

void find_lines(const Picture& page, double dpi, const Pass& pass, std::vector<Line>& lines) {
  RunSettings settings;
  settings.reach = std::max(2, nearest_pixels(pass.thickest, dpi));
  settings.gap = nearest_pixels(pass.gap, dpi);
  settings.crossing = nearest_pixels(7, dpi);
  settings.shortest = nearest_pixels(pass.shortest, dpi);
  const auto runs = find_runs(page, settings);
  if (runs.size() > kMostRuns) return;
  const double point = 72 / dpi;
  auto found = group_runs(runs, point);
  std::erase_if(found, [&](const Line& line) {
    const bool too_thick = line.thickness > 1.2 * pass.thickest;
    return too_thick || line.straightness < pass.straightest || line.length() < 4 * line.thickness;
  });
  std::move(found.begin(), found.end(), std::back_inserter(lines));
}

// Cells in colour are often parted by white lines. Among letters these would be the gaps between their strokes.
bool is_coloured(const Picture& page) {
  const auto filled = std::count_if(page.pixels.begin(), page.pixels.end(), [](std::uint8_t v) { return v < 232; });
  return static_cast<double>(filled) > 0.02 * static_cast<double>(page.pixels.size());
}

Picture inverted(Picture page) {
  for (std::uint8_t& pixel : page.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  return page;
}

std::vector<Line> lines_along(const Picture& page, double dpi, Letters letters) {
  Pass finest = kThinLines;
  if (letters == Letters::absent) finest.gap = kWidestDashGap;
  std::vector<Line> lines;
  find_lines(page, dpi, finest, lines);
  find_lines(page, dpi, kThickLines, lines);
  if (letters == Letters::absent && is_coloured(page)) find_lines(inverted(page), dpi, kWhiteLines, lines);
  return mended(std::move(lines));
}

Ruling to_ruling(const Line& line, bool horizontal) {
  const double near = line.centre - line.thickness / 2;
  const double far = line.centre + line.thickness / 2;
  return {horizontal ? Box{line.first, near, line.last, far} : Box{near, line.first, far, line.last}, horizontal};
}

}  // namespace

std::vector<Ruling> find_rulings(const Raster& page, Letters letters) {
  std::vector<Ruling> rulings;
  if (page.empty()) return rulings;
  Picture grey = to_picture(page);
  auto horizontal = lines_along(grey, page.dpi(), letters);
  grey = transposed(grey);
  auto vertical = lines_along(grey, page.dpi(), letters);
  drop_strokes(horizontal, vertical);
  for (const Line& line : horizontal) rulings.push_back(to_ruling(line, true));
  for (const Line& line : vertical) rulings.push_back(to_ruling(line, false));
  return rulings;
}

}  // namespace prongsai::source
