// Figures outside tables that stand over or under their labels: cards of a dashboard, boxes of a slide.
#pragma once

#include <vector>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/line_pieces.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

// A line is taken when it holds nothing but labels, or nothing but figures and levels, two at least.
[[nodiscard]] std::vector<LabelPairs> find_label_pairs(const Document& document, const Flow& flow, CellSenses& senses);

}  // namespace prongsai::layouts::scores
