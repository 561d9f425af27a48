// Figures that are a total although their text does not say of what: the text around it must tell. A line of a year and
// a figure below or beside the scores of another year; an office that got so much.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

// "ปีงบประมาณ พ.ศ. 2567 ได้ 90.64": whether the figure of two places is what the text says of a year that its clause
// begins with; without its unit it is all that the text says. `from`: the byte behind the figure before it, or 0.
[[nodiscard]] bool is_years_total(std::string_view text, const TightText& tight, const FigureText& number,
                                  std::size_t from, const ScoreWords& words);

// Whether between an office, which ends at that byte of a tight text, and the text's end, where a figure begins, stands
// nothing but what leads from the one to the other, or one clause that says more of the office.
[[nodiscard]] bool got_it(std::string_view before, std::size_t end_of_office, const ScoreWords& words);

// "ที่ได้คะแนนสูงสุดคือเทศบาลตำบลเขาน้อย ได้ ๙๗.๔๐ คะแนน": a figure of two places, its unit behind it, which an office
// got whose name ends at that byte of the text.
[[nodiscard]] bool is_offices_total(const TightText& tight, const FigureText& number, std::size_t end_of_office,
                                    const ScoreWords& words);

}  // namespace prongsai::layouts::scores
