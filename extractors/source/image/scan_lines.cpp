#include "extractors/source/image/scan_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "models/disjoint_sets.hpp"

namespace prongsai::source {

namespace {

constexpr int kSmallestLine = 5;           // pixels high
constexpr double kSameLetterHeight = 0.3;  // of the taller
constexpr double kSameEdge = 0.15;         // of a height
constexpr double kWidestGapInLine = 1.2;   // heights between neighbours
constexpr std::size_t kFewestInLine = 4;
constexpr std::size_t kLookedAt = 40;  // neighbours by their edge, each way

struct InkPiece {
  PixelBox box;
  std::size_t index = 0;
};

class LetterChains {
 public:
  explicit LetterChains(std::vector<InkPiece> pieces) : pieces_(std::move(pieces)), chains_(pieces_.size()) {
    std::sort(pieces_.begin(), pieces_.end(), [](const InkPiece& a, const InkPiece& b) {
      return a.box.y1 / 4 != b.box.y1 / 4 ? a.box.y1 / 4 < b.box.y1 / 4 : a.box.x0 < b.box.x0;
    });
    for (std::size_t i = 0; i < pieces_.size(); ++i) join_neighbours(i);
  }

  void add_long_ones(std::vector<std::size_t>& found) {
    std::vector<std::size_t> sizes(pieces_.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) ++sizes[chains_.find(i)];
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (sizes[chains_.find(i)] >= kFewestInLine) found.push_back(pieces_[i].index);
    }
  }

 private:
  [[nodiscard]] static bool beside(const PixelBox& a, const PixelBox& b) {
    const double high = std::max(a.height(), b.height()), low = std::min(a.height(), b.height());
    const int gap = std::max(b.x0 - a.x1, a.x0 - b.x1);
    return low >= (1 - kSameLetterHeight) * high && std::abs(a.y1 - b.y1) <= kSameEdge * high && gap >= -0.2 * high &&
           gap <= kWidestGapInLine * high;
  }

  // Pieces of one band of edges stand in the order of their place along the line.
  void join_neighbours(std::size_t at) {
    for (std::size_t i = at + 1; i < std::min(pieces_.size(), at + kLookedAt); ++i) {
      const bool far = pieces_[i].box.y1 / 4 == pieces_[at].box.y1 / 4 &&
                       pieces_[i].box.x0 - pieces_[at].box.x1 > 2 * kWidestGapInLine * pieces_[at].box.height();
      if (far) break;
      if (beside(pieces_[at].box, pieces_[i].box)) chains_.unite(i, at);
    }
  }

  std::vector<InkPiece> pieces_;
  DisjointSets chains_;
};

}  // namespace

std::vector<std::size_t> in_lines(const InkMap& ink) {
  std::vector<InkPiece> upright, lying;
  for (std::size_t i = 0; i < ink.components.size(); ++i) {
    const PixelBox& b = ink.components[i].box;
    if (b.height() >= kSmallestLine && b.width() <= 6 * b.height()) upright.push_back({b, i});
    if (b.width() >= kSmallestLine && b.height() <= 6 * b.width()) lying.push_back({{b.y0, b.x0, b.y1, b.x1}, i});
  }
  std::vector<std::size_t> found;
  LetterChains(std::move(upright)).add_long_ones(found);
  LetterChains(std::move(lying)).add_long_ones(found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace prongsai::source
