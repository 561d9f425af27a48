// The report announces N things and lists M: "จำนวน ๖ ข้อ ดังนี้", and four follow.
//
// What is listed: numbers in the rest of the same paragraph; else the numbered paragraphs that follow; else the rows of
// the table that follows, or of the one that is named ("ตามตารางที่ 3-1"); of offices, those that the table tells scores
// of. Where nothing countable follows, nothing is said.
#include <algorithm>
#include <map>
#include <set>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/checked_int.hpp"
#include "models/record_view.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/numbering.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

struct Announcement {
  int count = 0;
  std::string unit;   // ข้อ, มาตรการ, ประเด็น …
  Span place;         // in the original text: from the number to the end of "ดังนี้"
  std::string table;  // the number of the table that is named: "3-1"; "" where none is
};

// "3-1" of "3-1 ทั้งนี้": what numbers a table.
std::string table_number(const std::string& text) {
  const std::string folded = text::ascii_digits(text);
  return folded.substr(0, std::min(folded.find_first_not_of("0123456789.-"), folded.size()));
}

// "จำนวน ๓ (สาม) มาตรการ ในการ… ดังนี้": number, unit, and not far behind it the words that open a list.
std::optional<Announcement> announcement_in(const std::string& text, const CodeRule& rule) {
  const Squeezed squeezed = squeeze(text);
  const auto openings = find_phrases(squeezed.text, text::lexicon().divisions.opens_list.texts());
  const auto references = find_phrases(squeezed.text, rule.list("names_table"));
  if (openings.empty() && references.empty()) return std::nullopt;
  const bool by_name = openings.empty();
  const Span opening = by_name ? references.front() : openings.back();
  const auto reach = static_cast<std::size_t>(rule.threshold("reach"));
  std::optional<Announcement> found;
  for (const text::Number& number : text::find_numbers(squeezed.text)) {
    if (number.end > opening.begin || number.decimals > 0 || number.value < 1 || number.value > rule.threshold("most"))
      continue;
    if (!ends_with_any(before(squeezed.text, number.begin, 12), rule.list("announces"))) continue;
    std::string_view tail = after(squeezed.text, number.end, 40);
    if (tail.starts_with("(")) tail.remove_prefix(std::min(tail.find(')') + 1, tail.size()));
    const auto& units = rule.list("units");
    const auto unit =
        std::find_if(units.begin(), units.end(), [&](const std::string& u) { return tail.starts_with(u); });
    const std::string_view between = std::string_view(squeezed.text).substr(number.end, opening.begin - number.end);
    if (unit == units.end() || after(between, 0, reach).size() != between.size()) continue;
    found = {static_cast<int>(number.value),
             *unit,
             {squeezed.origin[number.begin], squeezed.origin[opening.end]},
             by_name ? table_number(squeezed.text.substr(opening.end)) : std::string()};
    if (by_name && found->table.empty()) found.reset();
  }
  return found;
}

// "แผนมาตรการ … (จำนวน 12 มาตรการ)", "5 มาตรการ ปีงบประมาณ พ.ศ. 2569": a title that says how many its table holds.
std::optional<Announcement> announcement_over_table(const std::string& text, const CodeRule& rule) {
  constexpr std::size_t kLongestTitle = 120;  // code points
  if (text::length(text) > kLongestTitle) return std::nullopt;
  const Squeezed squeezed = squeeze(text);
  for (const text::Number& number : text::find_numbers(squeezed.text)) {
    if (number.decimals > 0 || number.value < 2 || number.value > rule.threshold("most")) continue;
    const bool told =
        number.begin == 0 || ends_with_any(before(squeezed.text, number.begin, 12), rule.list("title_counts"));
    const std::string_view tail = std::string_view(squeezed.text).substr(number.end);
    for (const std::string& unit : rule.list("counted_in_titles")) {
      if (told && tail.starts_with(unit))
        return Announcement{static_cast<int>(number.value),
                            unit,
                            {squeezed.origin[number.begin], squeezed.origin[number.end - 1] + 1},
                            {}};
    }
  }
  return std::nullopt;
}

// How many items a list has, counted in two ways that may differ for good reasons.
struct Count {
  int items = 0;
  int otherwise = 0;

