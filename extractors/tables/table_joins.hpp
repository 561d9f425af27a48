// The same table over several pages: with its header repeated or not, and with rows that a page break cut in two.
#pragma once

#include <string>
#include <vector>

#include "extractors/tables/drafts.hpp"

namespace prongsai::tables {

// Whether `following`, which stands right after `table` with no prose between, is the same table going on; if so it is
// taken in: its header is dropped when it repeats the table's, and its first row is joined to the table's last one
// when the page break cut that row. `page_foot` is the y that text reaches down to on the report's full pages.
[[nodiscard]] bool take_in(TableDraft& table, const TableDraft& following, double page_foot);

}  // namespace prongsai::tables
