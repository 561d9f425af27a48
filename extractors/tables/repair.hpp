// Thai repair of a whole document's lines, in two passes: first every line's words are gathered, then each line is
// mended with what the document itself spells elsewhere as witness. True where the text layer gives the ring of ำ as a
// tone mark throughout: it needed more than single letters mended.
#pragma once

#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

bool repair_lines(std::vector<PageContent>& pages);

}  // namespace prongsai::tables
