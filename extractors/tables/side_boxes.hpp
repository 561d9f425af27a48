// Frames beside running text: the boxes of a page's side column, which are read by themselves.
#pragma once

#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

// Takes out of `boxes` those that stand one above the other beside lines of the page's prose, and puts both into a
// column set of the page: the prose is not read into the boxes' lines. The others stay.
void take_side_boxes(PageContent& page, std::vector<GridContent>& boxes);

}  // namespace prongsai::tables
