// Figures that a sentence shares out in order: "IIT EIT และ OIT ได้คะแนน 90.10 85.20 และ 92.30 ตามลำดับ" (respectively).
#pragma once

#include <string_view>
#include <vector>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/figures.hpp"
#include "extractors/layouts/scores/subjects.hpp"

namespace prongsai::layouts::scores {

struct InOrderSources {
  std::string_view text;
  const TightText& tight;
  const std::vector<SubjectMention>& mentions;
  const std::vector<FigureText>& numbers;
  const std::vector<TextSpan>& offices;
  const ScoreWords& words;
};

// Of a row of figures before the word each gets its own of as many subjects, years or offices that are listed before
// them, be the word there or not. Where it is and not one of the three is listed, none can tell which is whose, and the
// figures are left as in a row (ScoreFigure::in_row). `figures`: those found so far; one at least must be of the row,
// or it states no scores.
void share_in_order(const InOrderSources& sources, std::vector<ScoreFigure>& figures);

}  // namespace prongsai::layouts::scores
