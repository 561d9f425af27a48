#include "extractors/source/image/clean_rulings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "models/median.hpp"

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
struct InkStretch {
  int from = 0;
  int to = 0;
  [[nodiscard]] int size() const { return to - from; }
};

// Where a ruling runs: scans bend and tilt it a little within its box, and its box may reach beyond its end, into
// letters. Around each place the height at which most thin ink stands is its middle, if it is most of the ink there.
class Track {
 public:
  Track(int low, int high, int reach)
      : low_(low), reach_(reach), counts_(2 * static_cast<std::size_t>(high - low) + 2) {}

  // Of one place along the ruling after the other: the thin stretches in its lane, and whether there is other ink.
  void add(const std::vector<InkStretch>& thin, bool other_ink) {
    std::vector<std::size_t> bins;
    for (const InkStretch& s : thin) bins.push_back(bin_of(s));
    places_.push_back({std::move(bins), other_ink || !thin.empty()});
  }

  // Twice the middle at each place, in pixels across; -1 where there is no ruling.
  [[nodiscard]] std::vector<int> middles() {
    const int size = static_cast<int>(places_.size());
    std::vector<int> found;
    for (int i = 0; i < std::min(reach_, size); ++i) count(i, 1);
    for (int i = 0; i < size; ++i) {
      if (i + reach_ < size) count(i + reach_, 1);
      if (i - reach_ > 0) count(i - reach_ - 1, -1);
      found.push_back(middle_here());
    }
    return found;
  }

 private:
  struct Place {
    std::vector<std::size_t> bins;
    bool ink = false;
  };

  [[nodiscard]] std::size_t bin_of(const InkStretch& s) const {
    return static_cast<std::size_t>(std::clamp(s.from + s.to - 2 * low_, 0, static_cast<int>(counts_.size()) - 1));
  }

  void count(int place, int change) {
    const Place& at = places_[static_cast<std::size_t>(place)];
    for (const std::size_t bin : at.bins) counts_[bin] += change;
    if (at.ink) inked_ += change;
  }

  [[nodiscard]] int middle_here() const {
    int best = -1, most = 0;
    for (int bin = 0; bin < static_cast<int>(counts_.size()); ++bin) {
      const int weight = around(bin) + counts_[static_cast<std::size_t>(bin)];  // the middle one counts twice
      if (weight > most) most = weight, best = bin;
    }
    if (best < 0) return -1;
    return around(best) >= kLeastShare * inked_ ? best + 2 * low_ : -1;
  }

  // Stretches whose middle is within a pixel of the bin's.
  [[nodiscard]] int around(int bin) const {
    int sum = 0;
    for (int b = std::max(0, bin - 2); b <= std::min(bin + 2, static_cast<int>(counts_.size()) - 1); ++b)
      sum += counts_[static_cast<std::size_t>(b)];
    return sum;
  }

  static constexpr double kLeastShare = 0.55;

  int low_;
  int reach_;
  std::vector<int> counts_;  // of thin stretches by twice their middle
  int inked_ = 0;            // places with any ink in the lane
  std::vector<Place> places_;
};

class Eraser {
 public:
  Eraser(const Lane& lane, int ink_below, double letter, const PixelBox& box, bool horizontal)
      : lane_(lane),
        ink_below_(ink_below),
        stroke_(std::max(2, static_cast<int>(std::lround(0.15 * letter)))),
        reach_(std::max(8, static_cast<int>(2 * letter))) {
    first_ = std::max(0, (horizontal ? box.x0 : box.y0) - 2);
    last_ = std::min(lane.length(), (horizontal ? box.x1 : box.y1) + 2);
    low_ = std::max(0, (horizontal ? box.y0 : box.x0) - 2);
    high_ = std::min(lane.breadth(), (horizontal ? box.y1 : box.x1) + 2);
  }

  void erase() {
    measure();
    const std::vector<int> middles = follow();
    for (int i = first_; i < last_; ++i) {
      const int middle = middles[static_cast<std::size_t>(i - first_)];
      if (middle >= 0) erase_at(i, middle / 2.0);
    }
  }

