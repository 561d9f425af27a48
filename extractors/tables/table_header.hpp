// Which rows of a table are column titles, told by how they are set rather than by what they say.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/tables/drafts.hpp"

namespace prongsai::tables {

// The header rows at the head of a table: {first row, one past the last}; equal when none can be told. A title over
// all columns may stand above them.
struct HeaderRows {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
};

// Evidence in the print itself: bold, centred or otherwise set apart from the rows below.
[[nodiscard]] HeaderRows printed_header(const TableDraft& draft);

// For a table that begins here and has no printed evidence: a full first row, shorter than what stands below it.
[[nodiscard]] HeaderRows assumed_header(const TableDraft& draft);

void mark_header(TableDraft& draft, HeaderRows rows);

// Whether all of a row's lines are set in styles of the other row.
[[nodiscard]] bool set_alike(const DraftRow& a, const DraftRow& b);

// Whether two rows say the same in most of their columns, so that the second repeats the first on a later page.
[[nodiscard]] bool same_titles(const DraftRow& a, const DraftRow& b);

}  // namespace prongsai::tables
