#include "extractors/tables/row_joins.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "extractors/tables/line_ends.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

constexpr double kPitch = 2.4;        // advances: the distance of two lines of body text, roughly
constexpr double kCellPadding = 1.0;  // advances between a cell's side and its text
// A cell that the page break cut is filled nearly to its foot. Programs keep two lines of a paragraph together, so
// up to that much may be left blank, and the foot's padding.
constexpr double kMostBlankLines = 3.5;
// A table that ends this many lines above the foot of the page had room to go on.
constexpr double kRoomLines = 5;
// A row of which only the upper padding stood before the break is at most this high.
constexpr double kStripLines = 3;

// Weights of the evidence, from trials on reports whose rows are known; the sign of the sum decides.
constexpr int kOpenFoot = 3;
constexpr int kFirstCellBlank = 4;
constexpr int kOtherCellBlank = 1;
constexpr int kGoesOnInSentence = 1;
constexpr int kEndedBefore = -2;
constexpr int kListGoesOn = 2;         // the lower cell begins with the list's next number
constexpr int kListGoesOnInside = 30;  // … or holds it after the rest of an item: nothing but a cut does that
constexpr int kListBeginsAgain = -3;
constexpr int kParallelStart = -12;  // both first cells begin with a number, or with the same words and a number
constexpr int kTwoFigures = -12;     // a figure alone in each: a break cuts no figure in two
constexpr int kTwoDates = -4;        // a month or day alone in each: rarely two of one row
constexpr int kBlankFoot = -1;       // a cell that ended far above the break
constexpr int kRoomLeft = -3;

const DraftCell* cell_at(const DraftRow& row, int col) {
  const auto found = std::find_if(row.cells.begin(), row.cells.end(), [&](const DraftCell& c) { return c.col == col; });
  return found == row.cells.end() ? nullptr : &*found;
}

struct ListItem {
  int number = 0;
  bool leads = false;  // it stands at the very beginning
};

// The numbers of the list items that begin in a cell.
std::vector<ListItem> list_items(const DraftCell& cell) {
  std::vector<ListItem> items;
  for (const auto& number : text::find_list_numbers(joined_text(cell.lines))) {
    if (!number.parts.empty()) items.push_back({number.parts.back(), number.begin == 0});
  }
  return items;
}

// The words that a text begins with up to its first number; nothing when no number follows within a few words.
std::optional<std::string> words_before_number(const DraftCell& cell) {
  constexpr std::size_t kMostLetters = 24;
  const std::u32string codes = text::to_utf32(joined_text(cell.lines));
  const auto digit = std::find_if(codes.begin(), codes.end(), text::is_digit);
  const auto before = static_cast<std::size_t>(digit - codes.begin());
  if (digit == codes.end() || before > kMostLetters) return std::nullopt;
  return text::fuzzy_key(text::to_utf8(codes.substr(0, before)));
}

// "๕. …" and "๖. …", or "ตัวชี้วัดที่ ๒ …" and "ตัวชี้วัดที่ ๕ …": two rows that begin alike.
bool parallel_starts(const DraftCell& upper, const DraftCell& lower) {
  const auto a = words_before_number(upper);
  const auto b = words_before_number(lower);
  if (!a || !b || *a != *b) return false;
  return !a->empty() || list_items(upper).size() <= 1;  // a list within one cell also begins with numbers
}

// "๒๙.๘๗" over "๒๕.๑๙".
bool are_lone_figures(const DraftCell& upper, const DraftCell& lower) {
  return text::parse_number(joined_text(upper.lines)) && text::parse_number(joined_text(lower.lines));
}

bool is_one_date(const DraftCell& cell) {
  const std::string text = joined_text(cell.lines);
  const auto dates = text::find_dates(text);
  return dates.size() == 1 && dates.front().begin == 0 && dates.front().end == text.size();
}

// What the numbers of a list that runs through a column say; nothing when they say nothing.
std::optional<int> list_evidence(const DraftCell& upper, const DraftCell& lower) {
  const auto below = list_items(lower);
  if (below.empty()) return std::nullopt;
  const auto above = list_items(upper);
  if (above.empty()) return below.front().leads ? std::optional(0) : std::nullopt;
  const bool next = below.front().number == above.back().number + 1;
  if (next) return below.front().leads ? kListGoesOn : kListGoesOnInside;
  if (!below.front().leads) return std::nullopt;
  return below.front().number == 1 ? kListBeginsAgain : 0;
}

// What one column says for (+) or against (−) the row going on. Both cells hold text.
int column_evidence(const DraftCell& upper, const DraftCell& lower) {
  if (lower.col == 0 && parallel_starts(upper, lower)) return kParallelStart;
  if (are_lone_figures(upper, lower)) return kTwoFigures;
  if (is_one_date(upper) && is_one_date(lower)) return kTwoDates;
  if (const auto list = list_evidence(upper, lower)) return *list;
  const Line& last = upper.lines.back();
  const Line& next = lower.lines.front();
  const int foot = upper.last_box().y1 - last.baseline > kMostBlankLines * kPitch * last.advance ? kBlankFoot : 0;
  if (text::leading_number(next.out.text)) return foot;  // a dash tells no order
  const double room = upper.last_box().x1 - kCellPadding * last.advance - last.box().x1;
  return foot + (line_is_full(last, next, room) ? kGoesOnInSentence : kEndedBefore);
}

bool same_columns(const DraftRow& a, const DraftRow& b) {
  return a.kind == b.kind &&
         std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                    [](const DraftCell& x, const DraftCell& y) { return x.col == y.col && x.col_span == y.col_span; });
}

// The table's upper part ends so far above the foot of full pages that another line would have fitted.
bool room_left(const DraftRow& upper, double page_foot) {
  const auto cell = std::find_if(upper.cells.begin(), upper.cells.end(), [](const DraftCell& c) { return !c.blank(); });
  if (cell == upper.cells.end() || page_foot <= 0) return false;
  return page_foot - cell->last_box().y1 > kRoomLines * kPitch * cell->lines.back().advance;
}

}  // namespace

bool row_goes_on(const DraftRow& upper, const DraftRow& lower, const BreakContext& context) {
  if (!same_columns(upper, lower) || lower.blank()) return false;
  int sum = context.open ? kOpenFoot : 0;
  const bool headless = lower.cells.front().blank() && !upper.cells.front().blank();
  if (headless) sum += kFirstCellBlank;
  for (const DraftCell& next : lower.cells) {
    const DraftCell* cell = cell_at(upper, next.col);
    if (next.blank())  // below a merged cell nothing else is to be expected
      sum += next.col > 0 && !cell->blank() && !cell->repeated ? kOtherCellBlank : 0;
    else
      sum += cell->blank() ? kBlankFoot : column_evidence(*cell, next);
  }
  if (!headless && room_left(upper, context.page_foot)) sum += kRoomLeft;
  return sum > 0;
}

bool is_blank_strip(const DraftRow& row, bool open, double advance) {
  if (!row.blank()) return false;
  return row.cells.front().last_box().height() < (open ? kStripLines : 1.0) * kPitch * advance;
}

void join_rows(DraftRow& upper, DraftRow&& lower) {
  for (DraftCell& cell : upper.cells) {
    const auto next =
        std::find_if(lower.cells.begin(), lower.cells.end(), [&](const DraftCell& c) { return c.col == cell.col; });
    if (next == lower.cells.end()) continue;
    std::move(next->lines.begin(), next->lines.end(), std::back_inserter(cell.lines));
    std::move(next->parts.begin(), next->parts.end(), std::back_inserter(cell.parts));
  }
}

}  // namespace prongsai::tables
