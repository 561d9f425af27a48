// The text of one line from its clusters in x order: where blanks stand, and which letter takes a stray mark.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/tables/lines.hpp"

namespace prongsai::tables {

// `letters` are clusters with letters, `marks` those without; neither needs to be in order. At least one letter.
[[nodiscard]] Line write_line(const PageText& text, std::vector<std::size_t> letters,
                              const std::vector<std::size_t>& marks);

}  // namespace prongsai::tables
