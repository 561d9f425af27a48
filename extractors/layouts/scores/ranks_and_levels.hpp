// What is said of the scores of a text beside their values: "เป็นอันดับที่ ๗๔ จากทั้งสิ้น ๒๒๕ เขต", "อยู่ในระดับ A".
#pragma once

#include <vector>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/figures.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {

// Gives the figures of a text, which are in its order, their ranks and levels. A level belongs to one figure, and one
// that was not reached to none. `numbers`: all of the text; `offices`: where it names any, behind whose name a rank is
// that office's.
void tell_ranks_and_levels(const TightText& tight, const std::vector<FigureText>& numbers, const ScoreWords& words,
                           const std::vector<TextSpan>& offices, std::vector<ScoreFigure>& figures);

}  // namespace prongsai::layouts::scores
