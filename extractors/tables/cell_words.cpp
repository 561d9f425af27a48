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

class Places {
 public:
  explicit Places(const std::vector<const Grid*>& grids) : grids_(grids), order_(grids.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return area(a) < area(b); });
  }

  // The innermost grid's cell at a point.
  [[nodiscard]] Slot at(Point p) const {
    for (const std::size_t g : order_) {
      if (!grids_[g]->box.contains(p)) continue;
      const auto& cells = grids_[g]->cells;
      const auto cell = std::find_if(cells.begin(), cells.end(), [&](const GridCell& c) { return c.box.contains(p); });
      if (cell != cells.end()) return std::pair(g, static_cast<std::size_t>(cell - cells.begin()));
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] double area(std::size_t g) const { return grids_[g]->box.width() * grids_[g]->box.height(); }

  const std::vector<const Grid*>& grids_;
  std::vector<std::size_t> order_;  // smallest first
};

// The slots of one word's clusters.
std::vector<Slot> slots_of(const PageText& text, const Places& places, std::size_t begin, std::size_t end, double y) {
  std::vector<Slot> slots;
  for (std::size_t i = begin; i < end; ++i) {
    const Cluster& c = text.clusters[i];
    slots.push_back(places.at({(c.x0 + c.x1) / 2, y}));
  }
  return slots;
}

// Whether the change of slot between two neighbours falls through a letter rather than between them.
bool cuts_letter(const PageText& text, const Places& places, std::size_t left, std::size_t right, double y) {
  const auto reaches = [&](const Cluster& c, double share, const Slot& own) {
    return places.at({c.x0 + share * (c.x1 - c.x0), y}) != own;
  };
  const Cluster& a = text.clusters[left];
  const Cluster& b = text.clusters[right];
  const Slot slot_a = places.at({(a.x0 + a.x1) / 2, y});
  const Slot slot_b = places.at({(b.x0 + b.x1) / 2, y});
  return reaches(a, 1 - kStraddle, slot_a) || reaches(b, kStraddle, slot_b);
}

void keep_whole_if_cut(const PageText& text, const Places& places, std::size_t begin, double y,
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

Placement place_words(const PageText& text, const std::vector<const Grid*>& grids) {
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
