// A record's cells as tables, rows and columns.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <type_traits>
#include <vector>

#include "models/record.hpp"

namespace prongsai {

// A body row of a table. `Cell` is CellRecord, const or not.
template <typename Cell>
struct RowOf {
  int table_no = 0;
  int row_no = 0;
  std::vector<Cell*> cells;  // those that begin in this row, by col_no
  std::vector<Cell*> above;  // those that reach down into it from a row above, by col_no

  // The cell that stands in a column (from 1): its own, one that reaches over from the left, or one from above.
  // Null where there is none.
  [[nodiscard]] Cell* at(int col_no) const {
    for (const auto* list : {&cells, &above}) {
      for (Cell* cell : *list) {
        if (cell->col_no <= col_no && col_no < cell->col_no + cell->col_span) return cell;
      }
    }
    return nullptr;
  }

  // The first cell of a column key that stands in the row; null where there is none.
  [[nodiscard]] Cell* of(ColumnKey column_key) const {
    for (const auto* list : {&cells, &above}) {
      for (Cell* cell : *list) {
        if (cell->column_key == column_key) return cell;
      }
    }
    return nullptr;
  }
};

using RecordRow = RowOf<const CellRecord>;

// The rows of all tables. The record must outlive it and keep its cells where they are.
template <typename Record>
class RowsOf {
 public:
  using Cell = std::conditional_t<std::is_const_v<Record>, const CellRecord, CellRecord>;
  using Row = RowOf<Cell>;

  explicit RowsOf(Record& record) {
    for (Cell& cell : record.cells) {
      Row& row = tables_[cell.table_no][cell.row_no];
      row.table_no = cell.table_no;
      row.row_no = cell.row_no;
      row.cells.push_back(&cell);
    }
    for (auto& [table_no, rows] : tables_) finish(rows);
  }

  // The rows of a table, by row_no; none where it has no cells.
  [[nodiscard]] std::vector<Row> of(int table_no) const {
    std::vector<Row> out;
    const auto found = tables_.find(table_no);
    if (found == tables_.end()) return out;
    for (const auto& [row_no, row] : found->second) out.push_back(row);
    return out;
  }

 private:
  using Rows = std::map<int, Row>;

  static bool further_left(const Cell* a, const Cell* b) { return a->col_no < b->col_no; }

  static void finish(Rows& rows) {
    for (auto& [row_no, row] : rows) {
      for (Cell* cell : row.cells) {
        for (auto below = rows.upper_bound(row_no); below != rows.end() && below->first < row_no + cell->row_span;
             ++below) {
          below->second.above.push_back(cell);
        }
      }
    }
    for (auto& [row_no, row] : rows) {
      std::stable_sort(row.cells.begin(), row.cells.end(), further_left);
      std::stable_sort(row.above.begin(), row.above.end(), further_left);
    }
  }

  std::map<int, Rows> tables_;  // by table_no
};

using RecordView = RowsOf<const Record>;

}  // namespace prongsai
