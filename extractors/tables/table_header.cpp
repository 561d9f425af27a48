#include "extractors/tables/table_header.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

// A line is centred when its two margins in the cell differ by less than this, and the smaller is more than a
// cell's padding; it is set left when the right margin is larger by more than kLeftSlack. All in advances.
constexpr double kHeaderCentreSlack = 1.6;
constexpr double kHeaderPadding = 1.0;
constexpr double kLeftSlack = 2.5;
constexpr double kSameText = 0.25;  // edits a code point between a title and its repetition (OCR)
constexpr std::size_t kMostHeaderRows = 4;

using Lines = std::vector<const Line*>;

Lines lines_in(const DraftRow& row) {
  Lines out;
  for (const DraftCell& cell : row.cells) {
    if (cell.repeated) continue;
    for (const Line& line : cell.lines) out.push_back(&line);
  }
  return out;
}

// How the rows of a table's body are set.
struct BodyPrint {
  bool any = false;
  bool bold = false;  // most lines
  std::map<std::string, int> styles;
  bool left = false;  // lines that are plainly set left are found
};

enum class Setting { unclear, left, centred };

Setting setting_of(const Line& line, const Box& cell) {
  const double left = line.box().x0 - cell.x0;
  const double right = cell.x1 - line.box().x1;
  if (right - left > kLeftSlack * line.advance) return Setting::left;
  if (std::min(left, right) > kHeaderPadding * line.advance &&
      std::abs(left - right) < kHeaderCentreSlack * line.advance) {
    return Setting::centred;
  }
  return Setting::unclear;
}

int count_set(const DraftRow& row, Setting wanted) {
  int count = 0;
  for (const DraftCell& cell : row.cells) {
    for (const Line& line : cell.lines) count += setting_of(line, cell.parts.front().box) == wanted ? 1 : 0;
  }
  return count;
}

BodyPrint print_below(const TableDraft& draft, std::size_t row) {
  BodyPrint body;
  int bold = 0;
  int all = 0;
  for (std::size_t r = row + 1; r < draft.rows.size(); ++r) {
    if (draft.rows[r].kind == RowKind::spanning) continue;
    for (const Line* line : lines_in(draft.rows[r])) {
      ++all;
      bold += line->out.bold ? 1 : 0;
      ++body.styles[line->style];
    }
    body.left = body.left || count_set(draft.rows[r], Setting::left) > 0;
  }
  body.any = all > 0;
  body.bold = 2 * bold > all;
  return body;
}

bool bold_row(const DraftRow& row) {
  const Lines lines = lines_in(row);
  return std::all_of(lines.begin(), lines.end(), [](const Line* l) { return l->out.bold; });
}

// Every line of the row is in a style that few lines of the body have. Fonts without names differ in size.
bool own_style(const DraftRow& row, const BodyPrint& body) {
  int all = 0;
  for (const auto& [style, count] : body.styles) all += count;
  const Lines lines = lines_in(row);
  return std::all_of(lines.begin(), lines.end(), [&](const Line* l) {
    const auto found = body.styles.find(l->style);
    return found == body.styles.end() || found->second * 10 < all;
  });
}

bool centred_row(const DraftRow& row, const BodyPrint& body) {
  return body.left && count_set(row, Setting::centred) >= 2 && count_set(row, Setting::left) == 0;
}

// An empty form: titles over rows that nobody filled in.
bool over_blank_rows(const TableDraft& draft, std::size_t row) {
  return std::any_of(draft.rows.begin() + static_cast<std::ptrdiff_t>(row) + 1, draft.rows.end(),
                     [](const DraftRow& r) { return r.kind != RowKind::spanning; });
}

bool is_header(const TableDraft& draft, std::size_t r) {
  const DraftRow& row = draft.rows[r];
  if (row.kind == RowKind::spanning || row.filled() < 2) return false;
  const BodyPrint body = print_below(draft, r);
  if (!body.any) return bold_row(row) || (over_blank_rows(draft, r) && row.filled() == row.cells.size());
  if (bold_row(row) && !body.bold) return true;
  return own_style(row, body) || centred_row(row, body);
}

// The figure of a column that is all a cell says: ๑, (๑), ๑.
std::optional<int> lone_number(const DraftCell& cell) {
  constexpr int kMostColumns = 99;
  std::optional<int> value;
  for (const char32_t c : text::to_utf32(joined_text(cell.lines))) {
    if (value > kMostColumns) return std::nullopt;
    if (text::is_digit(c))
      value = value.value_or(0) * 10 + text::digit_value(c);
    else if (c != U'(' && c != U')' && c != U'.' && !text::is_blank(c))
      return std::nullopt;
  }
  return value;
}

// (๑) (๒) (๓) under the titles: column numbers belong to the header.
bool column_numbers(const DraftRow& row) {
  int expected = 1;
  for (const DraftCell& cell : row.cells) {
    if (lone_number(cell) != expected++) return false;
  }
  return expected > 3;
}

