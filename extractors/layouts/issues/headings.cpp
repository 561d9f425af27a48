#include "extractors/layouts/issues/headings.hpp"

#include <algorithm>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// Edits a code point of an issue's name that a scan may cost.
constexpr double kMisreadHeading = 0.2;
// What may stand before the name: "บทที่ ๑ ประเด็นที่ ๑.๑ " is 23 code points.
constexpr std::size_t kLongestPrefix = 32;
// Lines longer than a heading with its codes are prose.
constexpr std::size_t kLongestHeading = 400;
constexpr std::size_t kMostLines = 3;
constexpr std::size_t kStraySigns = 1;

// Numbers, dots, brackets, bullets: a heading's number and nothing more.
bool is_number_only(std::string_view text) {
  const auto points = text::code_points(text);
  return std::all_of(points.begin(), points.end(), [](const auto& point) {
    return text::is_digit(point.value) || text::is_blank(point.value) || point.value < 0x30 || point.value == U'•' ||
           point.value == U':' || point.value == U'[' || point.value == U']';
  });
}

// The first code points of a text.
std::string_view first_points(std::string_view text, std::size_t count) {
  for (const auto& point : text::code_points(text)) {
    if (count-- == 0) return text.substr(0, point.begin);
  }
  return text;
}

// "บทที่ ๑ ประเด็นที่ …" without the number of the chapter.
std::string_view without_lead(std::string_view text, const Labels& labels) {
  const TightText compact(text);
  const std::size_t lead = begins_with_any(compact.text(), labels.tight_list("issue_leads"));
  if (lead == 0) return text;
  std::string_view rest = text.substr(compact.original(lead));
  for (const auto& point : text::code_points(rest)) {
    if (!is_number_only(rest.substr(point.begin, point.size))) return rest.substr(point.begin);
  }
  return {};
}

// "ประเด็นที่ ๑.๑", also misread or behind the number of a chapter, or a bare number, or nothing.
bool is_prefix(std::string_view text, const Labels& labels) {
  if (text::length(text) > kLongestPrefix) return false;
  text = without_lead(text, labels);
  if (is_number_only(text)) return true;
  const auto& words = labels.list("issue_words");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const auto found = text::find_similar(text, word, text::length(word) > 7 ? 2 : 1);
    if (!found) return false;
    // A sign read twice leaves its first half outside of what was found.
    const std::string_view before = text.substr(0, found->begin);
    return is_number_only(before) || text::length(before) <= kStraySigns;
  });
}

// Behind the name nothing may stand but codes, or a note in brackets: "(ต่อ)".
bool is_tail(std::string_view tail, const text::ItemRanges& ranges) {
  if (text::length(tail) <= 2) return true;
  const std::string folded = text::fold_space(tail);
  if (folded.front() == '(' && folded.back() == ')') return true;
  const auto codes = text::find_item_codes(tail, ranges, true);
  return !codes.empty() && is_number_only(tail.substr(0, codes.front().begin));
}

// The number of "ประเด็นที่ ๑.๓ …" or, in a list of issues, of "๓. …": one that a form has.
std::optional<int> issue_number(std::string_view text, const std::vector<std::string>& words,
                                const std::vector<Issue>& issues) {
  const TightText compact(text);
  const bool worded = begins_with_any(compact.text(), words) > 0;
  const std::size_t at = compact.original(begins_with_any(compact.text(), words));
  auto begin = at;
  while (begin < text.size() && text[begin] == ' ') ++begin;
  const auto number = text::leading_number(text.substr(begin));
  if (!number || number->parts.empty() || number->parts.size() > 2) return std::nullopt;
  if (number->parts.size() == 2 && !worded) return std::nullopt;
  const int last = number->parts.back();
  return std::ranges::find(issues, last, &Issue::no) != issues.end() ? std::optional(last) : std::nullopt;
}

std::string without_number(std::string_view text, const std::vector<std::string>& words) {
  const TightText compact(text);
  std::size_t at = compact.original(begins_with_any(compact.text(), words));
  while (at < text.size() && text[at] == ' ') ++at;
  if (const auto number = text::leading_number(text.substr(at))) at += number->end;
  return text::fold_space(text.substr(at));
}

}  // namespace

