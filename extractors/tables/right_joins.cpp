#include "extractors/tables/right_joins.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "extractors/text/find/numbers.hpp"
#include "models/checked_int.hpp"

namespace prongsai::tables {
namespace {

constexpr std::size_t kFewestBeside = 4;
constexpr double kSlack = 1.0;  // points by which a row's edges may differ: the program prints both alike

struct RowHeight {
  double top = 0;
  double bottom = 0;
};

// Where a row stands on the table's last page: the height of its lowest cell there.
std::optional<RowHeight> height_of(const DraftRow& row, int page_no) {
  std::optional<RowHeight> height;
  for (const DraftCell& cell : row.cells) {
    if (cell.repeated || cell.parts.back().page_no != page_no) continue;
    const Box& box = cell.last_box();
    if (!height || box.height() < height->bottom - height->top) height = RowHeight{box.y0, box.y1};
  }
  return height;
}

bool equal_heights(const RowHeight& a, const RowHeight& b) {
  return std::abs(a.top - b.top) <= kSlack && std::abs(a.bottom - b.bottom) <= kSlack;
}

// For each row of `next` the table's row beside it; nothing where one has none.
std::optional<std::vector<std::size_t>> rows_beside(const TableDraft& table, const TableDraft& next) {
  std::vector<std::size_t> beside;
  std::size_t from = 0;
  for (const DraftRow& row : next.rows) {
    const auto height = height_of(row, next.first_page);
    if (!height) return std::nullopt;
    for (; from < table.rows.size(); ++from) {
      const auto other = height_of(table.rows[from], table.last_page);
      if (other && equal_heights(*other, *height)) break;
    }
    if (from == table.rows.size()) return std::nullopt;
    beside.push_back(from++);
  }
  return beside;
}

// Rows of the table that `next` has nothing beside hold a single text: a remark below the table.
bool others_are_remarks(const TableDraft& table, const std::vector<std::size_t>& beside) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.rows[row].filled() > 1 && !std::ranges::binary_search(beside, row)) return false;
  }
  return true;
}

// A first column of 1, 2, 3 …: rows of a table of its own.
bool counts_its_rows(const TableDraft& next) {
  int last = 0;
  for (const DraftRow& row : next.rows) {
    if (row.cells.empty() || row.cells.front().col != 0 || row.cells.front().blank()) continue;
    const auto numbers = text::find_numbers(joined_text(row.cells.front().lines));
    const auto number = numbers.size() == 1 ? checked_int(numbers.front().value) : std::nullopt;
    if (last == 0 && !number) continue;  // the header
    if (!number || *number != last + 1) return false;
    last = *number;
  }
  return last > 1;
}

// Beside the table's header stand words, and no figures.
bool header_holds_words(const TableDraft& table, const TableDraft& next, const std::vector<std::size_t>& beside) {
  bool any = false;
  for (std::size_t i = 0; i < beside.size(); ++i) {
    if (table.rows[beside[i]].kind != RowKind::header) continue;
    for (const DraftCell& cell : next.rows[i].cells) {
      const std::string text = joined_text(cell.lines);
      if (text.find_first_not_of("0123456789.,%- ") == std::string::npos && !text.empty()) return false;
      any = any || !text.empty();
    }
  }
  return any;
}

DraftCell blank_beside(const DraftRow& row, int col, int page_no, const Box& column) {
  const auto height = row.cells.empty() ? std::nullopt : height_of(row, row.cells.back().parts.back().page_no);
  const Box box{column.x0, height ? height->top : column.y0, column.x1, height ? height->bottom : column.y1};
  return {col, 1, {}, {Evidence{page_no, box, TextSource::text, 1}}, false};
}

void append_columns(TableDraft& table, const TableDraft& next, const std::vector<std::size_t>& beside) {
  const int cols = table.cols();
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto at = std::ranges::find(beside, row);
    DraftRow& whole = table.rows[row];
    if (at == beside.end()) {
      for (int col = 0; col < next.cols(); ++col)
        whole.cells.push_back(blank_beside(whole, cols + col, next.first_page, next.box));
      continue;
    }
    for (DraftCell cell : next.rows[static_cast<std::size_t>(at - beside.begin())].cells) {
      cell.col += cols;
      whole.cells.push_back(std::move(cell));
    }
  }
  const double shift = table.col_edges.back() - next.col_edges.front();
  for (auto edge = next.col_edges.begin() + 1; edge != next.col_edges.end(); ++edge)
    table.col_edges.push_back(*edge + shift);
  table.last_page = next.last_page;
  table.last_box = next.last_box;
}

}  // namespace

bool take_in_on_right(TableDraft& table, const TableDraft& next) {
  if (!table.ruled || !next.ruled || next.first_page != table.last_page + 1) return false;
  if (next.rows.size() < kFewestBeside || counts_its_rows(next)) return false;
  const auto beside = rows_beside(table, next);
  if (!beside || !others_are_remarks(table, *beside) || !header_holds_words(table, next, *beside)) return false;
  append_columns(table, next, *beside);
  return true;
}

}  // namespace prongsai::tables
