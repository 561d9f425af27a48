// A stretch of a painted page's line, read by OCR: it verifies a syllable that a text layer leaves ambiguous. What
// stands over the syllable is measured on the ink too: a recogniser knows Thai words, and reads what it expects.
#pragma once

#include <string>

#include "extractors/source/ocr/recogniser.hpp"
#include "models/geometry.hpp"

namespace prongsai::source {

// Where to look, as the text layer has it; points.
struct Stretch {
  Box box;                     // its sides are taken; its height is not trusted
  double baseline = 0;         // y
  double advance = 0;          // median width of a letter with its gap
  double left = 0, right = 0;  // of the syllable, x
};

struct StretchReading {
  std::string text;  // UTF-8; "" where no line of print is found at that height
  // How much height the ink takes that stands over the syllable's letters, apart from them, in heights of a plain
  // letter: 0 none, about 0.35 one mark, 0.7 and more two.
  double marks = 0;
};

[[nodiscard]] StretchReading read_stretch(const Raster& page, const Stretch& stretch, Recogniser& recogniser);

}  // namespace prongsai::source
