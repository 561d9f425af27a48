#include "extractors/tables/sheet_headings.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace prongsai::tables {
namespace {

constexpr int kFewestLettered = 2;
constexpr int kFewestNumbered = 3;
constexpr int kAlphabet = 26;

std::string text_of(const DraftCell& cell) {
  std::string text;
  for (const Line& line : cell.lines) text += line.out.raw_text;
  std::erase(text, ' ');
  return text;
}

// A is 1, Z 26, AA 27; nothing for other words.
std::optional<int> column_number(const std::string& letters) {
  constexpr std::size_t kMostLetters = 2;
  if (letters.empty() || letters.size() > kMostLetters) return std::nullopt;
  int number = 0;
  for (const char c : letters) {
    if (c < 'A' || c > 'Z') return std::nullopt;
    number = number * kAlphabet + (c - 'A' + 1);
  }
  return number;
}

std::optional<int> row_number(const std::string& digits) {
  constexpr std::size_t kMostDigits = 5;
  const bool number =
      !digits.empty() && digits.size() <= kMostDigits && digits.find_first_not_of("0123456789") == std::string::npos;
  return number ? std::optional(std::stoi(digits)) : std::nullopt;
}

// Whether the first row holds letters that go on one by one, and nothing in its corner.
bool letters_on_top(const DraftRow& row) {
  std::optional<int> last;
  int count = 0;
  for (const DraftCell& cell : row.cells) {
    if (cell.col == 0 && cell.blank()) continue;
    const auto number = cell.col == 0 ? std::nullopt : column_number(text_of(cell));
    if (!number || (last && *number != *last + 1)) return false;
    last = number;
    ++count;
  }
  return count >= kFewestLettered;
}

// Whether the first column holds numbers that go on one by one, a cell a row.
bool numbers_beside(const std::vector<DraftRow>& rows) {
  std::optional<int> last;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const bool first = !rows[i].cells.empty() && rows[i].cells.front().col == 0;
    const auto number = first ? row_number(text_of(rows[i].cells.front())) : std::nullopt;
    if (!number || (last && *number != *last + 1)) return false;
    last = number;
  }
  return rows.size() > kFewestNumbered;
}

void drop_first_row_and_column(TableDraft& draft) {
  draft.rows.erase(draft.rows.begin());
  for (DraftRow& row : draft.rows) {
    row.cells.erase(row.cells.begin());
    for (DraftCell& cell : row.cells) --cell.col;
  }
  draft.col_edges.erase(draft.col_edges.begin());
}

}  // namespace

std::vector<Line> drop_sheet_headings(TableDraft& draft) {
  std::vector<Line> titles;
  if (draft.rows.size() <= kFewestNumbered || !letters_on_top(draft.rows.front()) || !numbers_beside(draft.rows))
    return titles;
  drop_first_row_and_column(draft);
  const auto table = std::ranges::find_if(draft.rows, [](const DraftRow& row) { return row.filled() > 1; });
  if (table == draft.rows.end()) return titles;
  for (auto row = draft.rows.begin(); row != table; ++row) {
    for (DraftCell& cell : row->cells) std::ranges::move(cell.lines, std::back_inserter(titles));
  }
  draft.rows.erase(draft.rows.begin(), table);
  std::erase_if(draft.rows, &DraftRow::blank);
  for (DraftRow& row : draft.rows) {
    if (row.filled() == 1) row.kind = RowKind::spanning;  // typed over the cells beside it
  }
  return titles;
}

}  // namespace prongsai::tables
