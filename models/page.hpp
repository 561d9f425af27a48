// A page as it was read, before any table is looked for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/aside.hpp"
#include "models/evidence.hpp"
#include "models/geometry.hpp"
#include "models/words.hpp"

namespace prongsai {

// A run of characters with a box. Not a Thai word: Poppler cuts runs inside clusters, and Thai writes no spaces.
struct Word {
  std::string text;  // UTF-8 as read; nothing repaired yet
  Box box;
  TextSource source = TextSource::text;
  double confidence = 1.0;   // 0 to 1
  double font_size = 0;      // points; 0 when unknown (OCR)
  std::string font;          // without the subset prefix; "" when unknown
  int rotation = 0;          // 0, 90, 180, 270: clockwise degrees by which the run stands turned on the page
  bool space_after = false;  // a space glyph (or a word gap read by OCR) follows
  std::vector<Box> chars;    // one box a code point of `text`; empty where the reader gives none
  // Code point indexes in `text` of a plain า that the page itself shows as ำ (a dropped nikhahit glyph in the
  // content stream, or ink of its ring on the raster). Word processors lose the ring; the page keeps it.
  std::vector<std::size_t> sara_am_at;
  // Likewise of a ำ that the page shows as a plain า ('โรงพยำบำล': the text layer gave ำ to every า).
  std::vector<std::size_t> sara_aa_at;
  double weakest = 1.0;  // 0 to 1: OCR's confidence in the sign of the word that it is least sure of
  // What a second reading by OCR made of the word, where the two disagree about a figure; "" where they agree or none
  // was made. `confidence` is then below 0.5.
  std::string alternative;
};

// A straight drawn line of a table or frame. Horizontal: y0 and y1 differ by no more than its thickness.
struct Ruling {
  Box box;  // points; the thin side is its thickness
  bool horizontal = true;
};

// How a page's words were come by.
enum class PageSource { text, ocr, mixed, blank };
constexpr auto words_of(PageSource) {
  using enum PageSource;
  return std::to_array<Worded<PageSource>>({{text, "text"}, {ocr, "ocr"}, {mixed, "mixed"}, {blank, "blank"}});
}

struct Page {
  int page_no = 0;    // from 1
  double width = 0;   // points, after rotation
  double height = 0;  // points, after rotation
  int rotation = 0;   // 0, 90, 180, 270: clockwise degrees the displayed page (after /Rotate) had to be turned
  PageSource source = PageSource::blank;
  std::string reason;     // why this source, one English clause
  double confidence = 1;  // mean over its words, weighted by length
  std::vector<Word> words;
  std::vector<Ruling> rulings;
  std::vector<Aside> asides;       // what stands beside its text
  bool broken_text_layer = false;  // a text layer was rejected, or needed more than single characters mended
  bool unreadable = false;         // ink is there, nothing could be read
  // Degrees by which a scan's lines fall to the right. Words and rulings are placed on the levelled page; to find them
  // on the page as displayed, turn them clockwise by this much about the page's centre.
  double skew = 0;
};

// A link annotation, or a URL.
struct Link {
  int page_no = 0;
  Box box;
  std::string url;
};

}  // namespace prongsai
