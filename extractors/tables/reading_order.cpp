#include "extractors/tables/reading_order.hpp"

#include <algorithm>
#include <utility>

namespace prongsai::tables {
namespace {

bool side_by_side(const Box& a, const Box& b) {
  const double common = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return common > std::min(a.height(), b.height()) / 2 && (a.x1 <= b.x0 || b.x1 <= a.x0);
}

// From the top down; of grids side by side the left one first.
void sort_grids(std::vector<GridContent>& grids) {
  std::stable_sort(grids.begin(), grids.end(),
                   [](const GridContent& a, const GridContent& b) { return a.grid.box.y0 < b.grid.box.y0; });
  for (std::size_t i = 1; i < grids.size(); ++i) {
    for (std::size_t j = i; j > 0; --j) {
      const Box& left = grids[j - 1].grid.box;
      const Box& right = grids[j].grid.box;
      if (!side_by_side(left, right) || left.x0 <= right.x0) break;
      std::swap(grids[j - 1], grids[j]);
    }
  }
}

}  // namespace

std::vector<FlowItem> reading_order(PageContent page) {
  sort_grids(page.grids);
  std::vector<FlowItem> flow;
  std::size_t next = 0;
  const auto prose_above = [&](double y) {
    ProseRun run;
    while (next < page.prose.size() && page.prose[next].baseline <= y) run.push_back(std::move(page.prose[next++]));
    if (!run.empty()) flow.emplace_back(std::move(run));
  };
  for (GridContent& grid : page.grids) {
    prose_above(grid.grid.box.centre().y);  // a line beside a grid is read with the half that it stands at
    flow.emplace_back(std::move(grid));
  }
  prose_above(page.height * 2);
  return flow;
}

}  // namespace prongsai::tables
