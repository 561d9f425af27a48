// Figures of more than one office: means that a sentence sets beside the report's own score.
#pragma once

#include <string_view>

#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

// "คะแนนเฉลี่ยของสำนักงานเขตทั้งหมดเท่ากับ" before a figure: a mean, and the words for all or many between it and the figure,
// no other figure among them. `before`: a tight text.
[[nodiscard]] bool is_mean_of_many(std::string_view before, const ScoreWords& words);

}  // namespace prongsai::layouts::scores
