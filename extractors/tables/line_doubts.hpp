// What of a line was read with doubt: by OCR, or by the repair of its text.
#pragma once

#include <span>
#include <string_view>

#include "extractors/tables/lines.hpp"
#include "models/certainty.hpp"
#include "models/page.hpp"

namespace prongsai::tables {

// How sure OCR is of a word; what stands in a text layer is certain.
[[nodiscard]] Certainty certainty_of(const Word& word);
// The word as a whole, as a doubt of its text.
[[nodiscard]] Doubt doubt_of(const Word& word, int page_no);

// The doubtful words of a line that was written, as places in its raw text.
[[nodiscard]] Doubts word_doubts(const Line& line, const Page& page);

// All doubts of repaired lines, as places in the text that was made of them together.
[[nodiscard]] Doubts doubts_of(std::span<const Line> lines, std::string_view text);

}  // namespace prongsai::tables
