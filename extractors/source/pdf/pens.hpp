// Fonts and true sizes of words, from the pens that painted them. For this library only.
#pragma once

#include <vector>

#include "extractors/source/pdf/hints.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// Sets font and font_size of each word whose first letter's pen is found, and mends the box of a Type 3 font's word,
// whose height Poppler makes up.
void tell_fonts(std::vector<Word>& words, const std::vector<Pen>& pens);

}  // namespace prongsai::source
