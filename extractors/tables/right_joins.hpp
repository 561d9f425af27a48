// A sheet too wide for its paper: a spreadsheet program prints the columns that do not fit on the next page, at the
// same heights.
#pragma once

#include "extractors/tables/drafts.hpp"

namespace prongsai::tables {

// Takes the columns of `next`, the first table of the page behind `table`, in on the right of the table's; false where
// the two are not one: rows of other heights, or rows that `next` counts for itself. `table` must know its header.
[[nodiscard]] bool take_in_on_right(TableDraft& table, const TableDraft& next);

}  // namespace prongsai::tables
