#include "extractors/source/line_cut_places.hpp"

#include <algorithm>
#include <cmath>

namespace prongsai::source {

namespace {

constexpr double lowest = -1.6;
constexpr double highest = 2.6;
constexpr double step = 0.03;  // heights of a letter: a pixel at 200 dpi
constexpr int steps = 140;     // from lowest to highest
constexpr int spread = 3;      // steps over which one mark speaks for its neighbourhood
constexpr double floor_share = 1e-3;

// Where Thai fonts put their marks, roughly: all that is known where a page shows too few of a kind.
constexpr MarkPlace usual_places[] = {
    {1.5, 1.1}, {1.6, 1.15}, {1.95, 1.62}, {1.95, 1.1},  // vowel or tone mark over a letter, tone mark over a vowel, both
    {-0.07, -0.57},                                      // vowel under a letter
    {0.16, 0}, {0.16, -0.15}, {0.5, 0.35},               // full stop, comma, hyphen
    {0.75, 0.58}, {1.25, 0.85}, {1.0, 0.55}, {0.45, 0},  // upper point of a colon, quotation mark, the rings of ะ
};
constexpr double usual_spread = 0.1;
constexpr double usual_share = 0.03;  // of what the page itself shows

double usual(const MarkPlace& place) {
  double nearest = 1e9;
  for (const MarkPlace& u : usual_places) nearest = std::min(nearest, std::hypot(place.top - u.top, place.bottom - u.bottom));
  return usual_share * std::exp(-nearest * nearest / (2 * usual_spread * usual_spread));
}

int step_of(double height) {
  return std::clamp(static_cast<int>(std::lround((height - lowest) / step)), 0, steps - 1);
}

std::size_t cell(int top, int bottom) { return static_cast<std::size_t>(top * steps + bottom); }

}  // namespace

MarkPlace place_in(const CutLine& line, const Component& mark) {
  const double base = line.baseline_at(mark.centre_x());
  return {(base - mark.box.y0) / line.letter, (base - mark.box.y1) / line.letter};
}

MarkPlaces::MarkPlaces() : counts_(static_cast<std::size_t>(steps * steps)) {}

void MarkPlaces::add(const MarkPlace& place, double weight) {
  const int top = step_of(place.top), bottom = step_of(place.bottom);
  for (int t = std::max(0, top - spread); t <= std::min(steps - 1, top + spread); ++t) {
    for (int b = std::max(0, bottom - spread); b <= std::min(steps - 1, bottom + spread); ++b) {
      const double distance = (t - top) * (t - top) + (b - bottom) * (b - bottom);
      double& count = counts_[cell(t, b)];
      count += weight * std::exp(-distance / 3.0);
      busiest_ = std::max(busiest_, count);
    }
  }
}

double MarkPlaces::likelihood(const MarkPlace& place) const {
  const double here = counts_[cell(step_of(place.top), step_of(place.bottom))];
  return std::max({floor_share, usual(place), busiest_ > 0 ? here / busiest_ : 0});
}

}  // namespace prongsai::source
