#include "extractors/source/image/clean_shades.hpp"

#include <algorithm>
#include <numeric>

#include "extractors/source/image/grey_levels.hpp"
#include "extractors/source/image/scan_components.hpp"

namespace prongsai::source {

namespace {

constexpr int kFaintest = 250;          // a shade fades out: what is darker belongs to it
constexpr double kLeastInches = 0.25;   // the height of a letter with its shade; running text is lower
constexpr double kMostInches = 1.2;     // and of a line that shades join; a frame or an emblem is higher
constexpr double kLeastStrokes = 0.12;  // of a letter's pixels
constexpr double kMostStrokes = 0.6;    // with more, the grey is no more than blurred edges
constexpr double kSpeckShare = 0.05;    // of a letter's pixels may be darker than its strokes
constexpr double kWayToPaper = 0.68;    // where a stroke's edge is taken to be
constexpr double kSmallInches = 0.06;   // the height of a small letter
constexpr double kLeastShaded = 0.06;   // of a page's letters: a shaded emblem over plain print says nothing of it
constexpr int kSoftness = 36;           // grey levels of the new edges, to each side

GreyLevels levels_of(const Picture& grey, const InkMap& ink, const Component& component) {
  GreyLevels levels{};
  for (const InkRun& run : ink.runs_of(component)) {
    const std::uint8_t* row = grey.row(run.y);
    for (int x = run.x0; x < run.x1; ++x) ++levels[row[x]];
  }
  return levels;
}

double share_of_levels_below(const GreyLevels& levels, int level) {
  const auto end = levels.begin() + level;
  return static_cast<double>(std::accumulate(levels.begin(), end, 0L)) /
         static_cast<double>(std::max(1L, std::accumulate(levels.begin(), levels.end(), 0L)));
}

// On the paper's side of the middle between strokes and paper: strokes may be shaded themselves, a shade is lighter
// than they are, and the edges of small pictures are soft.
int stroke_end(const GreyLevels& levels) {
  const int stroke = quantile(levels, kSpeckShare);
  return stroke + static_cast<int>(kWayToPaper * (kPaperWhite - stroke));
}

void sharpen(Picture& grey, const InkMap& ink, const Component& component, int below) {
  for (const InkRun& run : ink.runs_of(component)) {
    std::uint8_t* row = grey.row(run.y);
    for (int x = run.x0; x < run.x1; ++x) {
      const int from_edge = std::clamp(row[x] - below, -kSoftness, kSoftness);
      row[x] = static_cast<std::uint8_t>((from_edge + kSoftness) * kPaperWhite / (2 * kSoftness));
    }
  }
}

struct Shaded {
  PixelBox box;
  int below = 0;  // its strokes' pixels are darker
};

std::vector<Shaded> shaded_letters(const Picture& grey, const InkMap& ink) {
  std::vector<Shaded> letters;
  for (const Component& component : ink.components) {
    if (component.height() < kLeastInches * grey.dpi || component.height() > kMostInches * grey.dpi) continue;
    const GreyLevels levels = levels_of(grey, ink, component);
    const int below = stroke_end(levels);
    const double strokes = share_of_levels_below(levels, below);
    if (strokes >= kLeastStrokes && strokes <= kMostStrokes) letters.push_back({component.box, below});
  }
  return letters;
}

// Of the letters, or its marks above and below them.
const Shaded* over(const Component& component, const std::vector<Shaded>& letters) {
  const auto found = std::ranges::find_if(letters, [&](const Shaded& letter) {
    const int reach = letter.box.height() * 2 / 3;
    return component.centre_x() >= letter.box.x0 && component.centre_x() < letter.box.x1 &&
           component.box.y0 >= letter.box.y0 - reach && component.box.y1 <= letter.box.y1 + reach;
  });
  return found == letters.end() ? nullptr : &*found;
}

}  // namespace

bool has_shades(const Picture& grey) {
  if (grey.empty()) return false;
  const InkMap ink = find_components(grey, kFaintest);
  const auto shaded = static_cast<double>(shaded_letters(grey, ink).size());
  const auto letters = std::ranges::count_if(
      ink.components, [&](const Component& component) { return component.height() >= kSmallInches * grey.dpi; });
  return shaded > 0 && shaded >= kLeastShaded * static_cast<double>(letters);
}

void wipe_shades(Picture& grey) {
  if (grey.empty()) return;
  const InkMap ink = find_components(grey, kFaintest);
  const std::vector<Shaded> letters = shaded_letters(grey, ink);
  for (const Component& component : ink.components) {
    if (const Shaded* letter = over(component, letters)) sharpen(grey, ink, component, letter->below);
  }
}

}  // namespace prongsai::source
