// Thai repair of a whole document's lines, in two passes: first every line's words are gathered, then each line is
// mended with what the document itself spells elsewhere as witness.
#pragma once

#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

void repair_lines(std::vector<PageContent>& pages);

}  // namespace prongsai::tables
