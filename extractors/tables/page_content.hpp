// What stands on one page: drawn grids with the lines in their cells, columns of text, and the lines outside both.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extractors/tables/borderless.hpp"
#include "extractors/tables/frames.hpp"
#include "extractors/tables/lines.hpp"
#include "extractors/tables/text_columns.hpp"
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

struct TextColumn {
  TextArea area;
  std::vector<Line> lines;  // top to bottom; none where only tables stand in it
};

// Columns of text beside each other, read one after the other.
struct ColumnSet {
  double top = 0;  // y between which it stands, points
  double bottom = 0;
  std::vector<TextColumn> columns;  // left to right
};

struct PageContent {
  int page_no = 0;
  std::size_t sheet = 0;           // that it is printed on, into the report's sheets
  double left = 0;                 // x where it begins there, points
  double width = 0;                // points
  double height = 0;               // points
  double advance = 0;              // median cluster width of the page, points
  std::vector<GridContent> grids;  // by their top edge
  std::vector<ColumnSet> columns;  // top to bottom
  std::vector<Line> prose;         // over the page's whole width, top to bottom
  std::vector<Line> furniture;     // running heads, feet and page numbers, once they are told from the prose

  // The page without what stands on it.
  [[nodiscard]] PageContent frame() const { return {page_no, sheet, left, width, height, advance, {}, {}, {}, {}}; }
};

// The columns of a table without upright rulings that ends a page, so that it may go on on the next.
[[nodiscard]] std::optional<ColumnPlaces> carried_columns(const PageContent& page);

// The pages that are printed on a sheet: one, two side by side, or the panels of a leaflet. `carried`: those of the
// page before.
[[nodiscard]] std::vector<PageContent> read_sheet(const Page& sheet,
                                                  const std::optional<ColumnPlaces>& carried = std::nullopt);

// Boxes that are no part of a table over a page break give their lines back to the prose around them. A box counts as
// such a part when it stands at the head of its page, with the width of a table that ends the page before.
void settle_boxes(std::vector<PageContent>& pages);

}  // namespace prongsai::tables
