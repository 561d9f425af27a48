// What the figures of the three instruments of a text add up to.
#pragma once

#include <vector>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/figures.hpp"

namespace prongsai::layouts::scores {

// Takes out weights: whole numbers of several instruments, called so or not, where all three add up to a hundred or,
// one of them misread, none has a place behind the point nor is above the greatest weight.
void drop_weights(std::vector<ScoreFigure>& figures);

// Whether each instrument has a figure.
[[nodiscard]] bool are_all_told(const std::vector<ScoreFigure>& figures);

// Whether a number is what the instruments' figures before it add up to: the last one of each.
[[nodiscard]] bool is_sum_of_parts(const FigureText& number, const std::vector<ScoreFigure>& figures);

}  // namespace prongsai::layouts::scores
