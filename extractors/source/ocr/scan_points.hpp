// Full stops after list numbers, which recognisers overlook: "2 วิเคราะห์" for "2. วิเคราะห์".
#pragma once

#include "extractors/source/ocr/figure_check.hpp"
#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

// Adds the point to `first`, the first word of its line, when that is one or two digits and the ink shows a point right
// after them. The page is the witness: nothing is added where it shows none.
void restore_list_point(const CutPage& page, const CutLine& line, ReadWord& first);

}  // namespace prongsai::source
