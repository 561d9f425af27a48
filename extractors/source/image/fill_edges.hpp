// Where fills end: the edge of a band of colour parts rows as a drawn line does.
#pragma once

#include <vector>

#include "extractors/source/image/raster.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// Straight edges between two even grounds, horizontal and vertical, as rulings without a thickness. The page is
// upright, painted plain and without its letters, about 100 dpi.
[[nodiscard]] std::vector<Ruling> find_fill_edges(const Raster& page);

// The horizontal edges that reach exactly as far as a ruling of the page does, and lie along none: a band in a table
// whose rows are parted by lines.
[[nodiscard]] std::vector<Ruling> edges_of_rows(const std::vector<Ruling>& edges, const std::vector<Ruling>& rulings);

// The vertical edges that go on with a ruling of the page, up or down: the sides of a band over or under a table.
[[nodiscard]] std::vector<Ruling> edges_of_sides(const std::vector<Ruling>& edges, const std::vector<Ruling>& rulings);

}  // namespace prongsai::source
