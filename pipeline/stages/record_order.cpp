#include "pipeline/stages/record_order.hpp"

#include <algorithm>

namespace prongsai::stages {
namespace {

bool is_in_table(const CellRecord& cell, const TableRecord& table) {
  return cell.row_no >= 1 && cell.col_no >= 1 && cell.row_span >= 1 && cell.col_span >= 1 &&
         cell.col_no + cell.col_span - 1 <= static_cast<int>(table.columns.size());
}

}  // namespace

bool tables_are_in_order(const Record& record) {
  int last = 0;
  for (const TableRecord& table : record.tables) {
    if (table.table_no <= last) return false;
    last = table.table_no;
  }
  return std::ranges::all_of(record.cells, [&record](const CellRecord& cell) {
    const auto table = std::ranges::lower_bound(record.tables, cell.table_no, {}, &TableRecord::table_no);
    return table != record.tables.end() && table->table_no == cell.table_no && is_in_table(cell, *table);
  });
}

}  // namespace prongsai::stages
