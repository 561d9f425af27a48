// A page's tables in short, for tests.
#pragma once

#include <string>
#include <vector>

#include "extractors/tables/assemble.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables::testing {

using Rows = std::vector<std::string>;

// "H a|b|c" for a header row, "B …" for a body row, "S …" for a spanning one.
inline Rows rows_of(const Table& table) {
  Rows rows;
  for (const TableRow& row : table.rows) {
    std::string text = row.kind == RowKind::header ? "H " : row.kind == RowKind::body ? "B " : "S ";
    for (const TableCell& cell : row.cells) text += (&cell == &row.cells.front() ? "" : "|") + cell.text;
    rows.push_back(text);
  }
  return rows;
}

inline Document read(PageBuilder& page) {
  return assemble({page.page()});
}

}  // namespace prongsai::tables::testing