  [[nodiscard]] bool is(int number) const { return items == number || otherwise == number; }
};

class Listed {
 public:
  Listed(const CheckInput& input, const CodeRule& rule)
      : record_(input.record), view_(input.record), rule_(rule), ranges_(input.rules.item_ranges()) {}

  // What follows a paragraph; none where no list does.
  [[nodiscard]] std::optional<Count> after(std::size_t paragraph, const Announcement& announced) const {
    if (!announced.table.empty()) return rows_of_named(announced.table);
    const std::string rest = record_.paragraphs[paragraph].text.substr(announced.place.end);
    if (const int inline_items = items_inside(rest); inline_items > 0) return Count{inline_items, inline_items};
    if (!is_unfilled(rest)) return std::nullopt;  // the sentence goes on: no list begins here
    const TableRecord* table = table_next(paragraph);
    const auto& offices = rule_.list("offices");
    if (std::ranges::find(offices, announced.unit) != offices.end())
      return table != nullptr ? offices_in(*table) : std::nullopt;
    const Count count = table != nullptr ? rows_in(*table) : paragraphs_after(paragraph, announced.unit);
    return count.items > 0 ? std::optional(count) : std::nullopt;
  }

  // What the table below a title lists, where the report has no other such table and the numbers of its rows agree.
  [[nodiscard]] std::optional<Count> below_title(std::size_t paragraph) const {
    const TableRecord* table = table_next(paragraph);
    const auto lists = [](const TableRecord& one) {
      return std::ranges::any_of(one.columns,
                                 [](const ColumnRecord& column) { return column.key == ColumnKey::measure; });
    };
    if (table == nullptr || !lists(*table) || std::ranges::count_if(record_.tables, lists) != 1) return std::nullopt;
    int filled = 0;
    int last = 0;
    for (const RecordRow& row : view_.of(table->table_no)) {
      for (const CellRecord* cell : row.cells) {
        filled += cell->column_key == ColumnKey::measure && !is_unfilled(cell->text) ? 1 : 0;
        const auto numbers =
            cell->column_key == ColumnKey::sequence ? text::find_numbers(cell->text) : std::vector<text::Number>();
        if (!numbers.empty()) last = std::max(last, checked_int(numbers.front().value).value_or(0));
      }
    }
    return last == 0 || last == filled ? std::optional(Count{filled, filled}) : std::nullopt;
  }

 private:
  static int items_inside(const std::string& text) {
    std::map<std::string, int> by_style;
    std::string first;
    for (const text::ListNumber& marker : text::find_list_numbers(text)) {
      if (marker.parts.size() != 1 || !counts_as_list(marker)) continue;
      if (first.empty()) first = marker.style;
      ++by_style[marker.style];
    }
    return first.empty() || by_style[first] < 2 ? 0 : by_style[first];
  }

  // What begins an item: its marker's style; or, in lists without numbers, the unit itself with a code or number
  // ("ตัวชี้วัดข้อ ๒๙ …").
  [[nodiscard]] std::string item_style(const std::string& text, const std::string& unit) const {
    const auto marker = text::leading_number(text);
    if (marker && marker->style != "N") return marker->style + "/" + std::to_string(marker->parts.size());
    const std::string head = without_blanks(clip(text, 40));
    if (head.starts_with(unit) && !text::find_item_codes(clip(text, 40), ranges_).empty()) return "unit";
    return "";
  }

  [[nodiscard]] Count paragraphs_after(std::size_t paragraph, const std::string& unit) const {
    const auto lookahead = static_cast<std::size_t>(rule_.threshold("paragraphs_between"));
    std::string style;
    int items = 0;
    int last = 0;
    std::size_t last_at = paragraph;
    for (std::size_t i = paragraph + 1; i < record_.paragraphs.size() && i <= last_at + lookahead; ++i) {
      const ParagraphRecord& next = record_.paragraphs[i];
      if (next.role == ParagraphRole::heading && style.empty()) break;
      const std::string its_style = item_style(next.text, unit);
      if (style.empty()) {
        if (its_style.empty() || i > paragraph + 1) break;
        style = its_style;
      }
      if (its_style != style) continue;
      const auto marker = text::leading_number(next.text);
      const int number = marker && !marker->parts.empty() ? marker->parts.back() : 0;
      if (number > 0 && last > 0 && (number < last || number > last + 3)) break;  // another list
      if (number == 0 && i > last_at + 1) break;                                  // bullets go on at once or not at all
      last = number;
      last_at = i;
      ++items;
    }
    // A scan may lose an item's number; the last number then tells how many there are.
    const bool scanned = record_.paragraphs[paragraph].at.source == TextSource::ocr;
    return {items, scanned && last > items ? last : items};
  }

