// Ink that no word of a text page explains: pictures and outlines, each read by recognition and put in its place.
#pragma once

#include <optional>
#include <vector>

#include "extractors/source/ocr/recogniser.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "models/page.hpp"
#include "models/result.hpp"

namespace prongsai::stages {

// Adds the words of the pieces (points) that read as writing to the page, whose source is `mixed` then. What may hold
// writing and did not read well stands in its asides as unread, with what was made of it; other ink likewise, without
// text. Without a recogniser nothing is read. A Failure where the page cannot be painted.
[[nodiscard]] std::optional<Failure> read_pieces(const source::Pdf& pdf, int page_no, const std::vector<Box>& pieces,
                                                 source::Recogniser* recogniser, Page& page);

}  // namespace prongsai::stages
