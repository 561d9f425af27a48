#include "extractors/tables/row_joins.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "extractors/tables/line_ends.hpp"
#include "extractors/text/list_numbers.hpp"

namespace prongsai::tables {
namespace {

constexpr double kPitch = 2.4;    // advances: the distance of two lines of body text, roughly
constexpr double kPadding = 1.0;  // advances between a cell's side and its text
// A cell that the page break cut is filled nearly to its foot. Programs keep two lines of a paragraph together, so
// up to that much may be left blank, and the foot's padding.
constexpr double kMostBlankLines = 3.5;
// A table that ends this many lines above the foot of the page had room to go on.
constexpr double kRoomLines = 5;

// Weights of the evidence, from trials on reports whose rows are known; the sign of the sum decides.
constexpr int kOpenFoot = 3;
constexpr int kFirstCellBlank = 3;
constexpr int kGoesOnInSentence = 1;
constexpr int kEndedBefore = -2;
constexpr int kListGoesOn = 2;
constexpr int kListBeginsAgain = -2;
constexpr int kNextInSequence = -6;
constexpr int kRoomLeft = -3;

const DraftCell* cell_at(const DraftRow& row, int col) {
  const auto found = std::find_if(row.cells.begin(), row.cells.end(), [&](const DraftCell& c) { return c.col == col; });
  return found == row.cells.end() ? nullptr : &*found;
}

bool blank_row(const DraftRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const DraftCell& c) { return c.blank(); });
}

double blank_foot(const DraftCell& cell) { return cell.last_box().y1 - cell.lines.back().baseline; }

// The number of the last list item that begins in these lines.
std::optional<int> last_number(const std::vector<Line>& lines) {
  std::optional<int> last;
  for (const Line& line : lines) {
    for (const auto& number : text::find_list_numbers(line.out.text)) {
      if (!number.parts.empty()) last = number.parts.back();
    }
  }
  return last;
}

std::optional<int> first_number(const DraftCell& cell) {
  const auto number = text::leading_number(cell.lines.front().out.text);
  if (!number || number->parts.empty()) return std::nullopt;
  return number->parts.back();
}

bool only_number(const DraftCell& cell) {
  const auto number = text::leading_number(joined_text(cell.lines));
  return number && number->end >= joined_text(cell.lines).size();
}

// What one column says for (+) or against (−) the row going on.
int column_evidence(const DraftCell& upper, const DraftCell& lower) {
  const Line& last = upper.lines.back();
  const Line& next = lower.lines.front();
  const auto number = first_number(lower);
  if (number) {
    const auto before = last_number(upper.lines);
    if (before && *number == *before + 1) return kListGoesOn;
    return *number == 1 && before ? kListBeginsAgain : 0;
  }
  const double room = upper.last_box().x1 - kPadding * last.advance - last.box().x1;
  return line_is_full(last, next, room) ? kGoesOnInSentence : kEndedBefore;
}

bool next_in_sequence(const DraftCell& upper, const DraftCell& lower) {
  return only_number(lower) && !upper.blank();
}

}  // namespace

bool row_goes_on(const DraftRow& upper, const DraftRow& lower, const BreakContext& context) {
  if (upper.kind != lower.kind || upper.cells.size() != lower.cells.size() || blank_row(lower)) return false;
  int sum = context.open ? kOpenFoot : 0;
  bool first = true;
  double foot = 0;
  double advance = 0;
  for (const DraftCell& next : lower.cells) {
    const DraftCell* cell = cell_at(upper, next.col);
    if (cell == nullptr || cell->col_span != next.col_span) return false;
    if (next.blank()) {
      if (first && !cell->blank()) sum += kFirstCellBlank;
      first = false;
      continue;
    }
    first = false;
    if (cell->blank()) {
      if (!context.open) return false;
      continue;
    }
    if (next.col == 0 && next_in_sequence(*cell, next)) sum += kNextInSequence;
    advance = next.lines.front().advance;
    if (blank_foot(*cell) > kMostBlankLines * kPitch * advance) return false;
    foot = std::max(foot, cell->last_box().y1);
    sum += column_evidence(*cell, next);
  }
  if (context.page_foot > 0 && context.page_foot - foot > kRoomLines * kPitch * advance) sum += kRoomLeft;
  return sum > 0;
}

void join_rows(DraftRow& upper, DraftRow&& lower) {
  for (DraftCell& cell : upper.cells) {
    const auto next = std::find_if(lower.cells.begin(), lower.cells.end(),
                                   [&](const DraftCell& c) { return c.col == cell.col; });
    if (next == lower.cells.end()) continue;
    std::move(next->lines.begin(), next->lines.end(), std::back_inserter(cell.lines));
    std::move(next->parts.begin(), next->parts.end(), std::back_inserter(cell.parts));
  }
}

}  // namespace prongsai::tables
