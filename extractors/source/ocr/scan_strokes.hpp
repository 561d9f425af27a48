// The upright strokes of capitals, which recognisers run together: "IT" for "IIT", the name of another thing.
#pragma once

#include "extractors/source/ocr/figure_check.hpp"
#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

// Adds each I that the ink shows and the reading lacks to the runs of capitals A to Z in `word`. The page is the
// witness: nothing is added unless every piece of ink there is either one of the other capitals or a bare stroke.
void restore_strokes(const CutPage& page, const CutLine& line, const InkGaps& gaps, ReadWord& word);

}  // namespace prongsai::source
