// Disputes between lines over the marks that stand between them, settled by where marks stand in this print.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

// Which line each component of the page belongs to, or kNoLine. Grows as components are parted.
struct Belonging {
  std::vector<int> region_of;
  std::vector<std::size_t> line_of;
};

// `marks` are the components that are no letters. Moves marks from the line that was merely nearest to the one in whose
// places they stand, and parts what has grown together: a mark with a mark or with a letter of the other line.
// The components of `lines` are letters; a letter that is parted is replaced there.
void settle_marks(const CutPage& page, std::vector<CutLine>& lines, std::vector<std::size_t>& marks,
                  Belonging& belonging);

}  // namespace prongsai::source
