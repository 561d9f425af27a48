// Figures that a sentence supposes, expects or asks for: nobody got them.
//
// "สมมติว่า OIT ได้ 100 คะแนน", "หาก EIT ได้ 90.00 คะแนนรวมจะเท่ากับ 91.25", "เสนอให้ปรับคะแนน EIT เป็น 90.00": the same words
// as in a report of what was reached, but for the word that leads to them.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

// Whether the figure at a byte of a tight passage is supposed, by what the passage says before it and, behind a
// condition, up to its end.
[[nodiscard]] bool is_supposed(std::string_view tight_passage, std::size_t at, const SupposedWords& words);

}  // namespace prongsai::layouts::scores
