// The text of one line from its clusters in x order: where blanks stand, and which letter takes a stray mark.
#pragma once

#include "extractors/tables/lines.hpp"

namespace prongsai::tables {

// The row holds at least one letter.
[[nodiscard]] Line write_line(const PageClusters& text, const ClusterRow& row);

}  // namespace prongsai::tables
