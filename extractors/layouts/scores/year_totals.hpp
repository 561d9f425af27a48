// "ปีงบประมาณ พ.ศ. 2567 ได้ 90.64": a line of a year and a figure alone, below or beside the scores of another year.
#pragma once

#include <string_view>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

// Whether the figure of two places is all that the text says of a year that it begins with: what it is the total of,
// the text around it must tell.
[[nodiscard]] bool is_years_total(std::string_view text, const TightText& tight, const FigureText& number,
                                  const ScoreWords& words);

}  // namespace prongsai::layouts::scores
