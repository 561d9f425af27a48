// What a figure's text goes on with in the paragraph below it: posters and cards print a figure large, its unit and its
// level in a line of their own.
#pragma once

#include <string_view>

#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

// "93.48" and, below it, "คะแนน ระดับผ่านดี": the text above ends in a figure of two places, with or without its unit; the
// one below is short, has no figure, and begins with the unit or with a level and its word.
[[nodiscard]] bool is_figure_tail(std::string_view above, std::string_view below, const ScoreWords& words);

}  // namespace prongsai::layouts::scores
