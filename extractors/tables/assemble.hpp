// Pages → document: grids, cells, lines, paragraphs, tables over pages. Pure geometry and text; opens nothing.
#pragma once

#include <vector>

#include "extractors/tables/report_lines.hpp"
#include "models/document.hpp"
#include "models/page.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

// The grids that a page's rulings draw, without text. A page frame or an organisation chart is none. Also used
// before OCR, to cut a scanned page into cells.
[[nodiscard]] std::vector<Grid> find_grids(const std::vector<Ruling>& rulings, double page_width, double page_height);

// Everything: paragraphs, tables joined over page breaks, reading order, the pages' texts. Page furniture (running
// heads, page numbers) is left out of the paragraphs.
[[nodiscard]] Document assemble(ReportLines lines);

// The same from the words on: cells and lines and their Thai repair first.
[[nodiscard]] Document assemble(std::vector<Page> pages);

}  // namespace prongsai::tables
