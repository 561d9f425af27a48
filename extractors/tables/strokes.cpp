#include "extractors/tables/strokes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prongsai::tables {
namespace {

constexpr double kSameStroke = 1.5;  // points between pieces of one straight line
constexpr double kClosedGap = 6.0;   // points of a break that a scan's noise or a dash leaves in a line

Stroke stroke_of(const Ruling& ruling) {
  const Point c = ruling.box.centre();
  if (ruling.horizontal) return {c.y, ruling.box.x0, ruling.box.x1, ruling.box.height()};
  return {c.x, ruling.box.y0, ruling.box.y1, ruling.box.width()};
}

// Joins `next` to the stroke when both lie on one line and nearly touch.
bool absorb(Stroke& stroke, const Stroke& next) {
  if (std::abs(stroke.at - next.at) > kSameStroke) return false;
  if (next.from > stroke.to + kClosedGap || stroke.from > next.to + kClosedGap) return false;
  const double weight = stroke.length() + next.length();
  if (weight > 0) {
    stroke.at = (stroke.at * stroke.length() + next.at * next.length()) / weight;
    stroke.thickness = (stroke.thickness * stroke.length() + next.thickness * next.length()) / weight;
  }
  stroke.from = std::min(stroke.from, next.from);
  stroke.to = std::max(stroke.to, next.to);
  return true;
}

}  // namespace

std::vector<Stroke> merge_strokes(std::span<const Ruling> rulings, bool horizontal) {
  std::vector<Stroke> pieces;
  for (const Ruling& ruling : rulings) {
    if (ruling.horizontal == horizontal) pieces.push_back(stroke_of(ruling));
  }
  std::sort(pieces.begin(), pieces.end(),
            [](const Stroke& a, const Stroke& b) { return std::pair(a.at, a.from) < std::pair(b.at, b.from); });
  std::vector<Stroke> merged;
  for (const Stroke& piece : pieces) {
    // Only the lines just above (or left) can take the piece: the pieces come sorted.
    bool absorbed = false;
    for (auto s = merged.rbegin(); s != merged.rend() && !absorbed && piece.at - s->at <= 2 * kSameStroke; ++s) {
      absorbed = absorb(*s, piece);
    }
    if (!absorbed) merged.push_back(piece);
  }
  return merged;
}

double covered_share(std::span<const Stroke> strokes, double at, double from, double to, double tolerance) {
  if (to <= from) return 0;
  std::vector<std::pair<double, double>> parts;
  for (const Stroke& s : strokes) {
    if (std::abs(s.at - at) > tolerance) continue;
    const double a = std::max(s.from, from);
    const double b = std::min(s.to, to);
    if (b > a) parts.emplace_back(a, b);
  }
  std::sort(parts.begin(), parts.end());
  double covered = 0;
  double reached = from;
  for (const auto& [a, b] : parts) {
    if (b <= reached) continue;
    covered += b - std::max(a, reached);
    reached = b;
  }
  return covered / (to - from);
}

std::vector<double> cluster_positions(std::span<const Stroke> strokes, double tolerance) {
  std::vector<std::pair<double, double>> weighted;  // position, length
  weighted.reserve(strokes.size());
  for (const Stroke& s : strokes) weighted.emplace_back(s.at, std::max(s.length(), 0.1));
  std::sort(weighted.begin(), weighted.end());
  std::vector<double> positions;
  double sum = 0;
  double weight = 0;
  for (std::size_t i = 0; i < weighted.size(); ++i) {
    sum += weighted[i].first * weighted[i].second;
    weight += weighted[i].second;
    if (i + 1 < weighted.size() && weighted[i + 1].first - weighted[i].first <= tolerance) continue;
    positions.push_back(sum / weight);
    sum = weight = 0;
  }
  return positions;
}

}  // namespace prongsai::tables