 private:
  // All ink that meets the ruling's lane at one place along it, from one side to the other.
  [[nodiscard]] std::vector<InkStretch> stretches(int along) const {
    std::vector<InkStretch> found;
    for (int j = low_; j < high_; ++j) {
      if (lane_.at(along, j) >= ink_below_) continue;
      InkStretch s{j, j};
      while (s.from > 0 && lane_.at(along, s.from - 1) < ink_below_) --s.from;
      while (s.to < lane_.breadth() && lane_.at(along, s.to) < ink_below_) ++s.to;
      found.push_back(s);
      j = s.to;
    }
    return found;
  }

  // The usual thickness.
  void measure() {
    std::vector<int> sizes;
    for (int i = first_; i < last_; ++i) {
      for (const InkStretch& s : stretches(i)) {
        if (s.size() <= 2 * (high_ - low_)) sizes.push_back(s.size());
      }
    }
    if (sizes.empty()) return;
    thickness_ = median(std::move(sizes));
  }

  [[nodiscard]] bool thin(const InkStretch& s) const { return s.size() <= thickness_ + 2; }

  [[nodiscard]] std::vector<int> follow() const {
    Track track(low_, high_, reach_);
    for (int i = first_; i < last_; ++i) {
      std::vector<InkStretch> all = stretches(i);
      const std::size_t before = all.size();
      std::erase_if(all, [&](const InkStretch& s) { return !thin(s); });
      track.add(all, before > all.size());
    }
    return track.middles();
  }

  void erase_at(int along, double middle) const {
    const double half = thickness_ / 2.0;
    for (const InkStretch& s : stretches(along)) {
      if (s.to < middle - half || s.from > middle + half) continue;  // ink beside the ruling
      if (thin(s)) {
        paint(along, s, true, true);
        continue;
      }
      const InkStretch ruling{std::max(s.from, static_cast<int>(std::floor(middle - half))),
                              std::min(s.to, static_cast<int>(std::ceil(middle + half)))};
      const bool before = ruling.from - s.from >= stroke_, after = s.to - ruling.to >= stroke_;
      if (before && after) continue;  // a stroke that crosses
      paint(along, {before ? ruling.from : s.from, after ? ruling.to : s.to}, !before, !after);
    }
  }

  // Also the grey rim that scanning gives a line, on the sides where no other ink follows.
  void paint(int along, const InkStretch& s, bool rim_before, bool rim_after) const {
    for (int j = s.from; j < s.to; ++j) lane_.at(along, j) = kPaperWhite;
    if (rim_before) paint_rim(along, s.from, -1);
    if (rim_after) paint_rim(along, s.to - 1, 1);
  }

  // Up to where it grows darker again: there the rim of a letter begins.
  void paint_rim(int along, int edge, int step) const {
    int lightest = 0;
    for (int n = 1, j = edge + step; n <= kRim && j >= 0 && j < lane_.breadth(); ++n, j += step) {
      const int value = lane_.at(along, j);
      if (value < ink_below_ || value < lightest) return;
      lightest = value;
      lane_.at(along, j) = kPaperWhite;
    }
  }

  static constexpr int kRim = 2;  // scanning greys the pixels beside a line

  const Lane& lane_;
  int ink_below_;
  int stroke_;  // how far ink must go on beyond the ruling to be a stroke of a letter, pixels
  int reach_;   // how far along the ruling is followed to find its middle, pixels to either side
  int first_ = 0, last_ = 0, low_ = 0, high_ = 0;
  int thickness_ = 1;
};

}  // namespace

void erase_rulings(Picture& grey, int ink_below, double letter, std::span<const PixelRuling> rulings) {
  for (const PixelRuling& ruling : rulings) {
    const Lane lane(grey, ruling.horizontal);
    Eraser(lane, ink_below, letter, ruling.box, ruling.horizontal).erase();
  }
}

}  // namespace prongsai::source
