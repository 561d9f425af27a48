#include "extractors/layouts/scores/grid.hpp"

#include <algorithm>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

bool is_blank_line(const GridLine& line) {
  return std::ranges::all_of(line.cells,
                             [](const TableCell* cell) { return cell == nullptr || is_blank_text(cell->text); });
}

GridLine line_of(const TableRow& row, int cols) {
  GridLine line;
  line.header = row.kind == RowKind::header;
  line.cells.resize(static_cast<std::size_t>(cols), nullptr);
  for (const auto& cell : row.cells) {
    const int last = std::min(cols, cell.col + std::max(1, cell.col_span));
    for (int col = std::max(0, cell.col); col < last; ++col) line.cells[static_cast<std::size_t>(col)] = &cell;
  }
  return line;
}

int header_rows(const Grid& grid) {
  const auto first = std::ranges::find_if(grid.rows, [](const GridLine& line) { return !line.header; });
  return static_cast<int>(first - grid.rows.begin());
}

}  // namespace

const TableCell* Grid::at(int row, int column) const {
  return rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column)];
}

bool Grid::is_band(int row) const {
  const GridLine& line = rows[static_cast<std::size_t>(row)];
  return line.cells.size() > 1 && line.cells.front() != nullptr &&
         std::ranges::all_of(line.cells, [&](const TableCell* cell) { return cell == line.cells.front(); });
}

const std::string& Grid::text(int row, int column) const {
  static const std::string kNone;
  const TableCell* cell = at(row, column);
  return cell == nullptr ? kNone : cell->text;
}

bool Grid::blank(int row, int column) const {
  const std::string& words = text(row, column);
  return words.empty() || is_blank_text(words);
}

Grid Grid::turned() const {
  Grid out;
  out.rows.resize(columns.size());
  for (int column = 0; column < column_count(); ++column) {
    for (int row = 0; row < row_count(); ++row)
      out.rows[static_cast<std::size_t>(column)].cells.push_back(at(row, column));
  }
  for (int row = 0; row < row_count(); ++row) out.columns.push_back(row);
  return out;
}

Grid Grid::upside_down() const {
  Grid out = *this;
  std::ranges::reverse(out.rows);
  for (auto& line : out.rows) line.header = false;
  return out;
}

Grid Grid::row_range(int begin, int end) const {
  Grid out;
  out.columns = columns;
  out.rows.assign(rows.begin() + begin, rows.begin() + end);
  return out;
}

Grid Grid::column_range(int begin, int end) const {
  Grid out;
  out.columns.assign(columns.begin() + begin, columns.begin() + end);
  for (const auto& line : rows) {
    GridLine part;
    part.header = line.header;
    part.cells.assign(line.cells.begin() + begin, line.cells.begin() + end);
    out.rows.push_back(std::move(part));
  }
  return out;
}

Grid grid_of(const Table& table) {
  Grid grid;
  for (int column = 0; column < table.cols; ++column) grid.columns.push_back(column);
  for (const auto& row : table.rows) {
    GridLine line = line_of(row, table.cols);
    if (!is_blank_line(line)) grid.rows.push_back(std::move(line));
  }
  return grid;
}

Grid beside(const Grid& left, const Grid& right) {
  Grid out = left;
  // As many rows: header and all. Else headers are matched from the lowest up, body rows from the first down.
  const bool same = left.row_count() == right.row_count();
  const int shift = same ? 0 : header_rows(right) - header_rows(left);
  for (int i = 0; i < right.column_count(); ++i) out.columns.push_back(static_cast<int>(out.columns.size()));
  for (int row = 0; row < left.row_count(); ++row) {
    const int other = row + shift;
    GridLine& line = out.rows[static_cast<std::size_t>(row)];
    const bool there = other >= 0 && other < right.row_count();
    for (int column = 0; column < right.column_count(); ++column)
      line.cells.push_back(there ? right.at(other, column) : nullptr);
  }
  return out;
}

Grid below(const Grid& top, const Grid& bottom) {
  Grid out = top;
  out.rows.insert(out.rows.end(), bottom.rows.begin(), bottom.rows.end());
  return out;
}

}  // namespace prongsai::layouts::scores
