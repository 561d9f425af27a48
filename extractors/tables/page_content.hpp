// What stands on one page: drawn grids with the lines in their cells, and the lines outside them.
#pragma once

#include <vector>

#include "extractors/tables/frames.hpp"
#include "extractors/tables/lines.hpp"
#include "models/page.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

struct GridContent {
  Grid grid;
  Drawn kind = Drawn::table;
  bool open_top = false;
  bool open_bottom = false;
  std::vector<std::vector<Line>> lines;  // one a cell of the grid
};

struct PageContent {
  int page_no = 0;
  double width = 0;                // points
  double height = 0;               // points
  double advance = 0;              // median cluster width of the page, points
  std::vector<GridContent> grids;  // by their top edge
  std::vector<Line> prose;         // top to bottom
  std::vector<Line> furniture;     // running heads, feet and page numbers, once they are told from the prose
};

[[nodiscard]] PageContent read_page(const Page& page);

// Boxes that are no part of a table over a page break give their lines back to the prose around them. A box counts as
// such a part when it stands at the head of its page, with the width of a table that ends the page before.
void settle_boxes(std::vector<PageContent>& pages);

}  // namespace prongsai::tables
