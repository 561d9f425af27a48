// Numbered captions ("ตารางที่ 1 …") that stand below their tables, as some offices set them, and not above.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/scores/table_words.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

// Whether a line begins as a numbered caption does.
[[nodiscard]] bool is_numbered_caption(std::string_view line, const TableWords& words);

// Each numbered caption of the document stands right below a table of its page, and not each right above one.
[[nodiscard]] bool captions_stand_below(const Flow& flow, const Document& document, const TableWords& words);

}  // namespace prongsai::layouts::scores
