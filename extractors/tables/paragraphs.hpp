// Lines of running text → paragraphs: headings, list items and sentence blocks, also over page breaks.
#pragma once

#include <vector>

#include "extractors/tables/lines.hpp"
#include "extractors/tables/text_columns.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

struct ProseLine {
  Line line;
  TextArea area;
};

// `lines` follow each other in reading order with no table between.
[[nodiscard]] std::vector<Paragraph> build_paragraphs(const std::vector<ProseLine>& lines);

}  // namespace prongsai::tables
