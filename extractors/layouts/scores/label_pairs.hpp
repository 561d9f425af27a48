// Figures outside tables that stand over or under their labels: cards of a dashboard, boxes of a slide.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/scores/cell_senses.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

// One row of labels and one of the figures that belong to them.
struct LabelPairs {
  Table table;
  std::size_t item = 0;                 // flow item of the first line taken
  std::vector<std::size_t> paragraphs;  // of the document, taken whole
};

// A line is taken when it holds nothing but labels, or nothing but figures and levels, two at least.
[[nodiscard]] std::vector<LabelPairs> find_label_pairs(const Document& document, const Flow& flow, CellSenses& senses);

}  // namespace prongsai::layouts::scores
