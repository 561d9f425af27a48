// What is kept of a page: its words as text, and how it was read.
#pragma once

#include "extractors/text/thai_repair.hpp"
#include "models/page.hpp"
#include "models/record.hpp"

namespace prongsai::stages {

// The page's words in the order in which the reader gives them, a line break where a new line begins: as read and
// repaired. `vocabulary` holds the report's own sound words.
[[nodiscard]] PageRecord page_record(const Page& page, const text::Vocabulary& vocabulary);

}  // namespace prongsai::stages
