#include "pipeline/checks/numbering.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/checked_int.hpp"
#include "models/record_view.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

std::string code_of(Step step) {
  return step == Step::gap ? "numbering_gap" : "numbering_repeat";
}

std::string joined(const std::vector<int>& numbers) {
  std::string out;
  for (const int number : numbers) out += (out.empty() ? "" : ", ") + std::to_string(number);
  return out;
}

// A marker's look: ๓. ๓) (๓), with the digits of either script.
bool shows_marker(const std::string& squeezed, int number, const std::string& style) {
  const std::size_t digit = style.find('N');
  const std::string marker = style.substr(0, digit) + std::to_string(number) + style.substr(digit + 1);
  for (std::size_t at = squeezed.find(marker); at != std::string::npos; at = squeezed.find(marker, at + 1)) {
    if (at == 0 || std::isdigit(static_cast<unsigned char>(squeezed[at - 1])) == 0) return true;
  }
  return false;
}

// A scan often loses the point: "๒ แจ้งเวียน". A number standing alone before words, which counts nothing.
bool shows_bare_number(std::string_view text, int number) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && text[at - 1] != ' ') continue;
    const auto marker = text::leading_number(text.substr(at));
    if (marker && marker->begin == 0 && marker->style == "N" && marker->parts.front() == number) return true;
  }
  return false;
}

// One cell as its lists are looked for.
struct ListText {
  const std::string& text;
  std::string squeezed;  // digits as 0–9
  bool scanned = false;
  std::set<std::string> misread;  // styles with a stray number since the last one that fitted
};

// The skipped numbers that stand in the text all the same: behind a word like ที่ or หน้า ("เจ้าหน้าที่ 2. …") a marker
// reads as that word's number, and whoever looks for lists in joined text passes it over.
void fill_in(std::vector<int>& list, int next, const ListText& cell, const std::string& style) {
  if (list.empty() || step_between(list.back(), next) != Step::gap) return;
  for (int skipped = list.back() + 1; skipped < next; ++skipped) {
    const bool shown = shows_marker(cell.squeezed, skipped, style) || cell.misread.contains(style) ||
                       (cell.scanned && shows_bare_number(cell.text, skipped));
    if (shown) list.push_back(skipped);
  }
}

// The lists of one cell: its markers by style, in order, cut where a list begins again.
std::vector<std::vector<int>> lists_in(const CellRecord& from) {
  const std::string& text = from.text;
  ListText cell{text, text::ascii_digits(without_blanks(text)), from.at.source == TextSource::ocr, {}};
  std::map<std::string, std::vector<int>> by_style;
  std::vector<std::vector<int>> lists;
  for (const text::ListNumber& marker : text::find_list_numbers(text)) {
    if (marker.parts.size() != 1 || !counts_as_list(marker) || is_decimal(text, marker)) continue;
    std::vector<int>& list = by_style[marker.style];
    const int number = marker.parts.front();
    fill_in(list, number, cell, marker.style);
    const Step step = list.empty() ? Step::next : step_between(list.back(), number);
    if (step == Step::unrelated && cell.scanned) cell.misread.insert(marker.style);
    if (step == Step::unrelated || (list.empty() && number != 1)) continue;
    cell.misread.erase(marker.style);
    if (step == Step::restart) {
      lists.push_back(std::move(list));
      list.clear();
    }
    list.push_back(number);
  }
  for (auto& [style, list] : by_style) lists.push_back(std::move(list));
  return lists;
}

void add_faults(const std::vector<int>& numbers, const CellRecord& at, std::vector<Finding>& findings) {
  for (const ListFault& fault : list_faults(numbers)) {
    Finding finding = finding_in_cell(code_of(fault.step), at, joined(numbers));
    finding.values["numbers"] = joined(numbers);
    findings.push_back(std::move(finding));
  }
}

// Another row's words, the number apart? A cell that spans two rows repeats its number with its words; ticks and dashes
// are alike in any two rows.
bool same_words(const RecordRow& a, const RecordRow& b) {
  constexpr std::size_t kFewestLetters = 4;
  return std::any_of(a.cells.begin(), a.cells.end(), [&](const CellRecord* cell) {
    const CellRecord* other = b.at(cell->col_no);
    return cell->column_key != ColumnKey::sequence && other != nullptr && other->text == cell->text &&
           text::length(cell->text) >= kFewestLetters;
  });
}

// One printed cell that spans both rows.
bool same_cell(const CellRecord& a, const CellRecord& b) {
  return a.at.page_no == b.at.page_no && a.at.box.y0 == b.at.box.y0 && a.at.box.y1 == b.at.box.y1;
}

// Numbers of which many come twice number groups of rows, not rows.
bool numbers_groups(const std::vector<int>& numbers) {
  std::size_t repeats = 0;
  for (std::size_t i = 1; i < numbers.size(); ++i) repeats += numbers[i] == numbers[i - 1] ? 1U : 0U;
  return repeats > 1;
}

