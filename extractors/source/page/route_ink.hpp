// Whether a page shows what its text layer says: ink where words are, words where ink is.
#pragma once

#include <vector>

#include "extractors/source/image/raster.hpp"
#include "extractors/source/page/route_letters.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "models/page.hpp"

namespace prongsai::source {

struct InkFacts {
  bool known = false;         // the page could be painted
  double shown = 0;           // square points with detail, whatever it is
  double words_on_ink = 1;    // share of the words' letters that stand on ink
  double unexplained = 0;     // square points with detail that no word, ruling or image explains
  double explained = 0;       // square points with detail under words
  double text_in_images = 0;  // square points of large images that look like writing on paper
  std::vector<Box> pieces;    // around ink that no word explains, a picture or a run of outlines each; points
};

// Large enough to be more than an emblem or a code to scan. `page_area` in square points.
[[nodiscard]] bool may_hold_writing(const Box& image, double page_area);

// True when the content stream itself shows that the layer's letters are on the page: dark, neither hidden nor clipped
// nor under a picture. The page need then not be painted with its letters to know where their ink is.
[[nodiscard]] bool paints_its_letters(const PageHints& hints, const LetterCounts& letters);

// The same, be they dark or pale: without them the page shows what is drawn on it.
[[nodiscard]] bool can_leave_its_letters_out(const PageHints& hints, const LetterCounts& letters);

// Puts the letters of such a page into what was measured on the page painted without them.
void count_painted_letters(InkFacts& facts, const std::vector<Word>& words);

// `page` is 8 bits grey, about 100 dpi, painted plain, in the same orientation as words, rulings and images.
[[nodiscard]] InkFacts measure_ink(const Raster& page, const std::vector<Word>& words,
                                   const std::vector<Ruling>& rulings, const std::vector<Box>& images);

}  // namespace prongsai::source
