#include <algorithm>

#include "pipeline/checks/table_filling.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

struct RowFilling {
  int filled = 0;
  int naming = 0;  // naming columns with words in them
  std::vector<const CellRecord*> blank;
};

RowFilling filling_of(const RecordRow& row, const TableRecord& table, const Requirements& requirements) {
  RowFilling out;
  for (const CellRecord* cell : row.cells) {
    if (!requirements.demands(table, cell->column_key)) continue;
    if (!is_unfilled(cell->text)) {
      ++(names_the_row(cell->column_key) ? out.naming : out.filled);
    } else if (!names_the_row(cell->column_key)) {
      out.blank.push_back(cell);
    }
  }
  return out;
}

// A row is filled when at least two of its required cells are (in a table of two columns: one). A single filled cell
// among many is the tail of a row that a page break tore off, not a row of its own.
bool is_filled_row(const RowFilling& row) {
  const int required = row.filled + row.naming + static_cast<int>(row.blank.size());
  return row.filled + row.naming >= (required <= 2 ? 1 : 2);
}

}  // namespace

bool names_the_row(std::string_view column_key) {
  return column_key == "issue" || column_key == "indicator" || column_key == "sequence";
}

TableFilling filling_of(const RecordView& rows, const TableRecord& table, const Requirements& requirements) {
  TableFilling out;
  for (const RecordRow& row : rows.of(table.table_no)) {
    const RowFilling filling = filling_of(row, table, requirements);
    out.filled_cells += filling.filled;
    if (is_filled_row(filling)) out.gaps.insert(out.gaps.end(), filling.blank.begin(), filling.blank.end());
  }
  return out;
}

}  // namespace prongsai::checks
