#include "extractors/tables/side_boxes.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace prongsai::tables {
namespace {

constexpr double kSameColumn = 6.0;      // points between the sides of two boxes of one column
constexpr std::size_t kFewestLines = 3;  // of prose beside them
constexpr double kGoesOn = 4.5;          // advances between two lines of one text

bool one_column(const Box& a, const Box& b) {
  return std::abs(a.x0 - b.x0) <= kSameColumn && std::abs(a.x1 - b.x1) <= kSameColumn;
}

TextArea sides_of_prose(const std::vector<Line>& lines) {
  TextArea area{1e9, 0};
  for (const Line& line : lines) {
    area.left = std::min(area.left, line.box().x0);
    area.right = std::max(area.right, line.box().x1);
  }
  return area;
}

// The prose beside a column of boxes, to its last line: a text may go on below the last box.
std::vector<Line> beside(const PageContent& page, const Box& column) {
  std::vector<Line> lines;
  for (const Line& line : page.prose) {
    const bool level = line.baseline > column.y0 && line.baseline < column.y1;
    const bool goes_on =
        !lines.empty() && line.baseline > column.y1 && line.baseline - lines.back().baseline < kGoesOn * page.advance;
    if (level || goes_on) lines.push_back(line);
  }
  return lines;
}

bool stand_apart(const std::vector<Line>& lines, const Box& column) {
  const auto left = std::ranges::all_of(lines, [&](const Line& line) { return line.box().x1 <= column.x0; });
  const auto right = std::ranges::all_of(lines, [&](const Line& line) { return line.box().x0 >= column.x1; });
  return lines.size() >= kFewestLines && (left || right);
}

TextColumn column_in(std::vector<GridContent>& boxes, const Box& column) {
  TextColumn out{{column.x0, column.x1}, {}};
  for (GridContent& box : boxes) {
    if (!one_column(box.grid.box, column)) continue;
    for (auto& lines : box.lines) std::ranges::move(lines, std::back_inserter(out.lines));
  }
  std::ranges::stable_sort(out.lines, {}, &Line::baseline);
  return out;
}

// The boxes' columns, each once.
std::vector<Box> box_columns(const std::vector<GridContent>& boxes) {
  std::vector<Box> columns;
  for (const GridContent& box : boxes) {
    const auto known = std::ranges::find_if(columns, [&](const Box& one) { return one_column(one, box.grid.box); });
    if (known == columns.end())
      columns.push_back(box.grid.box);
    else
      *known = unite(*known, box.grid.box);
  }
  return columns;
}

bool is_free(const PageContent& page, double top, double bottom) {
  return std::ranges::none_of(page.columns, [&](const ColumnSet& set) { return set.top < bottom && set.bottom > top; });
}

}  // namespace

void take_side_boxes(PageContent& page, std::vector<GridContent>& boxes) {
  for (const Box& column : box_columns(boxes)) {
    std::vector<Line> prose = beside(page, column);
    if (!stand_apart(prose, column)) continue;
    const double bottom = std::max(column.y1, prose.back().baseline + 1);
    if (!is_free(page, column.y0, bottom)) continue;
    ColumnSet set{column.y0, bottom, {column_in(boxes, column)}};
    std::erase_if(boxes, [&](const GridContent& box) { return one_column(box.grid.box, column); });
    std::erase_if(page.prose, [&](const Line& line) { return line.baseline > set.top && line.baseline < set.bottom; });
    const TextArea area = sides_of_prose(prose);
    const bool left = area.left < column.x0;
    set.columns.insert(left ? set.columns.begin() : set.columns.end(), TextColumn{area, std::move(prose)});
    page.columns.push_back(std::move(set));
  }
  std::ranges::sort(page.columns, {}, &ColumnSet::top);
}

}  // namespace prongsai::tables
