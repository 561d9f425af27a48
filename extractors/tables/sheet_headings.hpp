// What a spreadsheet program prints around its cells when it is asked to: the letters of columns over them (A, B … AA)
// and the numbers of rows beside them. They are of the program, not of the report.
#pragma once

#include <vector>

#include "extractors/tables/drafts.hpp"

namespace prongsai::tables {

// Takes them off, and with them the rows above the sheet's table that hold a single text each: titles, typed into the
// first cells. Below, rows of a single text span the table. Returns the lines of those, top to bottom; a table without
// such headings stays as it is.
[[nodiscard]] std::vector<Line> drop_sheet_headings(TableDraft& draft);

}  // namespace prongsai::tables
