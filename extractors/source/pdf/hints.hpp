// The walk over a page's content, for everything that Poppler does not tell.
#pragma once

#include <string>
#include <vector>

#include "extractors/source/content/content.hpp"
#include "extractors/source/content/fonts.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "extractors/source/pdf/sara_am.hpp"
#include "extractors/source/pdf/sight_glyphs.hpp"
#include "models/aside.hpp"

namespace prongsai::source {

// The line box of a Thai font, of its size, above and below the baseline: room for a tone mark over a vowel, and for
// a vowel below.
inline constexpr double kLineAscent = 0.95;
inline constexpr double kLineDescent = 0.35;

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
  // Letters that are painted while their font, which names others, has no name for them: Poppler leaves them out
  // without a trace. Line boxes, points, as displayed; only where the run stands upright.
  std::vector<Box> nameless;
  std::vector<DrawnSign> signs;  // ticks and their boxes
  std::vector<Aside> asides;     // text that is no part of the page's
  // The page without that text, a file of its own; "" where it has none.
  std::string seen_page;
};

}  // namespace prongsai::source
