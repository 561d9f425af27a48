// What is drawn with lines and is no table: page frames, single boxes, check boxes, organisation charts.
#pragma once

#include "extractors/tables/grid.hpp"

namespace prongsai::tables {

enum class Drawn {
  table,
  box,      // one column: a frame around a page, a note or a signature, or a table's part cut off by a page break
  nothing,  // too small, or lines that enclose nothing in rows and columns (a chart of boxes and connectors)
};

[[nodiscard]] Drawn judge_drawing(const RuledGrid& drawing, double page_width, double page_height);

}  // namespace prongsai::tables
