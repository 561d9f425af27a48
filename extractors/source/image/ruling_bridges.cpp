#include "extractors/source/image/ruling_bridges.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "extractors/source/image/rulings_runs.hpp"

namespace prongsai::source {

namespace {

constexpr double kSameAcross = 1.2;    // points across
constexpr double kShortestGap = 4;     // points: a bar is wider
constexpr double kFilledShare = 0.95;  // of a gap's pixels
constexpr int kFill = 245;             // grey level: paper is lighter
constexpr int kOffLine = 4;            // pixels from a line to the ground beside it
constexpr int kOffEnd = 4;             // pixels from a bar's end to the ground beside it

// The rulings of one direction, as lines from `first` to `last` at `across`, in points.
struct RulingPiece {
  double first = 0;
  double last = 0;
  double across = 0;
  std::size_t index = 0;  // of its ruling
};

// Line by line, each from its beginning on; the lines of one stripe of the page are one line.
std::vector<RulingPiece> pieces_in_order(const std::vector<Ruling>& rulings, bool horizontal) {
  std::vector<RulingPiece> pieces;
  for (std::size_t i = 0; i < rulings.size(); ++i) {
    const Ruling& ruling = rulings[i];
    if (ruling.horizontal != horizontal) continue;
    const Box& box = ruling.box;
    const Point centre = box.centre();
    pieces.push_back(horizontal ? RulingPiece{box.x0, box.x1, centre.y, i} : RulingPiece{box.y0, box.y1, centre.x, i});
  }
  std::ranges::sort(pieces, {},
                    [](const RulingPiece& p) { return std::pair(std::round(p.across / kSameAcross), p.first); });
  return pieces;
}

// Parted by as much as a bar is wide.
bool are_parted(const RulingPiece& left, const RulingPiece& right) {
  return std::abs(left.across - right.across) <= kSameAcross && right.first - left.last >= kShortestGap;
}

class Bridges {
 public:
  Bridges(std::vector<Ruling>& rulings, const Picture& page, double point, bool horizontal,
          const std::vector<Word>& words)
      : rulings_(&rulings), page_(&page), point_(point), horizontal_(horizontal), words_(&words) {}

  void build(std::vector<RulingPiece> pieces) {
    std::vector<bool> joined(rulings_->size(), false);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      RulingPiece& left = pieces[i - 1];
      RulingPiece& right = pieces[i];
      if (!are_parted(left, right) || !runs_on(left, right)) continue;
      joined[left.index] = true;
      right.first = left.first;
      stretch((*rulings_)[right.index].box, left.first);
    }
    std::size_t at = 0;
    std::erase_if(*rulings_, [&](const Ruling&) { return joined[at++]; });
  }

 private:
  void stretch(Box& box, double first) const { (horizontal_ ? box.x0 : box.y0) = first; }

  [[nodiscard]] bool runs_on(const RulingPiece& left, const RulingPiece& right) const {
    const int y = pixel(right.across);
    const int first = pixel(left.last);
    const int last = pixel(right.first);
    if (y < kOffLine || y + kOffLine >= page_->height || first < kOffEnd || last + kOffEnd >= page_->width)
      return false;
    return is_filled(y, first, last) && is_told_apart(y, first, last) && !is_written(left, right);
  }

  [[nodiscard]] int pixel(double points) const { return static_cast<int>(std::lround(points / point_)); }

  // By a bar above the line, one below it, or the line itself where neither is: it lies in one of three pixel rows.
  [[nodiscard]] bool is_filled(int y, int first, int last) const {
    int filled = 0;
    for (int x = first; x <= last; ++x) {
      const std::uint8_t darkest = std::min({page_->row(y - 1)[x], page_->row(y)[x], page_->row(y + 1)[x]});
      if (darkest < kFill) ++filled;
    }
    return filled >= kFilledShare * (last + 1 - first);
  }

  // At either end the bar, above or below the line, is of another grey than the ground beyond it.
  [[nodiscard]] bool is_told_apart(int y, int first, int last) const {
    const auto differs = [&](int within, int beyond) {
      const auto apart = [&](int row) {
        return std::abs(static_cast<int>(page_->row(row)[within]) - static_cast<int>(page_->row(row)[beyond])) >=
               kGroundStep;
      };
      return apart(y - kOffLine) || apart(y + kOffLine);
    };
    return differs(first + kOffEnd, first - kOffEnd) && differs(last - kOffEnd, last + kOffEnd);
  }

  [[nodiscard]] bool is_written(const RulingPiece& left, const RulingPiece& right) const {
    return std::ranges::any_of(*words_, [&](const Word& word) {
      const Box& box = word.box;
      const double from = horizontal_ ? box.x0 : box.y0, to = horizontal_ ? box.x1 : box.y1;
      const double near = horizontal_ ? box.y0 : box.x0, far = horizontal_ ? box.y1 : box.x1;
      return from < right.first && to > left.last && near < right.across && far > right.across;
    });
  }

  std::vector<Ruling>* rulings_;
  const Picture* page_;
  double point_;
  bool horizontal_;
  const std::vector<Word>* words_;
};

}  // namespace

void bridge_behind_fills(std::vector<Ruling>& rulings, const Raster& page, const std::vector<Word>& words) {
  if (page.empty()) return;
  for (const bool horizontal : {true, false}) {
    std::vector<RulingPiece> pieces = pieces_in_order(rulings, horizontal);
    // Most pages part no line: their pixels need not be looked at.
    if (std::ranges::adjacent_find(pieces, are_parted) == pieces.end()) continue;
    const Picture grey = horizontal ? to_picture(page) : transposed(to_picture(page));
    Bridges(rulings, grey, page.to_points(1), horizontal, words).build(std::move(pieces));
  }
}

}  // namespace prongsai::source
