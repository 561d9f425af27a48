// Numbered paragraphs. Lists nest: an inner 1 2 3 may stand between the outer 2 and 3 in the same style, so open lists
// are kept on a stack, and a number is given to the innermost list that it continues.
#include <algorithm>
#include <map>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/numbering.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

struct OpenList {
  std::vector<int> numbers;
  std::size_t last_at = 0;  // index of the paragraph with the last number
  bool unsure = false;      // its numbers were misread somewhere: nothing is said of it
};

using Stack = std::vector<OpenList>;

class ProseLists {
 public:
  explicit ProseLists(const CheckInput& input)
      : record_(input.record),
        reach_(static_cast<std::size_t>(input.rules.of("numbering_gap").threshold("paragraphs_apart"))) {}

  std::vector<Finding> read() {
    for (std::size_t i = 0; i < record_.paragraphs.size(); ++i) {
      const ParagraphRecord& paragraph = record_.paragraphs[i];
      if (paragraph.annexed_template || paragraph.role == ParagraphRole::codes) continue;
      if (begins_chapter(paragraph)) stacks_.clear();
      const auto marker = text::leading_number(paragraph.text);
      if (marker && counts_as_list(*marker) && !is_decimal(paragraph.text, *marker)) take(*marker, i);
    }
    return std::move(findings_);
  }

 private:
  static bool begins_chapter(const ParagraphRecord& paragraph) {
    const auto& words = text::lexicon().divisions;
    const std::string head = without_blanks(clip(paragraph.text, 40));
    return begins_with_any(head, words.parts.texts()) || begins_with_any(head, words.other_parts.texts());
  }

  // Two figures with decimals behind the words: a row of a table whose rulings nobody drew, no item of a list.
  static bool is_row(const std::string& text) {
    const auto numbers = text::find_numbers(text);
    return std::count_if(numbers.begin(), numbers.end(), [](const text::Number& n) { return n.decimals > 0; }) > 1;
  }

  // A heading that comes again: the same words, or nearly so at the head of a page or of a part of its table.
  [[nodiscard]] bool is_printed_again(std::size_t a, std::size_t b) const {
    const ParagraphRecord& first = record_.paragraphs[a];
    const ParagraphRecord& second = record_.paragraphs[b];
    if (without_blanks(first.text) == without_blanks(second.text)) return true;
    const bool apart = first.at.page_no != second.at.page_no || table_between(a, b);
    return apart && says_the_same(a, b);
  }

  [[nodiscard]] bool says_the_same(std::size_t a, std::size_t b) const {
    constexpr double kAlike = 0.2;  // edits a letter
    const auto words = [&](std::size_t i) {
      const std::string& text = record_.paragraphs[i].text;
      const auto marker = text::leading_number(text);
      return text::fuzzy_key(text.substr(marker ? marker->end : 0));
    };
    const std::string first = words(a);
    const std::string second = words(b);
    const auto longer = static_cast<double>(std::max(text::length(first), text::length(second)));
    return longer > 0 && text::edit_distance(first, second) <= kAlike * longer;
  }

  static bool is_counted_up(const std::vector<int>& numbers) {
    return std::adjacent_find(numbers.begin(), numbers.end(), [](int a, int b) { return b != a + 1; }) == numbers.end();
  }

  // In a scan, a 1 right behind a higher number in the same brackets: one of the two is not what is printed there.
  [[nodiscard]] bool begins_oddly(const text::ListNumber& marker, std::size_t at) const {
    if (at == 0 || record_.paragraphs[at].at.source != TextSource::ocr) return false;
    const auto before = text::leading_number(record_.paragraphs[at - 1].text);
    return before && counts_as_list(*before) && style_of(*before) == style_of(marker);
  }

  // A list is one style under one parent number: 2.1 2.2 belong together, 3.1 begins another.
  static std::string style_of(const text::ListNumber& marker) {
    std::string key = marker.style;
    for (std::size_t i = 0; i + 1 < marker.parts.size(); ++i) key += "/" + std::to_string(marker.parts[i]);
    return key;
  }

  void take(const text::ListNumber& marker, std::size_t at) {
    Stack& stack = stacks_[style_of(marker)];
    const int number = marker.parts.back();
    after_table_ = false;
    if (!stack.empty() && table_between(stack.back().last_at, at)) close_inner_lists(stack, number);
    if (number == 1 && !stack.empty() && stack.back().numbers.back() == 1) {
      if (was_misread(stack.back(), number, at)) return extend(stack.back(), 2, at);
      if (is_outline(marker) && next_of_style(at) == 3) return judge(stack.back(), number, at);
    }
    if (number == 1) {
      stack.push_back({{number}, at, begins_oddly(marker, at)});
      return;
    }
    for (std::size_t depth = stack.size(); depth-- > 0;) {
      if (step_between(stack[depth].numbers.back(), number) != Step::next) continue;
      stack.resize(depth + 1);
      return extend(stack.back(), number, at);
    }
    if (stack.empty()) {
      stack.push_back({{number}, at, false});  // a list whose beginning is not in the report
      return;
    }
    judge(stack.back(), number, at);
  }

