// What a page says as text, written from the very lines that its paragraphs and tables are made of.
#pragma once

#include <vector>

#include "extractors/tables/reading_order.hpp"
#include "models/document.hpp"

namespace prongsai::tables {

// In reading order, running heads first and running feet last; `furniture` are those. A line of prose is a line; a row
// of a table is one line, its cells apart by tabs. As read, each line of a cell stands on its own.
[[nodiscard]] PageText write_page(const std::vector<Line>& furniture, const std::vector<FlowItem>& flow,
                                  double page_height);

}  // namespace prongsai::tables
