// What a person sees of a page's text: which of its glyphs show, which are covered, struck out or written over the
// page. For this library only.
//
// Text extraction gives every glyph that a content stream shows, also what lies under a white box, is white on white,
// stands outside its clip or is painted invisibly; and it weaves watermarks, stamps and the text beneath them into one.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "extractors/source/content/content.hpp"
#include "extractors/source/pdf/sight_glyphs.hpp"
#include "extractors/source/pdf/state.hpp"
#include "models/aside.hpp"

namespace prongsai::source {

struct PageSight {
  GlyphNumbers dropped;                  // of the page's content: no part of its text
  std::vector<int> dropped_annotations;  // likewise, by their place in /Annots
  std::vector<Aside> asides;             // what they say, and what stays woven; page_no is not set
  std::vector<DrawnSign> signs;          // drawn ticks
  bool complete = false;                 // all content was followed; else nothing is dropped

  [[nodiscard]] bool drops() const;
};

// Walks the page's content once, its annotations after it. `also` is told of the page's own content likewise.
[[nodiscard]] PageSight see_page(QPDFObjectHandle page, const PageGeometry& geometry, PdfFonts& fonts,
                                 const HiddenLayers& hidden, ContentSink& also);

}  // namespace prongsai::source
