// Figures that stand before what they are scores of: "ได้ 92.33 คะแนนในแบบวัด IIT และ 85.10 คะแนนในแบบวัด EIT".
#pragma once

#include <string_view>
#include <vector>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/subjects.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {

// For each of the numbers the subject named right behind it and its unit, with a word between that links the two; null
// where there is none, where the clause named one before the figure, or where it is the first of several in a row.
[[nodiscard]] std::vector<const SubjectMention*> subjects_behind(const TightText& text,
                                                                 const std::vector<FigureText>& numbers,
                                                                 const std::vector<SubjectMention>& mentions,
                                                                 const ScoreWords& words);

}  // namespace prongsai::layouts::scores