  void judge(OpenList& list, int number, std::size_t at) {
    if (was_misread(list, number, at)) return extend(list, list.numbers.back() + 1, at);
    if (was_overlooked(list, number, at)) return extend(list, number, at);
    const Step step = step_between(list.numbers.back(), number);
    if (step == Step::repeat && is_printed_again(list.last_at, at)) {
      list.last_at = at;
      return;
    }
    const bool close_by = at - list.last_at <= reach_;
    if (step == Step::unrelated || (!close_by && !after_table_)) return;
    const std::size_t known = list_faults(list.numbers).size();
    const bool trusted =
        !list.unsure && !is_row(record_.paragraphs[at].text) && (step != Step::repeat || is_counted_up(list.numbers));
    extend(list, number, at);
    const auto faults = list_faults(list.numbers);
    if (faults.size() == known || !trusted) return;
    const ParagraphRecord& paragraph = record_.paragraphs[at];
    Finding finding;
    finding.code = faults.back().step == Step::gap ? "numbering_gap" : "numbering_repeat";
    finding.at = paragraph.at;
    finding.evidence = clip(paragraph.text, 80);
    std::string numbers;
    for (const int n : list.numbers) numbers += (numbers.empty() ? "" : ", ") + std::to_string(n);
    finding.values["numbers"] = numbers;
    findings_.push_back(std::move(finding));
  }

  // 1.6.2.1: a figure of its own, which both readers of a scan read; of a lone digit only one makes sense.
  static bool is_outline(const text::ListNumber& marker) { return marker.parts.size() > 2; }

  [[nodiscard]] bool is_read_twice(const text::ListNumber& marker, const ParagraphRecord& paragraph) const {
    return is_outline(marker) && doubts_of_figure(paragraph.doubts, marker.begin, marker.end).empty();
  }

  // The next number of the same list near by; 0: there is none.
  [[nodiscard]] int next_of_style(std::size_t at) const {
    const auto own = text::leading_number(record_.paragraphs[at].text);
    for (std::size_t i = at + 1; i < std::min(at + 1 + reach_, record_.paragraphs.size()); ++i) {
      const auto next = text::leading_number(record_.paragraphs[i].text);
      if (next && !next->parts.empty() && style_of(*next) == style_of(*own)) return next->parts.back();
    }
    return 0;
  }

  // 1 2 2 4 in a scan: the number after this one tells that this was a 3, unless two readers say what it is.
  [[nodiscard]] bool was_misread(const OpenList& list, int number, std::size_t at) const {
    const ParagraphRecord& paragraph = record_.paragraphs[at];
    if (paragraph.at.source != TextSource::ocr) return false;
    const auto own = text::leading_number(paragraph.text);
    if (own && is_read_twice(*own, paragraph)) return false;
    return number != list.numbers.back() + 1 && next_of_style(at) == list.numbers.back() + 2;
  }

  // 1 [2] 3: the numbers between stand there all the same: in other brackets, without a point, behind another item on
  // its line, or, in a scan, at the head of a line that begins where the list's items begin and whose number was not
  // read.
  [[nodiscard]] bool was_overlooked(const OpenList& list, int number, std::size_t at) const {
    for (int skipped = list.numbers.back() + 1; skipped < number; ++skipped) {
      if (!stands_between(skipped, list.last_at, at)) return false;  // 3.3 is not (3)
    }
    return number > list.numbers.back() + 1;
  }

  [[nodiscard]] bool stands_between(int number, std::size_t first, std::size_t last) const {
    const bool scanned = record_.paragraphs[last].at.source == TextSource::ocr;
    const auto own = text::leading_number(record_.paragraphs[last].text);
    const std::size_t depth = own ? own->parts.size() : 1;
    const auto is_it = [&](const text::ListNumber& marker) {
      const bool deep = depth == 1 || (marker.parts.size() == depth && style_of(marker) == style_of(*own));
      return !marker.parts.empty() && marker.parts.back() == number && deep;
    };
    for (std::size_t i = first; i < last; ++i) {
      const ParagraphRecord& paragraph = record_.paragraphs[i];
      const auto markers = text::find_list_numbers(paragraph.text);
      const bool shown = std::any_of(markers.begin(), markers.end(), [&](const text::ListNumber& marker) {
        return is_it(marker) && (i > first || marker.begin > 0);
      });
      const auto lead = text::leading_number(paragraph.text);
      const bool leads = i > first && lead && is_it(*lead);
      if (shown || leads || (scanned && i > first && begins_like_an_item(i, first))) return true;
    }
    return false;
  }

  [[nodiscard]] bool begins_like_an_item(std::size_t paragraph, std::size_t item) const {
    constexpr double kIndent = 12;  // points
    const Evidence& a = record_.paragraphs[paragraph].at;
    const Evidence& b = record_.paragraphs[item].at;
    return a.box.x0 > b.box.x0 - kIndent && a.box.x0 < b.box.x0 + kIndent;
  }

  static void extend(OpenList& list, int number, std::size_t at) {
    list.numbers.push_back(number);
    list.last_at = at;
  }

  // A table ends the lists inside a section: the number after it is the section's, if it fits the outer list at all.
  void close_inner_lists(Stack& stack, int number) {
    for (std::size_t depth = stack.size() - 1; depth-- > 0;) {
      const Step step = step_between(stack[depth].numbers.back(), number);
      if (step != Step::next && step != Step::repeat) continue;
      stack.resize(depth + 1);
      after_table_ = true;
      return;
    }
  }

  [[nodiscard]] bool table_between(std::size_t first, std::size_t second) const {
    const Evidence& from = record_.paragraphs[first].at;
    const Evidence& to = record_.paragraphs[second].at;
    return std::any_of(record_.tables.begin(), record_.tables.end(), [&](const TableRecord& table) {
      return reads_before(from, table.at) && reads_before(table.at, to);
    });
  }

  const Record& record_;
  std::size_t reach_;
  bool after_table_ = false;
  std::map<std::string, Stack> stacks_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> faults_in_paragraphs(const CheckInput& input) {
  return ProseLists(input).read();
}

}  // namespace prongsai::checks