// "1, 1, 2, 1, 2, 1": each part of the table counts from 1 on, and one of them has a single row.
bool begins_again(const std::vector<int>& numbers) {
  int lists = 0;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (numbers[i] == numbers[i - 1] + 1) continue;
    if (numbers[i] != 1) return false;
    lists += numbers[i - 1] > 1 ? 1 : 0;
  }
  return lists > 1;
}

// "1, 1, 2, 3, 2, 4, 5, 3, 6": groups and what is in them are counted in one column, each from 1 on without a gap.
bool counts_groups_and_members(const std::vector<int>& numbers) {
  constexpr int kFewest = 3;  // of either
  std::set<std::pair<int, int>> reached{{0, 0}};
  for (const int number : numbers) {
    std::set<std::pair<int, int>> next;
    for (const auto& [groups, members] : reached) {
      if (number == groups + 1) next.insert({number, members});
      if (number == members + 1) next.insert({groups, number});
    }
    reached = std::move(next);
  }
  return std::ranges::any_of(reached, [](const auto& end) { return std::min(end.first, end.second) >= kFewest; });
}

}  // namespace

bool is_decimal(const std::string& text, const text::ListNumber& marker) {
  const std::string rest = text::ascii_digits(without_blanks(text.substr(marker.end, 12)));
  return marker.style == "N." && !rest.empty() && std::isdigit(static_cast<unsigned char>(rest.front())) != 0;
}

// A bare number at the start of a line may be anything: an amount, a day, an item.
bool counts_as_list(const text::ListNumber& marker) {
  return !marker.parts.empty() && marker.style != "N";
}

Step step_between(int last, int number) {
  constexpr int kWidestGap = 3;  // a list seldom loses more; a larger jump is another number (๑๕ วัน)
  if (number == last) return Step::repeat;
  if (number == last + 1) return Step::next;
  if (number == 1) return Step::restart;
  if (number > last && number <= last + kWidestGap) return Step::gap;
  return Step::unrelated;
}

std::vector<int> without_misreadings(std::vector<int> numbers) {
  for (std::size_t i = 1; i + 1 < numbers.size(); ++i) {
    if (numbers[i + 1] == numbers[i - 1] + 2) numbers[i] = numbers[i - 1] + 1;
  }
  return numbers;
}

std::vector<ListFault> list_faults(const std::vector<int>& numbers) {
  std::vector<ListFault> faults;
  const auto has = [&](Step step) {
    return std::any_of(faults.begin(), faults.end(), [step](const ListFault& fault) { return fault.step == step; });
  };
  int repeated = 0;  // numbers that stand in another's place: 1 2 2 4 repeats, and skips nothing
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const Step step = step_between(numbers[i - 1], numbers[i]);
    if (step == Step::repeat) {
      if (!has(step)) faults.push_back({step, i});
      ++repeated;
    } else if (step == Step::gap) {
      if (numbers[i] - numbers[i - 1] - 1 <= repeated) continue;
      if (!has(step)) faults.push_back({step, i});
    }
  }
  return faults;
}

std::vector<Finding> faults_in_cells(const CheckInput& input) {
  std::vector<Finding> findings;
  for (const CellRecord& cell : input.record.cells) {
    if (cell.annexed_template || cell.column_key == ColumnKey::sequence) continue;
    for (const std::vector<int>& list : lists_in(cell)) {
      add_faults(cell.at.source == TextSource::ocr ? without_misreadings(list) : list, cell, findings);
    }
  }
  return findings;
}

std::vector<Finding> faults_in_sequences(const CheckInput& input) {
  std::vector<Finding> findings;
  const RecordView rows(input.record);
  for (const TableRecord& table : input.record.tables) {
    if (table.annexed_template || table.role == "announcement") continue;  // ranks may be shared and skipped
    std::vector<int> numbers;
    std::vector<const CellRecord*> cells;
    RecordRow previous;
    for (const RecordRow& row : rows.of(table.table_no)) {
      const CellRecord* cell = row.of(ColumnKey::sequence);
      const auto marker = cell != nullptr ? text::find_numbers(cell->text) : std::vector<text::Number>();
      if (marker.size() != 1 || marker.front().decimals > 0) continue;
      const std::optional<int> number = checked_int(marker.front().value);
      if (!number) continue;
      const bool spanned = !numbers.empty() && *number == numbers.back() &&
                           (same_words(previous, row) || same_cell(*cells.back(), *cell));
      previous = row;
      if (spanned) continue;
      numbers.push_back(*number);
      cells.push_back(cell);
    }
    if (numbers.empty() || numbers.front() != 1 || numbers_groups(numbers)) continue;
    if (counts_groups_and_members(numbers) || begins_again(numbers)) continue;
    for (const ListFault& fault : list_faults(numbers)) {
      Finding finding = finding_in_cell(code_of(fault.step), *cells[fault.at], joined(numbers));
      finding.values["numbers"] = joined(numbers);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

std::vector<Finding> numbering_faults(const CheckInput& input, const std::string& code) {
  std::vector<Finding> findings;
  for (auto* source : {faults_in_cells, faults_in_sequences, faults_in_paragraphs}) {
    for (Finding& finding : source(input)) {
      if (finding.code == code) findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace prongsai::checks