// The first of numbered rows: no title is the figure 1 alone, but for the first of column numbers or of ratings.
bool begins_a_count(const DraftRow& row) {
  std::vector<const DraftCell*> own;
  for (const DraftCell& cell : row.cells) {
    if (!cell.repeated && !cell.blank()) own.push_back(&cell);
  }
  return own.size() > 1 && lone_number(*own[0]) == 1 && !lone_number(*own[1]);
}

bool has_wide_cell(const DraftRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const DraftCell& c) { return c.col_span > 1; });
}

bool hangs_on_row_above(const DraftRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const DraftCell& c) { return c.repeated; });
}

// Rows below the first title row that belong to it: levels under a wide title, down to the end of the tallest title
// beside it; column numbers.
std::size_t header_end(const TableDraft& draft, std::size_t first) {
  std::size_t end = first + 1;
  bool levels = has_wide_cell(draft.rows[first]);
  while (end < draft.rows.size() && end - first < kMostHeaderRows) {
    const DraftRow& row = draft.rows[end];
    const bool level = levels && !begins_a_count(row) &&
                       (hangs_on_row_above(row) || (has_wide_cell(draft.rows[end - 1]) && is_header(draft, end)));
    if (!level && !column_numbers(row)) break;
    levels = levels || has_wide_cell(row);
    ++end;
  }
  return end;
}

// A title over all columns, or, where its frame was cut, the only one of its row and over several.
bool is_banner(const DraftRow& row) {
  return row.kind == RowKind::spanning || (row.filled() == 1 && has_wide_cell(row) && !hangs_on_row_above(row));
}

// The first row that is no banner.
std::size_t first_row(const TableDraft& draft) {
  std::size_t r = 0;
  while (r < draft.rows.size() && is_banner(draft.rows[r])) ++r;
  return r;
}

// Titles in two levels, however they are set: a wide one that the next row divides, beside ones that reach down into
// it.
bool in_levels(const TableDraft& draft, std::size_t first) {
  if (first + 2 >= draft.rows.size() || !has_wide_cell(draft.rows[first])) return false;
  const DraftRow& below = draft.rows[first + 1];
  return hangs_on_row_above(below) && draft.rows[first].filled() >= 2 &&
         std::any_of(below.cells.begin(), below.cells.end(),
                     [](const DraftCell& c) { return !c.repeated && !c.blank(); });
}

}  // namespace

HeaderRows printed_header(const TableDraft& draft) {
  const std::size_t first = first_row(draft);
  if (first >= draft.rows.size() || (!is_header(draft, first) && !in_levels(draft, first))) return {};
  return {first, header_end(draft, first)};
}

HeaderRows assumed_header(const TableDraft& draft) {
  const std::size_t first = first_row(draft);
  if (first + 1 >= draft.rows.size()) return {};
  const DraftRow& row = draft.rows[first];
  if (row.filled() < row.cells.size() || row.cells.size() < 2) return {};
  std::size_t letters = 0;
  for (const Line* line : lines_in(row)) letters += text::length(line->out.text);
  std::size_t body = 0;
  std::size_t rows = 0;
  for (std::size_t r = first + 1; r < draft.rows.size(); ++r) {
    if (draft.rows[r].kind == RowKind::spanning || draft.rows[r].blank()) continue;
    for (const Line* line : lines_in(draft.rows[r])) body += text::length(line->out.text);
    ++rows;
  }
  if (rows == 0 || letters * rows >= body) return {};
  const bool numbered = std::any_of(row.cells.begin(), row.cells.end(), [](const DraftCell& cell) {
    const std::u32string codes = text::to_utf32(joined_text(cell.lines));
    return !codes.empty() && text::is_digit(codes.front());
  });
  if (numbered) return {};
  return {first, header_end(draft, first)};
}

void mark_header(TableDraft& draft, HeaderRows rows) {
  for (std::size_t r = 0; r < rows.begin; ++r) {
    if (draft.rows[r].kind == RowKind::body && is_banner(draft.rows[r])) draft.rows[r].kind = RowKind::spanning;
  }
  for (std::size_t r = rows.begin; r < rows.end; ++r) draft.rows[r].kind = RowKind::header;
}

bool set_alike(const DraftRow& a, const DraftRow& b) {
  std::set<std::string> styles;
  for (const Line* line : lines_in(a)) styles.insert(line->style);
  const Lines lines = lines_in(b);
  return !styles.empty() && !lines.empty() &&
         std::all_of(lines.begin(), lines.end(), [&](const Line* l) { return styles.contains(l->style); });
}

bool same_titles(const DraftRow& a, const DraftRow& b) {
  std::size_t filled = 0;
  std::size_t same = 0;
  for (const DraftCell& cell : a.cells) {
    if (cell.blank()) continue;
    ++filled;
    const auto other =
        std::find_if(b.cells.begin(), b.cells.end(), [&](const DraftCell& c) { return c.col == cell.col; });
    if (other == b.cells.end() || other->blank()) continue;
    const std::vector<std::string> candidates{joined_text(other->lines)};
    same += text::best_match(joined_text(cell.lines), candidates, kSameText).has_value() ? 1U : 0U;
  }
  return filled >= 2 && 2 * same >= filled && same >= 2;
}

}  // namespace prongsai::tables
