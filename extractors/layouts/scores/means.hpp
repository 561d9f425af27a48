// Figures of more than one office: means and goals that a sentence sets beside the report's own score.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

// Each asks of what a tight text says behind its last figure, right before another.

// "คะแนนเฉลี่ยของสำนักงานเขตทั้งหมดเท่ากับ", "องค์การมหาชนทั้งหมดมีค่าเฉลี่ย": a mean, and the words for all or many.
[[nodiscard]] bool is_mean_of_many(std::string_view before, const ScoreWords& words);

// "หน่วยงานภาครัฐทั่วประเทศมีคะแนน": where the last such set of offices stands of which a tight text says that it has
// something; npos where none does. All figures behind it are of the set, until an office is named.
[[nodiscard]] std::size_t last_crowd(std::string_view before, const ScoreWords& words);

// "กำหนดเป้าหมายให้ทุกอำเภอได้": what others are to reach.
[[nodiscard]] bool is_set_as_goal(std::string_view before, const ScoreWords& words);

}  // namespace prongsai::layouts::scores
