// Items that share one figure: "ข้อ O13 และข้อ O20 ได้ 0 คะแนน", "ข้อที่ได้ 0 คะแนนมี 2 ข้อ ได้แก่ ข้อ O13 และข้อ O20".
#pragma once

#include <string_view>
#include <vector>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/figures.hpp"
#include "extractors/layouts/scores/subjects.hpp"

namespace prongsai::layouts::scores {

// Adds to the figures of a text those of the items that are named beside one, in the order of the text. `mentions` and
// `numbers` are the text's.
void share_with_listed_items(std::string_view text, const TightText& tight, const std::vector<SubjectMention>& mentions,
                             const std::vector<FigureText>& numbers, const ScoreWords& words,
                             const Assessments& assessments, std::vector<ScoreFigure>& figures);

}  // namespace prongsai::layouts::scores
