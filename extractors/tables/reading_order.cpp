#include "extractors/tables/reading_order.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/side_by_side.hpp"

namespace prongsai::tables {
namespace {

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

// Lines of one column, or of the page's whole width, and the grids among them.
class Flow {
 public:
  void add(std::vector<Line> lines, std::vector<GridContent> grids, std::optional<TextArea> area) {
    sort_grids(grids);
    auto next = lines.begin();
    const auto add_lines = [&](std::vector<Line>::iterator end) {
      std::vector<Line> run(std::make_move_iterator(next), std::make_move_iterator(end));
      if (!run.empty()) items_.emplace_back(ProseRun{std::move(run), area});
      next = end;
    };
    for (GridContent& grid : grids) {
      // A line beside a grid is read with the half that it stands at.
      const double middle = grid.grid.box.centre().y;
      add_lines(std::find_if(next, lines.end(), [&](const Line& line) { return line.baseline > middle; }));
      items_.emplace_back(std::move(grid));
    }
    add_lines(lines.end());
  }

  [[nodiscard]] std::vector<FlowItem> take() { return std::move(items_); }

 private:
  std::vector<FlowItem> items_;
};

// Takes out of `all` what `chosen` says.
template <typename T, typename Chosen>
std::vector<T> taken(std::vector<T>& all, Chosen chosen) {
  const auto rest = std::stable_partition(all.begin(), all.end(), [&](const T& one) { return !chosen(one); });
  std::vector<T> out(std::make_move_iterator(rest), std::make_move_iterator(all.end()));
  all.erase(rest, all.end());
  return out;
}

bool stands_in(const GridContent& grid, const ColumnSet& set, const TextColumn& column) {
  const Point middle = grid.grid.box.centre();
  return middle.y > set.top && middle.y < set.bottom && middle.x > column.area.left && middle.x < column.area.right;
}

}  // namespace

std::vector<FlowItem> reading_order(PageContent page) {
  Flow flow;
  for (ColumnSet& set : page.columns) {
    std::vector<std::vector<GridContent>> inside;
    for (const TextColumn& column : set.columns) {
      inside.push_back(taken(page.grids, [&](const GridContent& grid) { return stands_in(grid, set, column); }));
    }
    flow.add(taken(page.prose, [&](const Line& line) { return line.baseline < set.top; }),
             taken(page.grids, [&](const GridContent& grid) { return grid.grid.box.centre().y < set.top; }), {});
    for (std::size_t c = 0; c < set.columns.size(); ++c) {
      flow.add(std::move(set.columns[c].lines), std::move(inside[c]), set.columns[c].area);
    }
  }
  flow.add(std::move(page.prose), std::move(page.grids), {});
  return flow.take();
}

}  // namespace prongsai::tables
