// Boxes side by side, each with words of its own: the tiles of a dashboard, the cards of a poster.
#pragma once

#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

// Takes out of `boxes` those that stand beside each other in a row with nothing else at their height, and makes a
// column set of each row: a tile is read from its first line to its last. The others stay.
void take_tiles(PageContent& page, std::vector<GridContent>& boxes);

}  // namespace prongsai::tables
