// Rows that no ruling parts: told by what the first column begins and by the white left between them.
#pragma once

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

// Cuts a grid's rows where the print shows several in one, and its first one where titles run into the row below: their
// print ends in all columns at one height. Rulings around a single row of the body are believed, unless its first
// column counts, its columns hold several figures each, or white runs through all columns.
void split_rows(GridContent& content);

}  // namespace prongsai::tables
