#include "extractors/tables/cut_row.hpp"

#include <cstddef>
#include <utility>

namespace prongsai::tables {

void cut_row(GridContent& content, int row, const std::vector<double>& cuts) {
  const auto extra = static_cast<int>(cuts.size());
  Grid& grid = content.grid;
  grid.row_edges.insert(grid.row_edges.begin() + row + 1, cuts.begin(), cuts.end());
  grid.rows += extra;
  std::vector<GridCell> cells;
  std::vector<std::vector<Line>> lines;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    GridCell cell = grid.cells[i];
    if (cell.row != row) {
      if (cell.row > row) cell.row += extra;
      cells.push_back(cell);
      lines.push_back(std::move(content.lines[i]));
      continue;
    }
    for (int part = 0; part <= extra; ++part) {
      const auto edge = static_cast<std::size_t>(row) + static_cast<std::size_t>(part);
      GridCell piece = cell;
      piece.row = row + part;
      piece.box.y0 = grid.row_edges[edge];
      piece.box.y1 = grid.row_edges[edge + 1];
      std::vector<Line> own;
      for (Line& line : content.lines[i]) {
        const bool below = part == 0 || line.baseline > piece.box.y0;  // of the cell's lines none is left out
        const bool above = part == extra || line.baseline <= piece.box.y1;
        if (below && above) own.push_back(line);
      }
      cells.push_back(piece);
      lines.push_back(std::move(own));
    }
  }
  grid.cells = std::move(cells);
  content.lines = std::move(lines);
}

}  // namespace prongsai::tables