std::string title_of(const IssueName& name, TextSource source) {
  return source == TextSource::ocr && name.by_name ? name.known : name.title;
}

std::optional<IssueName> IssueNames::by_name(std::string_view line) const {
  std::optional<IssueName> best;
  double best_ratio = 1;
  for (const auto& issue : assessments_->issues()) {
    if (best && best->known == issue.title) {  // years number one title differently: the later one, if none is printed
      const auto printed = issue_number(line, labels_->tight_list("issue_words"), assessments_->issues());
      if (!printed || *printed == issue.no) best->issue_no = issue.no;
      continue;
    }
    const auto length = static_cast<double>(text::length(issue.title));
    const auto found = text::find_similar(line, issue.title, static_cast<int>(kMisreadHeading * length));
    if (!found || found->distance / length >= best_ratio) continue;
    const std::string_view tail = line.substr(found->end);
    if (!is_prefix(line.substr(0, found->begin), *labels_)) continue;
    best_ratio = found->distance / length;
    const std::string printed = text::fold_space(line.substr(found->begin, found->end - found->begin));
    best = IssueName{issue.no, printed, issue.title, text::fold_space(tail), found->distance, true};
  }
  return best;
}

std::optional<IssueName> IssueNames::by_number(std::string_view line) const {
  const auto& words = labels_->tight_list("issue_words");
  line = without_lead(line, *labels_);
  if (begins_with_any(tight(line), words) == 0) return std::nullopt;
  const auto number = issue_number(line, words, assessments_->issues());
  if (!number) return std::nullopt;
  const std::string title = without_number(line, words);
  // A name unlike all known ones is taken only when it is at least somewhat like one with that number.
  for (const Issue& issue : assessments_->issues()) {
    if (issue.no != *number) continue;
    const int distance = text::edit_distance(text::fuzzy_key(title), text::fuzzy_key(issue.title));
    if (distance * 2 <= static_cast<int>(text::length(issue.title)))
      return IssueName{*number, title, issue.title, {}, distance, false};
  }
  return std::nullopt;
}

bool IssueNames::may_begin(std::string_view line) const {
  // The comparison of whole names is dear; most lines differ in the first letters already.
  const std::string_view beginning = without_lead(first_points(line, kLongestPrefix + 16), *labels_);
  if (begins_with_any(tight(beginning), labels_->tight_list("issue_words")) > 0) return true;
  const auto& issues = assessments_->issues();
  return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) {
    return text::find_similar(beginning, first_points(issue.title, 10), 3).has_value();
  });
}

std::optional<IssueName> IssueNames::heading(std::string_view line) const {
  if (text::length(line) > kLongestHeading) return std::nullopt;
  auto name = by_name(line);
  if (name && is_tail(name->tail, assessments_->item_ranges())) return name;
  return by_number(line);
}

std::optional<IssueName> IssueNames::in_cell(std::string_view cell) const {
  if (auto name = by_name(cell)) return name;
  const auto& words = labels_->tight_list("issue_words");
  if (const auto number = issue_number(cell, words, assessments_->issues()))
    return IssueName{*number, without_number(cell, words), {}, {}, 0, false};
  return std::nullopt;
}

std::vector<IssueHeading> IssueNames::find(const Flow& flow) const {
  std::vector<IssueHeading> headings;
  for (std::size_t i = 0; i < flow.size();) {
    std::optional<IssueHeading> best;
    const bool possible = !flow[i].is_table() && may_begin(flow[i].text);
    for (std::size_t lines = 1; possible && lines <= kMostLines && i + lines <= flow.size(); ++lines) {
      if (flow[i + lines - 1].is_table()) break;
      auto name = heading(joined_text(flow, i, i + lines));
      if (!name || (best && name->distance >= best->name.distance)) continue;
      best = IssueHeading{*std::move(name), i, i + lines};
    }
    if (best) headings.push_back(*best);
    i = best ? best->end : i + 1;
  }
  return headings;
}

}  // namespace prongsai::layouts
