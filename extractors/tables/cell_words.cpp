#include "extractors/tables/cell_words.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace prongsai::tables {
namespace {

constexpr double kHalfLetter = 0.45;  // advances from the baseline up to the middle of a letter
constexpr double kStraddle = 0.25;    // of a letter's width on both sides of an edge: the edge cuts through it

using Slot = std::optional<std::pair<std::size_t, std::size_t>>;  // grid, cell; nothing for prose

// The cells of one grid by their elementary rows and columns.
class CellMap {
 public:
  explicit CellMap(const Grid& grid)
      : grid_(grid),
        cols_(static_cast<std::size_t>(grid.cols)),
        owner_(static_cast<std::size_t>(grid.rows) * cols_, 0) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const GridCell& cell = grid.cells[i];
      for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
        for (int c = cell.col; c < cell.col + cell.col_span; ++c) {
          owner_[static_cast<std::size_t>(r) * cols_ + static_cast<std::size_t>(c)] = i;
        }
      }
    }
  }

  [[nodiscard]] std::optional<std::size_t> at(Point p) const {
    if (!grid_.box.contains(p)) return std::nullopt;
    return owner_[slot(grid_.row_edges, p.y) * cols_ + slot(grid_.col_edges, p.x)];
  }
  [[nodiscard]] double area() const { return grid_.box.width() * grid_.box.height(); }

 private:
  // Between which two edges a position lies; on the last edge, before it.
  static std::size_t slot(const std::vector<double>& edges, double position) {
    const auto after = std::upper_bound(edges.begin() + 1, edges.end() - 1, position);
    return static_cast<std::size_t>(after - edges.begin()) - 1;
  }

  const Grid& grid_;
  std::size_t cols_ = 0;
  std::vector<std::size_t> owner_;  // by row and column
};

class Places {
 public:
  explicit Places(const std::vector<const Grid*>& grids) : order_(grids.size()) {
    for (const Grid* grid : grids) maps_.emplace_back(*grid);
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return maps_[a].area() < maps_[b].area(); });
  }

  // The innermost grid's cell at a point.
  [[nodiscard]] Slot at(Point p) const {
    for (const std::size_t g : order_) {
      if (const auto cell = maps_[g].at(p)) return std::pair(g, *cell);
    }
    return std::nullopt;
  }

 private:
  std::vector<CellMap> maps_;
  std::vector<std::size_t> order_;  // smallest first
};

// The slots of one word's clusters.
std::vector<Slot> slots_of(const PageClusters& text, const Places& places, std::size_t begin, std::size_t end,
                           double y) {
  std::vector<Slot> slots;
  for (std::size_t i = begin; i < end; ++i) {
    const Cluster& c = text.clusters[i];
    slots.push_back(places.at({(c.x0 + c.x1) / 2, y}));
  }
  return slots;
}

// Whether the change of slot between two neighbours falls through a letter rather than between them.
bool cuts_letter(const PageClusters& text, const Places& places, std::size_t left, std::size_t right, double y) {
  const auto reaches = [&](const Cluster& c, double share, const Slot& own) {
    return places.at({c.x0 + share * (c.x1 - c.x0), y}) != own;
  };
  const Cluster& a = text.clusters[left];
  const Cluster& b = text.clusters[right];
  const Slot slot_a = places.at({(a.x0 + a.x1) / 2, y});
  const Slot slot_b = places.at({(b.x0 + b.x1) / 2, y});
  return reaches(a, 1 - kStraddle, slot_a) || reaches(b, kStraddle, slot_b);
}

void keep_whole_if_cut(const PageClusters& text, const Places& places, std::size_t begin, double y,
                       std::vector<Slot>& slots) {
  bool cut = false;
  for (std::size_t i = 1; i < slots.size() && !cut; ++i) {
    cut = slots[i] != slots[i - 1] && cuts_letter(text, places, begin + i - 1, begin + i, y);
  }
  if (!cut) return;
  std::map<Slot, int> votes;
  for (const Slot& s : slots) ++votes[s];
  const auto most =
      std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::fill(slots.begin(), slots.end(), most->first);
}

}  // namespace

Placement place_words(const PageClusters& text, const std::vector<const Grid*>& grids) {
  Placement out;
  for (const Grid* grid : grids) out.cells.emplace_back(grid->cells.size());
  const Places places(grids);
  for (std::size_t begin = 0; begin < text.clusters.size();) {
    const std::size_t word = text.clusters[begin].word;
    std::size_t end = begin;
    while (end < text.clusters.size() && text.clusters[end].word == word) ++end;
    const double y = text.baseline(word) - kHalfLetter * text.advances[word];
    auto slots = slots_of(text, places, begin, end, y);
    keep_whole_if_cut(text, places, begin, y, slots);
    for (std::size_t i = begin; i < end; ++i) {
      const Slot& s = slots[i - begin];
      (s ? out.cells[s->first][s->second] : out.prose).push_back(i);
    }
    begin = end;
  }
  return out;
}

}  // namespace prongsai::tables
