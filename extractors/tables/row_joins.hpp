// Whether a page break cut a row in two.
#pragma once

#include "extractors/tables/drafts.hpp"

namespace prongsai::tables {

struct BreakContext {
  bool open = false;     // no line closes the upper part at its foot
  double page_foot = 0;  // y that text reaches down to on the report's full pages; 0 when unknown
};

// `upper` is the last row before the break, `lower` the first body row after it.
[[nodiscard]] bool row_goes_on(const DraftRow& upper, const DraftRow& lower, const BreakContext& context);

// A row that had only its upper padding before the break: nothing stands in it, and it is lower than a few lines.
[[nodiscard]] bool is_blank_strip(const DraftRow& row, bool open, double advance);

// Adds the lower part's lines and boxes to the upper row.
void join_rows(DraftRow& upper, DraftRow&& lower);

}  // namespace prongsai::tables