  [[nodiscard]] const TableRecord* table_next(std::size_t paragraph) const {
    const Evidence& here = record_.paragraphs[paragraph].at;
    const Evidence* next = paragraph + 1 < record_.paragraphs.size() ? &record_.paragraphs[paragraph + 1].at : nullptr;
    for (const TableRecord& table : record_.tables) {
      if (reads_before(here, table.at) && (next == nullptr || reads_before(table.at, *next))) return &table;
    }
    return nullptr;
  }

  // The table whose caption begins with that number.
  [[nodiscard]] std::optional<Count> rows_of_named(const std::string& number) const {
    for (std::size_t i = 0; i < record_.paragraphs.size(); ++i) {
      const std::string text = without_blanks(record_.paragraphs[i].text);
      const std::size_t word = begins_with_word(text);
      if (word == 0 || table_number(text.substr(word)) != number) continue;
      const TableRecord* table = table_next(i);
      return table != nullptr ? std::optional(rows_in(*table)) : std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t begins_with_word(std::string_view text) const {
    for (const std::string& word : rule_.list("captions")) {
      if (text.starts_with(word)) return word.size();
    }
    return 0;
  }

  // Offices as columns: those that the table tells scores of. Where they are rows, some may not have been assessed.
  [[nodiscard]] std::optional<Count> offices_in(const TableRecord& table) const {
    std::set<std::string> offices;
    for (const ScoreRecord& score : record_.scores) {
      if (!score.from_table || !score.agency || score.at.page_no != table.at.page_no ||
          !table.at.box.contains(score.at.box.centre()))
        continue;
      if (score.agency_from != StatedIn::column) return std::nullopt;
      offices.insert(*score.agency);
    }
    const int count = static_cast<int>(offices.size());
    return count > 1 ? std::optional(Count{count, static_cast<int>(table.columns.size()) - 1}) : std::nullopt;
  }

  // Rows, and the things that the rows are about: several rows may tell of one issue.
  [[nodiscard]] Count rows_in(const TableRecord& table) const {
    int rows = 0;
    std::set<int> about;
    for (const RecordRow& row : view_.of(table.table_no)) {
      bool filled = false;
      for (const CellRecord* cell : row.cells) {
        filled |= !is_unfilled(cell->text);
        if (cell->issue_no) about.insert(*cell->issue_no);
        if (cell->indicator_no) about.insert(*cell->indicator_no);
      }
      rows += filled ? 1 : 0;
    }
    return {rows, about.empty() ? rows : static_cast<int>(about.size())};
  }

  const Record& record_;
  RecordView view_;
  const CodeRule& rule_;
  text::ItemRanges ranges_;
};

}  // namespace

std::vector<Finding> count_mismatch(const CheckInput& input) {
  std::vector<Finding> findings;
  const CodeRule& rule = input.rules.of("count_mismatch");
  const Listed listed(input, rule);
  for (std::size_t i = 0; i < input.record.paragraphs.size(); ++i) {
    const ParagraphRecord& paragraph = input.record.paragraphs[i];
    if (paragraph.annexed_template) continue;
    auto announced = announcement_in(paragraph.text, rule);
    const bool over_table = !announced;
    if (over_table) announced = announcement_over_table(paragraph.text, rule);
    if (!announced) continue;
    const auto count = over_table ? listed.below_title(i) : listed.after(i, *announced);
    if (!count || count->is(announced->count)) continue;
    Finding finding;
    finding.code = "count_mismatch";
    finding.at = paragraph.at;
    finding.evidence = std::to_string(announced->count) + " / " + std::to_string(count->items) + ": " +
                       excerpt(paragraph.text, announced->place, 20);
    finding.values["announced"] = std::to_string(announced->count);
    finding.values["listed"] = std::to_string(count->items);
    finding.values["unit"] = announced->unit;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
