#include "extractors/source/line_cut_split.hpp"

#include <algorithm>
#include <vector>

namespace prongsai::source {

namespace {

constexpr int ink_cost = 10;   // to cross a pixel of ink
constexpr int climb_cost = 1;  // to change height by a pixel: of two ways through white, the straighter

// A way from left to right through a component's box, one height for each column.
class Seam {
 public:
  Seam(const InkMap& ink, const Component& component, int top, int bottom)
      : box_(component.box), top_(top), rows_(bottom - top), ink_(static_cast<std::size_t>(rows_ * box_.width())) {
    for (const InkRun& run : ink.runs_of(component)) {
      if (run.y < top || run.y >= bottom) continue;
      std::fill_n(ink_.begin() + (run.y - top) * box_.width() + (run.x0 - box_.x0), run.x1 - run.x0, char{1});
    }
  }

  // y of the first pixel that belongs to the lower part, for each column of the box.
  [[nodiscard]] std::vector<int> least_ink() const {
    const int columns = box_.width();
    std::vector<int> cost(static_cast<std::size_t>(rows_), 0);
    std::vector<std::vector<signed char>> step(static_cast<std::size_t>(columns));
    for (int x = 0; x < columns; ++x) advance(x, cost, step[static_cast<std::size_t>(x)]);
    auto row = static_cast<int>(std::min_element(cost.begin(), cost.end()) - cost.begin());
    std::vector<int> way(static_cast<std::size_t>(columns));
    for (int x = columns - 1; x >= 0; --x) {
      way[static_cast<std::size_t>(x)] = top_ + row;
      row += step[static_cast<std::size_t>(x)][static_cast<std::size_t>(row)];
    }
    return way;
  }

 private:
  void advance(int x, std::vector<int>& cost, std::vector<signed char>& step) const {
    std::vector<int> next(cost.size());
    step.assign(cost.size(), 0);
    for (int y = 0; y < rows_; ++y) {
      int best = cost[static_cast<std::size_t>(y)];
      for (const int from : {y - 1, y + 1}) {
        if (from < 0 || from >= rows_ || cost[static_cast<std::size_t>(from)] + climb_cost >= best) continue;
        best = cost[static_cast<std::size_t>(from)] + climb_cost;
        step[static_cast<std::size_t>(y)] = static_cast<signed char>(from - y);
      }
      next[static_cast<std::size_t>(y)] = best + ink_cost * ink_[static_cast<std::size_t>(y * box_.width() + x)];
    }
    cost = std::move(next);
  }

  PixelBox box_;
  int top_, rows_;
  std::vector<char> ink_;
};

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> split_between(const CutPage& page, std::size_t index, int top,
                                                                 int bottom) {
  const Component component = page.ink.components[index];
  top = std::max(top, component.box.y0);
  bottom = std::min(bottom, component.box.y1);
  if (bottom - top < 1) return std::nullopt;
  const std::vector<int> way = Seam(page.ink, component, top, bottom).least_ink();
  std::vector<InkRun> upper, lower;
  for (const InkRun& run : page.ink.runs_of(component)) {
    for (int x = run.x0; x < run.x1;) {
      const bool above = run.y < way[static_cast<std::size_t>(x - component.box.x0)];
      const int start = x;
      while (x < run.x1 && (run.y < way[static_cast<std::size_t>(x - component.box.x0)]) == above) ++x;
      (above ? upper : lower).push_back({run.y, start, x});
    }
  }
  if (upper.empty() || lower.empty()) return std::nullopt;
  const std::size_t first = page.ink.add(std::move(upper), page.grey);
  const std::size_t second = page.ink.add(std::move(lower), page.grey);
  return std::pair{first, second};
}

}  // namespace prongsai::source
