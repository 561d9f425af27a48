#include "extractors/layouts/columns/header_levels.hpp"

#include <algorithm>

#include "extractors/text/unicode/joined.hpp"

namespace prongsai::layouts {
namespace {

void add_row(const TableRow& row, int& groups, std::vector<HeaderPath>& paths) {
  const int columns = static_cast<int>(paths.size());
  for (const TableCell& cell : row.cells) {
    if (cell.repeated || cell.text.empty() || cell.col < 0) continue;
    if (cell.col_span >= columns && columns > 1) continue;
    const int group = cell.col_span > 1 ? ++groups : 0;
    for (int column = cell.col; column < std::min(cell.col + cell.col_span, columns); ++column) {
      HeaderPath& path = paths[static_cast<std::size_t>(column)];
      append_doubts(path.doubts, cell.doubts, path.levels.empty() ? 0 : joined(path).size() + 1);
      path.levels.push_back(cell.text);
      if (group != 0) path.group = group;
    }
  }
}

}  // namespace

std::vector<HeaderPath> header_paths(const Table& table) {
  std::vector<HeaderPath> paths(static_cast<std::size_t>(std::max(table.cols, 0)));
  int groups = 0;
  bool any = false;
  for (const TableRow& row : table.rows) {
    if (row.kind != RowKind::header) continue;
    any = true;
    add_row(row, groups, paths);
  }
  for (std::size_t column = 0; !any && column < paths.size() && column < table.headers.size(); ++column) {
    if (!table.headers[column].empty()) paths[column].levels = {table.headers[column]};
  }
  return paths;
}

std::vector<HeaderPath> header_paths(const TableRow& row, std::size_t columns) {
  std::vector<HeaderPath> paths(columns);
  int groups = 0;
  add_row(row, groups, paths);
  return paths;
}

std::string joined(const HeaderPath& path) {
  return text::joined(path.levels, " ");
}

}  // namespace prongsai::layouts
