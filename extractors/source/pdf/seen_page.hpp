// A page without the text that is no part of it, as a document of its own, so that Poppler joins letters to words and
// finds gaps as on any page. For this library only.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "extractors/source/pdf/sight.hpp"

namespace prongsai::source {

// "" when the page cannot be taken apart.
[[nodiscard]] std::string seen_page(QPDFObjectHandle page, PdfFonts& fonts, const HiddenLayers& hidden,
                                    const PageSight& sight);

}  // namespace prongsai::source
