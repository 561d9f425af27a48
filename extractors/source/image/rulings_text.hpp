// Lines that belong to the writing, not to a table: told apart with the help of the text layer.
#pragma once

#include <vector>

#include "models/page.hpp"

namespace prongsai::source {

// Drops horizontal rulings that are underlined words, leaders of dots or underscores (the blanks of a form), and
// rulings of either direction that are strokes of letters. A border of a cell stays: it goes on beside the words.
void drop_text_lines(std::vector<Ruling>& rulings, const std::vector<Word>& words);

}  // namespace prongsai::source
