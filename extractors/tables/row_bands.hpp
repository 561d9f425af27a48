// Rows that no ruling parts: told by what the first column begins and by the white left between them.
#pragma once

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

// Cuts a grid's rows where the print shows several rows in one: always in a grid without rulings between its rows; in
// a ruled one only below its header, and only when the first column counts.
void split_rows(GridContent& content);

}  // namespace prongsai::tables
