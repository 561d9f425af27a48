// Drawn lines that are no edges of cells.
#pragma once

#include <vector>

#include "extractors/tables/strokes.hpp"

namespace prongsai::tables {

// Drops strokes that no line of the other direction holds: bars and arrows of a plan, which end inside a cell, and a
// scanner's streak, which runs far beyond the table at both ends. Lines that end together hold one another, and pieces
// of a broken line go on in each other.
void drop_loose(std::vector<Stroke>& horizontals, std::vector<Stroke>& verticals);

}  // namespace prongsai::tables
