#include "extractors/tables/frames.hpp"

#include <algorithm>

namespace prongsai::tables {
namespace {

constexpr double kLeastWidth = 60;   // points: two of the narrowest columns that reports print
constexpr double kLeastHeight = 12;  // points: less than one line of text
constexpr double kMostIrregular = 0.35;
constexpr double kLeastOutline = 0.5;

// The largest cell's share of the grid: connectors between the boxes of a chart leave one region around them all.
double largest_cell(const Grid& grid) {
  double largest = 0;
  for (const GridCell& cell : grid.cells) largest = std::max(largest, cell.box.width() * cell.box.height());
  return largest / (grid.box.width() * grid.box.height());
}

}  // namespace

Drawn judge_drawing(const RuledGrid& drawing, double page_width, double page_height) {
  const Grid& grid = drawing.grid;
  if (grid.box.width() < std::min(kLeastWidth, page_width / 4) ||
      grid.box.height() < std::min(kLeastHeight, page_height / 4)) {
    return Drawn::nothing;
  }
  if (drawing.irregular > kMostIrregular) return Drawn::nothing;
  if (grid.cols == 1) return drawing.outline >= kLeastOutline ? Drawn::box : Drawn::nothing;
  // A chart's outer boxes reach only parts of its bounding box; a table without side lines is open on both sides.
  if (grid.cells.size() > 3 && grid.rows > 2 && largest_cell(grid) > 0.9) return Drawn::nothing;
  return Drawn::table;
}

}  // namespace prongsai::tables
