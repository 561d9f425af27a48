#include "extractors/source/image/clean_stamps.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "extractors/source/image/scan_components.hpp"

namespace prongsai::source {

namespace {

constexpr double kLeastSize = 3;  // of a stamp or signature, in heights of a letter
constexpr double kLeastBreadth = 1.5;
constexpr double kMostFilled = 0.35;  // of its box: pictures and filled boxes have more
constexpr double kStampShare = 0.7;   // of its runs, the letters that it crosses among them
constexpr double kLetterFrom = 0.7;   // heights of what is taken for letters
constexpr double kLetterTo = 1.6;
constexpr std::size_t kEnoughGreys = 20;  // of letters, to tell the print's ink by
constexpr int kLeastDifference = 30;      // grey levels between the two inks
constexpr double kPrintShare = 0.65;      // of the way from print to stamp: as far, a pixel counts as print
constexpr int kGreyRim = 2;               // pixels beside a stroke that scanning greys
constexpr double kLargestCrossing = 0.5;  // of two strokes of a stamp, in heights of a letter
constexpr int kCrossingDifference = 60;   // grey levels lighter than print
constexpr int kPaleRing = 4;              // pixels around it, of which the outer two are looked at
constexpr int kPaperFrom = 230;
constexpr double kLeastPale = 0.25;  // share of the ring that is no paper

int value_at(std::vector<int>& values, double share) {
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

// The grey of a component's strokes at their darkest, so that `share` of its runs are darker.
int stroke_grey(const Picture& grey, std::span<const InkRun> runs, double share = 0.5) {
  std::vector<int> darkest;
  for (const InkRun& run : runs) {
    const std::uint8_t* row = grey.row(run.y);
    darkest.push_back(*std::min_element(row + run.x0, row + run.x1));
  }
  return value_at(darkest, share);
}

class Fading {
 public:
  Fading(Picture& grey, const InkMap& ink, double letter) : grey_(grey), ink_(ink), letter_(letter) {}

  bool fade() {
    const std::optional<int> print = print_grey();
    if (!print) return false;
    bool any = false;
    for (const Component& c : ink_.components) {
      if (!is_large(c)) continue;
      const int stamp = stroke_grey(grey_, ink_.runs_of(c), kStampShare);
      if (stamp - *print < kLeastDifference) continue;
      const int lightest_print = *print + static_cast<int>(kPrintShare * (stamp - *print));
      paint(c, lightest_print);
      paint_words_in(c, lightest_print);
      any = true;
    }
    return fade_crossings(*print) || any;
  }

 private:
  [[nodiscard]] bool is_letter(const Component& c) const {
    return c.height() >= kLetterFrom * letter_ && c.height() <= kLetterTo * letter_;
  }
  [[nodiscard]] bool is_large(const Component& c) const {
    return std::max(c.height(), c.width()) > kLeastSize * letter_ &&
           std::min(c.height(), c.width()) > kLeastBreadth * letter_ && c.area < kMostFilled * c.width() * c.height();
  }

  // Strokes of a stamp too pale for ink are dark enough where they cross: a spot with pale strokes around it, which
  // would be read as a point.
  bool fade_crossings(int print) const {
    bool any = false;
    for (const Component& c : ink_.components) {
      if (std::max(c.height(), c.width()) > kLargestCrossing * letter_) continue;
      const int spot = stroke_grey(grey_, ink_.runs_of(c));
      if (spot - print < kCrossingDifference || pale_around(c.box) < kLeastPale) continue;
      paint(c, print);
      any = true;
    }
    return any;
  }

  // Of the pixels around a box the share that is neither paper nor its own rim.
  [[nodiscard]] double pale_around(const PixelBox& box) const {
    int pale = 0;
    int all = 0;
    for (int y = std::max(0, box.y0 - kPaleRing); y < std::min(grey_.height, box.y1 + kPaleRing); ++y) {
      const bool rim_rows = y >= box.y0 - kGreyRim && y < box.y1 + kGreyRim;
      for (int x = std::max(0, box.x0 - kPaleRing); x < std::min(grey_.width, box.x1 + kPaleRing); ++x) {
        if (rim_rows && x >= box.x0 - kGreyRim && x < box.x1 + kGreyRim) continue;
        ++all;
        pale += grey_.row(y)[x] < kPaperFrom ? 1 : 0;
      }
    }
    return all == 0 ? 0 : static_cast<double>(pale) / all;
  }

  [[nodiscard]] std::optional<int> print_grey() const {
    std::vector<int> greys;
    for (const Component& c : ink_.components) {
      if (is_letter(c)) greys.push_back(stroke_grey(grey_, ink_.runs_of(c)));
    }
    if (greys.size() < kEnoughGreys) return std::nullopt;
    return value_at(greys, 0.5);
  }

  // A letter's own grey rim stays with it.
  [[nodiscard]] bool beside_print(int x, int y, int lightest_print) const {
    for (int ny = std::max(0, y - 1); ny <= std::min(grey_.height - 1, y + 1); ++ny) {
      const std::uint8_t* row = grey_.row(ny);
      for (int nx = std::max(0, x - 1); nx <= std::min(grey_.width - 1, x + 1); ++nx) {
        if (row[nx] <= lightest_print) return true;
      }
    }
    return false;
  }

  void paint(const Component& c, int lightest_print) const {
    std::vector<std::uint8_t*> stamped;
    for (const InkRun& run : ink_.runs_of(c)) {
      for (int y = std::max(0, run.y - kGreyRim); y <= std::min(grey_.height - 1, run.y + kGreyRim); ++y) {
        for (int x = std::max(0, run.x0 - kGreyRim); x < std::min(grey_.width, run.x1 + kGreyRim); ++x) {
          if (!beside_print(x, y, lightest_print)) stamped.push_back(grey_.row(y) + x);
        }
      }
    }
    for (std::uint8_t* pixel : stamped) *pixel = kPaperWhite;
  }

  // A stamp's own words are of its ink.
  void paint_words_in(const Component& stamp, int lightest_print) const {
    for (const Component& c : ink_.components) {
      const bool inside =
          c.box.x0 > stamp.box.x0 && c.box.x1 < stamp.box.x1 && c.box.y0 > stamp.box.y0 && c.box.y1 < stamp.box.y1;
      if (inside && stroke_grey(grey_, ink_.runs_of(c)) > lightest_print) paint(c, lightest_print);
    }
  }

  Picture& grey_;
  const InkMap& ink_;
  double letter_;
};

}  // namespace

bool fade_stamps(Picture& grey, int ink_below, double letter) {
  const InkMap ink = find_components(grey, ink_below);
  return Fading(grey, ink, letter).fade();
}

}  // namespace prongsai::source
