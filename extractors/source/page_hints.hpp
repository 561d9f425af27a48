// One walk over a page's content, for everything that Poppler does not tell.
#pragma once

#include <vector>

#include "extractors/source/pdf.hpp"
#include "extractors/source/pdf_fonts.hpp"
#include "extractors/source/sara_am.hpp"

namespace prongsai::source {

// A glyph's pen: what tells the font and the true size of Poppler's words. Poppler states both only after scanning
// the page's fonts a second time, and for a Type 3 font makes up a size.
struct Pen {
  Point at;  // points, as displayed: on the baseline, before the glyph
  const PdfFont* font = nullptr;
  double size = 0;  // points, as painted
};

struct PageFacts {
  PageHints hints;
  std::vector<SaraMark> sara_marks;
  std::vector<Pen> pens;
};

}  // namespace prongsai::source
