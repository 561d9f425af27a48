// Page furniture: running heads, running feet and page numbers, which are no part of what a report says.
#pragma once

#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

// Takes page numbers, and lines that return at the same place of most pages, out of the pages' prose.
void set_furniture_apart(std::vector<PageContent>& pages);

}  // namespace prongsai::tables
