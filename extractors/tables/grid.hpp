// Rulings → grids with merged and spanning cells, before anything is judged to be a table.
#pragma once

#include <vector>

#include "models/page.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

// A grid and what its drawing tells beside the cells.
struct RuledGrid {
  Grid grid;
  // No line closes the grid at its top or bottom: programs that cut a row at a page break leave it open there.
  bool open_top = false;
  bool open_bottom = false;
  double outline = 0;    // share of the bounding box's left and right sides that is drawn, 0 to 1
  double irregular = 0;  // share of the area that lies in merged cells which are no rectangles, 0 to 1
};

// One grid for each set of rulings that touch each other and enclose something; also single boxes and frames.
// Ordered by their top edge.
[[nodiscard]] std::vector<RuledGrid> ruled_grids(const std::vector<Ruling>& rulings);

}  // namespace prongsai::tables
