#include "extractors/source/ocr/line_cut_marks.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

namespace prongsai::source {

namespace {

// In units of a plain letter's height.
constexpr double kMarkReach = 0.85;     // between a mark and what it stands on: some programs leave the tone mark of a
                                        // bare letter as high as over a vowel
constexpr double kMarkSideReach = 0.5;  // and beside it
constexpr double kInLineReach = 1.3;    // between a point or dash and the next sign of its line
constexpr double kHighestMark = 2.2;    // centre of a tone mark over a vowel over ป, above the baseline
constexpr double kLowestMark = -0.85;   // centre of a lower vowel under a tail
constexpr double kFlattestMark = 0.22;  // smaller ones are of another line's print, where one is near
constexpr double kTallestBelow = 0.65;  // ุ ู and tails; what is taller belongs over the next line

// What makes a place unlikely though it is near, in letters' heights of distance. A mark is centred 1.25 above the
// baseline over a letter, 1.75 over a vowel, 0.3 below it under a letter.
double unlikeliness(double centre, double height) {
  const double strange = height < kFlattestMark ? 0.6 : 0;
  if (centre > 0) return strange + std::max(0.0, centre - 1.9);
  return strange + std::max(0.0, std::abs(centre + 0.3) - 0.15) + (height > kTallestBelow ? 0.4 : 0);
}

struct Pull {
  double distance;  // letters' heights
  std::size_t component;
  std::size_t line;
  bool operator<(const Pull& other) const { return distance > other.distance; }  // the nearest comes first
};

class Gathering {
 public:
  Gathering(const CutPage& page, const std::vector<CutLine>& lines, std::span<int> region_of,
            std::vector<std::size_t>& line_of)
      : page_(page), lines_(lines), region_of_(region_of), line_of_(line_of) {
    for (const CutLine& line : lines) members_.push_back(line.components);
  }

  void take_points(std::span<const std::size_t> loose);
  void take_marks(std::span<const std::size_t> loose);
  void allow_other_regions() { across_regions_ = true; }

 private:
  [[nodiscard]] double height_in(const CutLine& line, const Component& c) const {
    return (line.baseline_at(c.centre_x()) - c.centre_y()) / line.letter;
  }
  void pull_from(std::size_t source, std::span<const std::size_t> loose);
  bool take_point(std::size_t i);

  const CutPage& page_;
  const std::vector<CutLine>& lines_;
  std::span<int> region_of_;
  std::vector<std::size_t>& line_of_;
  std::vector<std::vector<std::size_t>> members_;
  std::priority_queue<Pull> pulls_;
  bool across_regions_ = false;
};

// A sign between the feet and the heads of a line's letters is its own, when one of its signs is near.
bool Gathering::take_point(std::size_t i) {
  const Component& c = page_.ink.components[i];
  for (std::size_t n = 0; n < lines_.size(); ++n) {
    const CutLine& line = lines_[n];
    if (line.region != region_of_[i] || c.box.x0 > line.box.x1 + 30 * line.letter ||
        c.box.x1 < line.box.x0 - 30 * line.letter) {
      continue;
    }
    const double height = height_in(line, c);
    if (height < -0.12 || height > 1.05 || c.height() > 1.2 * line.letter) continue;
    const double reach = kInLineReach * line.letter;
    const bool near = std::any_of(members_[n].begin(), members_[n].end(), [&](std::size_t member) {
      const PixelBox& box = page_.ink.components[member].box;
      return box.x0 - c.box.x1 <= reach && c.box.x0 - box.x1 <= reach;
    });
    if (!near) continue;
    line_of_[i] = n;
    members_[n].push_back(i);
    return true;
  }
  return false;
}

void Gathering::take_points(std::span<const std::size_t> loose) {
  // A row of points grows point by point, in either direction.
  for (const std::size_t i : loose) {
    if (line_of_[i] == kNoLine) take_point(i);
  }
  for (auto i = loose.rbegin(); i != loose.rend(); ++i) {
    if (line_of_[*i] == kNoLine) take_point(*i);
  }
}

// Offers every loose mark near component `source` a place in its line.
void Gathering::pull_from(std::size_t source, std::span<const std::size_t> loose) {
  const std::size_t n = line_of_[source];
  const CutLine& line = lines_[n];
  const PixelBox& from = page_.ink.components[source].box;
  const double reach = kMarkReach * line.letter, side_reach = kMarkSideReach * line.letter;
  const auto first = std::lower_bound(loose.begin(), loose.end(), from.x0 - 3 * line.letter,
                                      [&](std::size_t i, double x) { return page_.ink.components[i].box.x0 < x; });
  for (auto it = first; it != loose.end(); ++it) {
    const Component& c = page_.ink.components[*it];
    if (c.box.x0 > from.x1 + side_reach) break;
    if (line_of_[*it] != kNoLine || (region_of_[*it] != line.region && !across_regions_)) continue;
    const double height = height_in(line, c);
    if (height > kHighestMark || height < kLowestMark) continue;
    const double across = std::max({0, c.box.x0 - from.x1, from.x0 - c.box.x1});
    const double down = std::max({0, c.box.y0 - from.y1, from.y0 - c.box.y1});
    const double distance = std::hypot(across, down);
    if (distance > reach || across > side_reach) continue;
    pulls_.push({distance / line.letter + unlikeliness(height, c.height() / line.letter), *it, n});
  }
}

void Gathering::take_marks(std::span<const std::size_t> loose) {
  for (std::size_t i = 0; i < line_of_.size(); ++i) {
    if (line_of_[i] != kNoLine) pull_from(i, loose);
  }
  while (!pulls_.empty()) {
    const Pull pull = pulls_.top();
    pulls_.pop();
    if (line_of_[pull.component] != kNoLine) continue;
    line_of_[pull.component] = pull.line;
    region_of_[pull.component] = lines_[pull.line].region;
    pull_from(pull.component, loose);
  }
}

}  // namespace

void attach_marks(const CutPage& page, const std::vector<CutLine>& lines, std::span<const std::size_t> loose,
                  std::span<int> region_of, std::vector<std::size_t>& line_of) {
  std::vector<std::size_t> sorted(loose.begin(), loose.end());
  std::sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
    return page.ink.components[a].box.x0 < page.ink.components[b].box.x0;
  });
  Gathering gathering(page, lines, region_of, line_of);
  gathering.take_points(sorted);
  gathering.take_marks(sorted);
  gathering.allow_other_regions();
  gathering.take_marks(sorted);
}

}  // namespace prongsai::source
