// From the edges of a grid and the strokes drawn on them to its cells: a cell spans where no stroke divides it.
#pragma once

#include <span>
#include <vector>

#include "extractors/tables/strokes.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

// Strokes this near to an edge are drawn on it. Points; also how far apart the two lines of a double rule may be.
inline constexpr double kEdgeTolerance = 4.0;

// Fills rows, cols and cells of a grid whose edges are set, then drops edges that no cell needs. Returns the share
// of the area in merged regions that are no rectangles (they become their bounding rectangle).
double cut_cells(Grid& grid, std::span<const Stroke> horizontals, std::span<const Stroke> verticals);

}  // namespace prongsai::tables
