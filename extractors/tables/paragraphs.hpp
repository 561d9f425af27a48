// Lines of running text → paragraphs: headings, list items and sentence blocks, also over page breaks.
#pragma once

#include <vector>

#include "extractors/tables/lines.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

// The column that a page's running text fills. Points.
struct TextArea {
  double left = 0;
  double right = 0;
};

struct ProseLine {
  Line line;
  TextArea area;
};

// `lines` follow each other in reading order with no table between.
[[nodiscard]] std::vector<Paragraph> build_paragraphs(const std::vector<ProseLine>& lines);

}  // namespace prongsai::tables
