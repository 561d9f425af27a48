// Whether a figure that a report states is one that its readers disagreed about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/record.hpp"

namespace prongsai::text {

// Two readings of the word that holds the figure differ. `at` is where the figure's line or cell begins, `figure` as
// printed, in either digit script. When in doubt the answer is yes: a figure of three digits or more counts as the
// word's wherever on the page, or at the head of the next one, the word has the same digits.
[[nodiscard]] bool figure_is_doubted(const std::vector<DoubtfulWord>& words, const Evidence& at,
                                     std::string_view figure);

// The digits of a text as 0–9, without all else.
[[nodiscard]] std::string digits_of(std::string_view text);

}  // namespace prongsai::text
