// Scanned pages and pictures: pixels → words, by way of rulings, cells and lines.
#pragma once

#include "extractors/source/image/raster.hpp"
#include "extractors/source/ocr/recogniser.hpp"
#include "models/page.hpp"

namespace prongsai::stages {

// What recognise_scan (read_document.hpp) does with a page's pixels: words and rulings in points of the page turned
// upright and levelled. `page_no` is only passed on.
[[nodiscard]] Page recognise_raster(const source::Raster& scan, int page_no, source::Recogniser& recogniser);

// Letters and digits, marks left out: a crest or a scribble seldom gives many.
[[nodiscard]] int letters_in(const std::vector<Word>& words);

}  // namespace prongsai::stages
