#include "extractors/source/ocr/line_cut_places.hpp"

#include <algorithm>
#include <cmath>

namespace prongsai::source {

namespace {

constexpr double kLowestHeight = -1.6;
constexpr double kHeightStep = 0.03;  // heights of a letter: a pixel at 200 dpi
constexpr int kHeightSteps = 140;     // from the lowest on: up to 2.6
constexpr int kMarkSpread = 3;        // steps over which one mark speaks for its neighbourhood
constexpr double kWidthStep = 0.14;
constexpr int kWidths = 8;
constexpr double kBesideWidth = 0.5;  // what a mark says of marks a step wider or narrower
constexpr double kLowestShift = -1.2;
constexpr double kShiftStep = 0.1;
constexpr int kShiftSteps = 20;
constexpr double kLeastShift = 0.2;  // a letter grown together with its neighbour misleads
constexpr double kFloorShare = 1e-3;

// Where Thai fonts put their marks, roughly: all that is known where a page shows too few of a kind.
struct UsualPlace {
  double top, bottom, narrowest, widest;
};
constexpr UsualPlace kUsualPlaces[] = {
    {1.5, 1.1, 0.3, 1.0},                                                     // vowel over a letter
    {1.6, 1.15, 0.05, 0.6},                                                   // tone mark over a letter
    {2.0, 1.66, 0.05, 0.6},                                                   // tone mark over a vowel
    {2.0, 1.1, 0.3, 1.0},                                                     // both, grown together
    {-0.07, -0.57, 0.2, 0.7},                                                 // vowel under a letter
    {-0.05, -0.43, 0.45, 1.0},                                                // the foot of ญ and ฐ
    {0.16, 0, 0, 0.3},         {0.16, -0.15, 0, 0.3}, {0.5, 0.35, 0.2, 1.0},  // full stop, comma, hyphen
    {0.75, 0.58, 0, 0.3},      {1.25, 0.85, 0, 0.5},                          // upper point of a colon, quotation mark
    {1.0, 0.55, 0.3, 0.8},     {0.45, 0, 0.3, 0.8},                           // the rings of ะ
};
constexpr double kUsualSpread = 0.1;
constexpr double kUsualShare = 0.03;  // of what the page itself shows

double usual(const MarkPlace& place) {
  double nearest = 1e9;
  for (const UsualPlace& u : kUsualPlaces) {
    if (place.width < u.narrowest || place.width > u.widest) continue;
    nearest = std::min(nearest, std::hypot(place.top - u.top, place.bottom - u.bottom));
  }
  return kUsualShare * std::exp(-nearest * nearest / (2 * kUsualSpread * kUsualSpread));
}

int step_of(double height) {
  return std::clamp(static_cast<int>(std::lround((height - kLowestHeight) / kHeightStep)), 0, kHeightSteps - 1);
}

bool in_line(const MarkPlace& place) {
  return place.top + place.bottom > -0.16 && place.top < 1.2;
}

int shift_of(double shift) {
  return std::clamp(static_cast<int>(std::lround((shift - kLowestShift) / kShiftStep)), 0, kShiftSteps - 1);
}

int width_of(double width) {
  return std::clamp(static_cast<int>(width / kWidthStep), 0, kWidths - 1);
}

std::size_t cell(int width, int top, int bottom) {
  return static_cast<std::size_t>((width * kHeightSteps + top) * kHeightSteps + bottom);
}

}  // namespace

MarkPlace place_in(const InkMap& ink, const CutLine& line, const Component& mark) {
  double shift = kLowestShift;
  for (const std::size_t i : line.components) {
    const double here = (mark.box.x1 - ink.components[i].box.x1) / line.letter;
    if (std::abs(here) < std::abs(shift)) shift = here;
  }
  const double base = line.baseline_at(mark.centre_x());
  return {(base - mark.box.y0) / line.letter, (base - mark.box.y1) / line.letter, mark.width() / line.letter, shift};
}

MarkPlaces::MarkPlaces() : counts_(static_cast<std::size_t>(kWidths * kHeightSteps * kHeightSteps)) {
  // Before anything was seen: about the letter's right edge.
  for (std::vector<double>& side : shifts_) {
    for (int i = 0; i < kShiftSteps; ++i) {
      const double shift = kLowestShift + i * kShiftStep;
      side.push_back(4 * std::exp(-shift * shift / 0.05));
    }
  }
}

double MarkPlaces::shift_likelihood(const MarkPlace& place) const {
  if (in_line(place)) return 1;
  const std::vector<double>& side = shifts_[place.top > 0.5 ? 1 : 0];
  const double most = *std::max_element(side.begin(), side.end());
  return std::max(kLeastShift, side[static_cast<std::size_t>(shift_of(place.shift))] / most);
}

void MarkPlaces::add(const MarkPlace& place, double weight) {
  if (!in_line(place)) {
    std::vector<double>& side = shifts_[place.top > 0.5 ? 1 : 0];
    const int at = shift_of(place.shift);
    for (int i = std::max(0, at - 2); i <= std::min(kShiftSteps - 1, at + 2); ++i) {
      side[static_cast<std::size_t>(i)] += weight / (1 + 0.5 * (i - at) * (i - at));
    }
  }
  const int top = step_of(place.top), bottom = step_of(place.bottom), width = width_of(place.width);
  for (int w = std::max(0, width - 1); w <= std::min(kWidths - 1, width + 1); ++w) {
    const double share = w == width ? weight : weight * kBesideWidth;
    for (int t = std::max(0, top - kMarkSpread); t <= std::min(kHeightSteps - 1, top + kMarkSpread); ++t) {
      for (int b = std::max(0, bottom - kMarkSpread); b <= std::min(kHeightSteps - 1, bottom + kMarkSpread); ++b) {
        const double distance = (t - top) * (t - top) + (b - bottom) * (b - bottom);
        float& count = counts_[cell(w, t, b)];
        count += static_cast<float>(share * std::exp(-distance / 3.0));
        busiest_ = std::max(busiest_, count);
      }
    }
  }
}

double MarkPlaces::likelihood(const MarkPlace& place) const {
  const auto here =
      static_cast<double>(counts_[cell(width_of(place.width), step_of(place.top), step_of(place.bottom))]);
  const double seen = busiest_ > 0 ? here / static_cast<double>(busiest_) : 0;
  return std::max(kFloorShare, std::max(usual(place), seen) * shift_likelihood(place));
}

}  // namespace prongsai::source
