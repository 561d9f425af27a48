// Cut lines read into words.
#pragma once

#include <vector>

#include "extractors/source/ocr/line_cut.hpp"
#include "extractors/source/ocr/recogniser.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// One word for each run of signs without a gap, with boxes in points. A word's box spans its line's band of letters and
// first marks (the same for all words of a line), not its ink. Figures are read twice, see figure_check.hpp; a raised
// mark behind one is a superscript sign at the word's end.
[[nodiscard]] std::vector<Word> read_words(const CutPage& page, const std::vector<CutLine>& lines,
                                           Recogniser& recogniser);

// The box, in points, of what is printed from `x0` to `x1` on a baseline with letters so high; pixels of the page.
[[nodiscard]] Box print_box(const CutPage& page, double x0, double x1, double baseline, double letter);

}  // namespace prongsai::source
