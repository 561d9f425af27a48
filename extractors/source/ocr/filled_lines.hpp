// What was written onto a form's dots, and the dots themselves, put on the line of print that they belong to: a pen or
// a typewriter stands a little above the dots, and these a little below the form's own words.
#pragma once

#include <vector>

#include "models/page.hpp"

namespace prongsai::source {

// `words` were read on a page, `dotted` are its rows of dots (dotted_word), all upright, in points; `letter`: height of
// a plain letter, points. Moves the words that stand on dots, and dots that nothing stands on, to the baseline of the
// words beside the dots; dots that were written on are left out. Returns the dots that are left.
[[nodiscard]] std::vector<Word> settle_dots(std::vector<Word>& words, std::vector<Word> dotted, double letter);

}  // namespace prongsai::source
