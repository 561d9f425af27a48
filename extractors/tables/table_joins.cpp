#include "extractors/tables/table_joins.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "extractors/tables/row_joins.hpp"
#include "extractors/tables/table_header.hpp"

namespace prongsai::tables {
namespace {

// How far a column's edge may lie from where it lay on the page before: points, and a share of the table's width for
// scans, where every page is a little larger or smaller.
constexpr double kEdgeSlack = 4.0;
constexpr double kEdgeShare = 0.012;
constexpr double kShift = 20.0;  // points that a page may lie beside the one before

// For each edge of `part` the edge of `whole` that it is; nothing when the outer edges or any other differ.
std::optional<std::vector<int>> match_edges(const std::vector<double>& whole, const std::vector<double>& part) {
  const double shift = part.front() - whole.front();
  if (std::abs(shift) > kShift) return std::nullopt;
  const double slack = std::max(kEdgeSlack, kEdgeShare * (whole.back() - whole.front()));
  std::vector<int> matches;
  for (const double edge : part) {
    const auto nearest = std::min_element(whole.begin(), whole.end(), [&](double a, double b) {
      return std::abs(a + shift - edge) < std::abs(b + shift - edge);
    });
    if (std::abs(*nearest + shift - edge) > slack) return std::nullopt;
    matches.push_back(static_cast<int>(nearest - whole.begin()));
  }
  const bool whole_width = matches.front() == 0 && matches.back() == static_cast<int>(whole.size()) - 1;
  const bool ascending = std::adjacent_find(matches.begin(), matches.end(), std::greater_equal<>()) == matches.end();
  if (!whole_width || !ascending) return std::nullopt;
  return matches;
}

// Columns renumbered to the whole table's: a part with fewer edges has cells that span.
void fit_columns(TableDraft& part, const std::vector<int>& edges, const TableDraft& whole) {
  for (DraftRow& row : part.rows) {
    for (DraftCell& cell : row.cells) {
      const int end = edges[static_cast<std::size_t>(cell.col + cell.col_span)];
      cell.col = edges[static_cast<std::size_t>(cell.col)];
      cell.col_span = end - cell.col;
    }
    const bool spans = row.cells.size() == 1 && row.cells.front().col_span == whole.cols();
    if (spans) row.kind = RowKind::spanning;
  }
  part.col_edges = whole.col_edges;
}

std::vector<std::size_t> header_rows(const TableDraft& table) {
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (table.rows[r].kind == RowKind::header) rows.push_back(r);
  }
  return rows;
}

std::size_t first_titles(const TableDraft& table) {
  std::size_t r = 0;
  while (r < table.rows.size() && table.rows[r].kind == RowKind::spanning) ++r;
  return r;
}

// How many rows of `next` repeat the table's header. A row that returns word for word at the head of the next page
// shows the table's first row to be a header even where nothing else did.
std::size_t repeated_header(TableDraft& table, const TableDraft& next) {
  auto header = header_rows(table);
  if (header.empty()) {
    const std::size_t first = first_titles(table);
    if (first >= table.rows.size() || next.rows.empty() || !same_titles(table.rows[first], next.rows.front())) return 0;
    mark_header(table, {first, first + 1});
    return 1;
  }
  std::size_t same = 0;
  while (same < header.size() && same < next.rows.size() && same_titles(table.rows[header[same]], next.rows[same])) {
    ++same;
  }
  return same;
}

// A merged cell that reaches the page break goes on below it where nothing stands in its column.
void carry_merged(const DraftRow& last, std::vector<DraftRow>& rows, std::size_t from) {
  for (const DraftCell& above : last.cells) {
    if (!above.repeated || above.blank()) continue;
    for (std::size_t r = from; r < rows.size(); ++r) {
      const auto cell = std::ranges::find(rows[r].cells, above.col, &DraftCell::col);
      const bool goes_on = cell != rows[r].cells.end() && cell->col_span == above.col_span && cell->blank() &&
                           (r == from || cell->repeated) && !rows[r].blank();
      if (!goes_on) break;
      cell->lines = above.lines;
      cell->repeated = true;
    }
  }
}

// Adds the rows of `next` from `from` on; a row that the break cut is joined to the table's last one.
void append(TableDraft& table, TableDraft&& next, std::size_t from, double page_foot) {
  if (from < next.rows.size()) {
    DraftRow& first = next.rows[from];
    if (is_blank_strip(table.rows.back(), table.open_bottom, table.advance)) {
      table.rows.pop_back();
    } else if (row_goes_on(table.rows.back(), first, {table.open_bottom, page_foot})) {
      join_rows(table.rows.back(), std::move(first));
      ++from;
    }
  }
  if (!table.rows.empty()) carry_merged(table.rows.back(), next.rows, from);
  std::move(next.rows.begin() + static_cast<std::ptrdiff_t>(from), next.rows.end(), std::back_inserter(table.rows));
  table.last_page = next.last_page;
  table.last_box = next.last_box;
  table.open_bottom = next.open_bottom;
  table.advance = next.advance;
}

// A header that the page break itself cut: nothing but titles stands before the break, and what follows is set alike.
bool header_goes_on(const TableDraft& table, const TableDraft& next, HeaderRows header) {
  if (header.empty() || header.begin != 0) return false;
  const bool titles_only = std::all_of(table.rows.begin(), table.rows.end(),
                                       [](const DraftRow& row) { return row.kind == RowKind::header; });
  return (titles_only || table.rows.size() == 1) && set_alike(table.rows.back(), next.rows.front());
}

void append_header(TableDraft& table, TableDraft&& next, HeaderRows header) {
  mark_header(table, {table.rows.size() - 1, table.rows.size()});
  mark_header(next, header);
  join_rows(table.rows.back(), std::move(next.rows.front()));
  append(table, std::move(next), 1, 0);
}

}  // namespace

bool take_in(TableDraft& table, const TableDraft& following, double page_foot) {
  if (table.rows.empty() || following.rows.empty()) return false;
  const auto edges = match_edges(table.col_edges, following.col_edges);
  if (!edges) return false;
  TableDraft next = following;
  fit_columns(next, *edges, table);
  const std::size_t repeated = repeated_header(table, next);
  const HeaderRows header = printed_header(next);
  if (repeated == 0 && !header.empty()) {
    if (!header_goes_on(table, next, header)) return false;
    append_header(table, std::move(next), header);
    return true;
  }
  append(table, std::move(next), repeated, page_foot);
  return true;
}

}  // namespace prongsai::tables
