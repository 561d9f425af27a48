#include "extractors/source/clean_rulings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace prongsai::source {

namespace {

// The page as seen along a ruling: `along` runs with it, `across` over its thickness. One code for both directions.
class Lane {
 public:
  Lane(Picture& grey, bool horizontal)
      : pixels_(grey.pixels.data()),
        along_step_(horizontal ? 1 : grey.width),
        across_step_(horizontal ? grey.width : 1),
        length_(horizontal ? grey.width : grey.height),
        breadth_(horizontal ? grey.height : grey.width) {}

  [[nodiscard]] int length() const { return length_; }
  [[nodiscard]] int breadth() const { return breadth_; }
  [[nodiscard]] std::uint8_t& at(int along, int across) const {
    return pixels_[static_cast<std::ptrdiff_t>(along) * along_step_ +
                   static_cast<std::ptrdiff_t>(across) * across_step_];
  }

 private:
  std::uint8_t* pixels_;
  std::ptrdiff_t along_step_, across_step_;
  int length_, breadth_;
};

// A stretch of ink across the ruling, [from, to).
struct Stretch {
  int from = 0;
  int to = 0;
  [[nodiscard]] int size() const { return to - from; }
};

class Eraser {
 public:
  Eraser(const Lane& lane, int ink_below, double letter, const PixelBox& box, bool horizontal)
      : lane_(lane), ink_below_(ink_below), stroke_(std::max(2, static_cast<int>(std::lround(0.15 * letter)))) {
    first_ = std::max(0, (horizontal ? box.x0 : box.y0) - 2);
    last_ = std::min(lane.length(), (horizontal ? box.x1 : box.y1) + 2);
    low_ = std::max(0, (horizontal ? box.y0 : box.x0) - 2);
    high_ = std::min(lane.breadth(), (horizontal ? box.y1 : box.x1) + 2);
  }

  void erase() {
    measure();
    for (int i = first_; i < last_; ++i) erase_at(i);
  }

 private:
  // All ink that meets the ruling's lane at one place along it, from one side to the other.
  [[nodiscard]] std::vector<Stretch> stretches(int along) const {
    std::vector<Stretch> found;
    for (int j = low_; j < high_; ++j) {
      if (lane_.at(along, j) >= ink_below_) continue;
      Stretch s{j, j};
      while (s.from > 0 && lane_.at(along, s.from - 1) < ink_below_) --s.from;
      while (s.to < lane_.breadth() && lane_.at(along, s.to) < ink_below_) ++s.to;
      found.push_back(s);
      j = s.to;
    }
    return found;
  }

  // The usual thickness, and the ruling's middle at each place: scans bend and tilt it a little within its box.
  void measure() {
    std::vector<int> sizes;
    for (int i = first_; i < last_; ++i) {
      for (const Stretch& s : stretches(i)) {
        if (s.size() <= 2 * (high_ - low_)) sizes.push_back(s.size());
      }
    }
    if (sizes.empty()) return;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    thickness_ = *middle;
  }

  void erase_at(int along) {
    for (const Stretch& s : stretches(along)) {
      if (s.size() <= thickness_ + 2) {
        middle_ = (s.from + s.to) / 2.0;
        paint(along, s.from - rim, s.to + rim);
        continue;
      }
      const double half = thickness_ / 2.0;
      const double middle = middle_ >= 0 ? middle_ : (low_ + high_) / 2.0;
      const int from = std::max(s.from, static_cast<int>(std::floor(middle - half)));
      const int to = std::min(s.to, static_cast<int>(std::ceil(middle + half)));
      const bool before = from - s.from >= stroke_, after = s.to - to >= stroke_;
      if (before && after) continue;  // a stroke that crosses
      paint(along, before ? from : s.from - rim, after ? to : s.to + rim);
    }
  }

  void paint(int along, int from, int to) const {
    for (int j = std::max(0, from); j < std::min(lane_.breadth(), to); ++j) lane_.at(along, j) = paper_white;
  }

  static constexpr int rim = 2;  // scanning greys the pixels beside a line

  const Lane& lane_;
  int ink_below_;
  int stroke_;  // how far ink must go on beyond the ruling to be a stroke of a letter, pixels
  int first_ = 0, last_ = 0, low_ = 0, high_ = 0;
  int thickness_ = 1;
  double middle_ = -1;  // across, at the last place where the ruling stood alone
};

}  // namespace

void erase_rulings(Picture& grey, int ink_below, double letter, std::span<const PixelRuling> rulings) {
  for (const PixelRuling& ruling : rulings) {
    const Lane lane(grey, ruling.horizontal);
    Eraser(lane, ink_below, letter, ruling.box, ruling.horizontal).erase();
  }
}

}  // namespace prongsai::source
