// A table as a plain matrix of cells, header rows and all, for readings that turn it, cut it into blocks or put a
// page's columns beside those of the page before.
#pragma once

#include <string>
#include <vector>

#include "models/document.hpp"

namespace prongsai::layouts::scores {

struct GridLine {
  std::vector<const TableCell*> cells;  // one a column; null where the table has none; a wide cell stands in each
  bool header = false;                  // the page sets it apart as a header
};

// Points into the document's tables, which must outlive it. Rows and columns count from 0.
struct Grid {
  std::vector<GridLine> rows;
  std::vector<int> columns;  // one a column: its number in the table, from 0

  [[nodiscard]] int row_count() const { return static_cast<int>(rows.size()); }
  [[nodiscard]] int column_count() const { return static_cast<int>(columns.size()); }
  [[nodiscard]] const TableCell* at(int row, int column) const;
  [[nodiscard]] const std::string& text(int row, int column) const;  // "" where there is none
  [[nodiscard]] bool blank(int row, int column) const;

  // One cell from the first column to the last.
  [[nodiscard]] bool is_band(int row) const;

  // Rows become columns. No row of the result is a marked header.
  [[nodiscard]] Grid turned() const;
  // The last row first: labels below their figures.
  [[nodiscard]] Grid upside_down() const;
  [[nodiscard]] Grid row_range(int begin, int end) const;
  [[nodiscard]] Grid column_range(int begin, int end) const;
};

[[nodiscard]] Grid grid_of(const Table& table);

// The columns of `right` beside those of `left`, whose body rows are as many: a sheet that goes on on the next page.
[[nodiscard]] Grid beside(const Grid& left, const Grid& right);

// The rows of `bottom` below those of `top`, which has as many columns.
[[nodiscard]] Grid below(const Grid& top, const Grid& bottom);

}  // namespace prongsai::layouts::scores
