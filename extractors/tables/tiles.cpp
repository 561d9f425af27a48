#include "extractors/tables/tiles.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "models/side_by_side.hpp"

namespace prongsai::tables {
namespace {

constexpr std::size_t kFewestTiles = 2;

using Row = std::vector<std::size_t>;  // into the boxes, from left to right

bool is_blank(const GridContent& box) {
  return std::ranges::all_of(box.lines, [](const auto& lines) { return lines.empty(); });
}

// Boxes with words, by the rows in which they stand.
std::vector<Row> rows_of(const std::vector<GridContent>& boxes) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (is_blank(boxes[i])) continue;
    const auto row = std::ranges::find_if(rows, [&](const Row& one) {
      return std::ranges::all_of(
          one, [&](std::size_t other) { return side_by_side(boxes[i].grid.box, boxes[other].grid.box); });
    });
    if (row == rows.end())
      rows.push_back({i});
    else
      row->push_back(i);
  }
  for (Row& row : rows) std::ranges::sort(row, {}, [&](std::size_t i) { return boxes[i].grid.box.x0; });
  return rows;
}

Box box_around(const Row& row, const std::vector<GridContent>& boxes) {
  Box box = boxes[row.front()].grid.box;
  for (const std::size_t i : row) box = unite(box, boxes[i].grid.box);
  return box;
}

bool crosses(const Box& a, double top, double bottom) {
  return a.y0 < bottom && a.y1 > top;
}

// Nothing but the row's own boxes stands at its height.
bool stands_free(const PageContent& page, const Row& row, const std::vector<GridContent>& boxes) {
  const Box all = box_around(row, boxes);
  const auto here = [&](const Box& box) { return crosses(box, all.y0, all.y1); };
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (std::ranges::find(row, i) == row.end() && !is_blank(boxes[i]) && here(boxes[i].grid.box)) return false;
  }
  return std::ranges::none_of(page.prose,
                              [&](const Line& line) { return line.baseline > all.y0 && line.baseline < all.y1; }) &&
         std::ranges::none_of(page.grids, [&](const GridContent& grid) { return here(grid.grid.box); }) &&
         std::ranges::none_of(page.columns,
                              [&](const ColumnSet& set) { return set.top < all.y1 && set.bottom > all.y0; });
}

ColumnSet tile_columns(const Row& row, std::vector<GridContent>& boxes) {
  const Box all = box_around(row, boxes);
  ColumnSet set{all.y0, all.y1, {}};
  for (const std::size_t i : row) {
    TextColumn& column = set.columns.emplace_back(TextColumn{{boxes[i].grid.box.x0, boxes[i].grid.box.x1}, {}});
    for (auto& lines : boxes[i].lines) std::ranges::move(lines, std::back_inserter(column.lines));
    std::ranges::stable_sort(column.lines, {}, &Line::baseline);
  }
  return set;
}

}  // namespace

void take_tiles(PageContent& page, std::vector<GridContent>& boxes) {
  Row taken;
  for (const Row& row : rows_of(boxes)) {
    if (row.size() < kFewestTiles || !stands_free(page, row, boxes)) continue;
    page.columns.push_back(tile_columns(row, boxes));
    taken.insert(taken.end(), row.begin(), row.end());
  }
  std::ranges::sort(page.columns, {}, &ColumnSet::top);
  std::ranges::sort(taken, std::greater());
  for (const std::size_t i : taken) boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(i));
}

}  // namespace prongsai::tables
