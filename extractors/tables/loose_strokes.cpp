#include "extractors/tables/loose_strokes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractors/tables/clusters.hpp"
#include "models/median.hpp"

namespace prongsai::tables {
namespace {

constexpr double kHeld = 6.0;         // points between an end and the line that holds it
constexpr double kMissedBy = 4.0;     // points by which that line may miss the stroke
constexpr double kSameLine = 2.0;     // points: pieces of one broken line
constexpr double kBroken = 60.0;      // points of it that may be missing
constexpr double kOvershoot = 24.0;   // points that a line may run on past the last one that it crosses
constexpr double kNearlyWhole = 0.7;  // of the way between the outermost lines that it crosses
constexpr double kBar = 1.6;          // times as thick as the lines of its direction usually are

enum class EndOf { held, inside, outside };

double usual_thickness(const std::vector<Stroke>& strokes) {
  std::vector<double> all;
  for (const Stroke& stroke : strokes) all.push_back(stroke.thickness);
  return median(std::move(all));
}

class Looseness {
 public:
  Looseness(const std::vector<Stroke>& along, const std::vector<Stroke>& across)
      : along_(along), across_(across), usual_(usual_thickness(along)) {}

  [[nodiscard]] bool is_loose(const Stroke& stroke) const {
    const Span crossed = crossed_by(stroke);
    if (crossed.from > crossed.to) return false;  // it crosses nothing: others tell
    const EndOf near = end_of(stroke, stroke.from, crossed, false);
    const EndOf far = end_of(stroke, stroke.to, crossed, true);
    if (near == EndOf::outside && far == EndOf::outside) return true;
    const bool short_of = stroke.length() < kNearlyWhole * (crossed.to - crossed.from);
    return short_of && (near == EndOf::inside || far == EndOf::inside);
  }

 private:
  struct Span {
    double from = 1e9;
    double to = -1e9;
  };

  // From the first to the last line of the other direction that reaches the stroke's height, crossed or not.
  [[nodiscard]] Span crossed_by(const Stroke& stroke) const {
    Span span;
    for (const Stroke& other : across_) {
      if (other.from - kMissedBy > stroke.at || other.to + kMissedBy < stroke.at) continue;
      span.from = std::min(span.from, other.at);
      span.to = std::max(span.to, other.at);
    }
    return span;
  }

  [[nodiscard]] EndOf end_of(const Stroke& stroke, double end, const Span& crossed, bool far) const {
    const bool held = std::ranges::any_of(across_, [&](const Stroke& other) {
      return std::abs(other.at - end) <= kHeld && stroke.at >= other.from - kMissedBy &&
             stroke.at <= other.to + kMissedBy;
    });
    if (held || ends_with_others(stroke, end, far) || goes_on(stroke, end, far)) return EndOf::held;
    if (end > crossed.from + kHeld && end < crossed.to - kHeld) return EndOf::inside;
    const double beyond = far ? end - crossed.to : crossed.from - end;
    return beyond > kOvershoot ? EndOf::outside : EndOf::held;
  }

  [[nodiscard]] bool ends_with_others(const Stroke& stroke, double end, bool far) const {
    if (is_bar(stroke)) return false;
    return std::ranges::any_of(along_, [&](const Stroke& other) {
      return !is_bar(other) && std::abs(other.at - stroke.at) > kHeld &&
             std::abs((far ? other.to : other.from) - end) <= kHeld;
    });
  }

  [[nodiscard]] bool goes_on(const Stroke& stroke, double end, bool far) const {
    return std::ranges::any_of(along_, [&](const Stroke& other) {
      const double missing = far ? other.from - end : end - other.to;
      const double apart = std::abs(other.at - stroke.at);
      if (missing >= 0) return apart <= kSameLine && missing <= kBroken;
      // Pieces of a line that lies aslant overlap, side by side.
      const double beyond = far ? other.to - end : end - other.from;
      return apart <= kMissedBy && beyond > kHeld;
    });
  }

  // Bars of a plan are drawn thicker than its lines, and many begin in the same month.
  [[nodiscard]] bool is_bar(const Stroke& stroke) const { return stroke.thickness > kBar * usual_; }

  const std::vector<Stroke>& along_;
  const std::vector<Stroke>& across_;
  double usual_;
};

std::size_t drop(std::vector<Stroke>& along, const std::vector<Stroke>& across) {
  const std::vector<Stroke> all = along;
  const Looseness loose(all, across);
  return std::erase_if(along, [&](const Stroke& stroke) { return loose.is_loose(stroke); });
}

}  // namespace

void drop_loose(std::vector<Stroke>& horizontals, std::vector<Stroke>& verticals) {
  while (drop(horizontals, verticals) + drop(verticals, horizontals) > 0) {
  }
}

}  // namespace prongsai::tables
