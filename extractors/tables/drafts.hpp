// Tables while they are put together: cells hold the lines of all pages that they stand on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

struct DraftCell {
  int col = 0;
  int col_span = 1;
  std::vector<Line> lines;
  std::vector<Evidence> parts;  // one box a page, in order
  bool repeated = false;        // a cell from the row above spans down into this one

  [[nodiscard]] bool blank() const { return lines.empty(); }
  [[nodiscard]] const Box& last_box() const { return parts.back().box; }
};

struct DraftRow {
  RowKind kind = RowKind::body;
  std::vector<DraftCell> cells;  // by col

  [[nodiscard]] bool blank() const { return std::ranges::all_of(cells, &DraftCell::blank); }
  [[nodiscard]] std::size_t filled() const {  // cells
    return cells.size() - static_cast<std::size_t>(std::ranges::count_if(cells, &DraftCell::blank));
  }
};

// The part of a table on one page, or a table joined from such parts.
struct TableDraft {
  int first_page = 0;
  int last_page = 0;
  Box box;                        // on the first page
  Box last_box;                   // on the last page
  std::vector<double> col_edges;  // on the last page, from its left edge
  std::vector<DraftRow> rows;
  double advance = 0;        // median cluster width of the last page's text, points
  bool open_bottom = false;  // on the last page
  bool open_top = false;     // on the first page
  bool ruled = true;

  [[nodiscard]] int cols() const { return static_cast<int>(col_edges.size()) - 1; }
};

[[nodiscard]] TableDraft draft_table(const PageContent& page, GridContent content);

// The finished table: text joined, headers named.
[[nodiscard]] Table finish_table(const TableDraft& draft);

[[nodiscard]] std::string joined_text(const std::vector<Line>& lines);

}  // namespace prongsai::tables
