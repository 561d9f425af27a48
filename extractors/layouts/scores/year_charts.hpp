// Charts of one score over years: the years along the axis, a figure over each of them.
#pragma once

#include <vector>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/line_pieces.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

// An axis names three years at least, rising from left to right, in one line and nothing else. Over it, up to the next
// line of words, stands exactly one figure of two places a year; where a year has two (two bars), the chart is left
// alone. A level below a year is its figure's. Or each year stands over its figure, as on steps and tiles; then the
// line above the years or below the figures says what was measured.
[[nodiscard]] std::vector<LabelPairs> find_year_charts(const Document& document, const Flow& flow, CellSenses& senses);

}  // namespace prongsai::layouts::scores
