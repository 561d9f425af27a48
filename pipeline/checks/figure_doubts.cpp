#include "pipeline/checks/figure_doubts.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::checks {
namespace {

std::size_t digits_in(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(text::to_utf32(text), text::is_digit));
}

bool has_latin_letter(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; });
}

bool has_thai_letter(const std::string& text) {
  const std::u32string letters = text::to_utf32(text);
  return std::any_of(letters.begin(), letters.end(), text::is_thai_consonant);
}

// A figure as reports print one: digits with points, commas and slashes; no scribble, no piece of a signature.
bool is_figure(const std::string& text) {
  const std::string plain = text::ascii_digits(text);
  return !plain.empty() && std::isdigit(static_cast<unsigned char>(plain.front())) != 0 &&
         plain.find_first_not_of("0123456789.,/%") == std::string::npos;
}

// One reading is the other with marks at an end: the second reader reads on into the cell's ruling (30 / 30.62), or
// takes letters beside the figure for digits (2568 / 2568.(23), 2557 / 1.2557).
bool differ_by_an_edge(const std::string& a, const std::string& b) {
  const std::string x = text::ascii_digits(a);
  const std::string y = text::ascii_digits(b);
  const std::string& longer = x.size() >= y.size() ? x : y;
  const std::string& shorter = x.size() >= y.size() ? y : x;
  const std::size_t at = longer.find(shorter);
  if (shorter.empty() || at == std::string::npos) return shorter.empty();
  const auto is_digit_at = [&](std::size_t i) { return std::isdigit(static_cast<unsigned char>(longer[i])) != 0; };
  const bool begins = at == 0 || !is_digit_at(at - 1);
  const std::size_t end = at + shorter.size();
  const bool ends = end == longer.size() || !is_digit_at(end);
  return begins && ends;
}

// The one rule for two readings of a figure that differ: is there anything that an evaluator would act on?
bool matters(const DoubtfulWord& word) {
  if (word.alternative.empty()) return false;
  const auto code = text::parse_item_code(word.text, text::kAnyItem, false);  // O๒ or O๐๒: the same item
  if (code && code == text::parse_item_code(word.alternative, text::kAnyItem, false)) return false;
  if (differ_by_an_edge(word.text, word.alternative)) return false;
  // Beside Thai letters the second reader takes a piece of a letter for a digit: ปวส.1 is no ปวส4.1.
  const std::size_t read = digits_in(word.text);
  const std::size_t digits = has_thai_letter(word.text) ? read : std::max(read, digits_in(word.alternative));
  if (!is_figure(word.text) && !code && !has_thai_letter(word.text)) return false;
  return digits >= 2 || (digits == 1 && has_latin_letter(word.text));
}

}  // namespace

std::map<int, std::vector<const DoubtfulWord*>> doubtful_figures(const Record& record) {
  std::map<int, std::vector<const DoubtfulWord*>> by_page;
  for (const DoubtfulWord& word : record.doubtful_words) {
    if (matters(word)) by_page[word.at.page_no].push_back(&word);
  }
  return by_page;
}

const Evidence* doubtful_year(const CheckInput& input) {
  const Record& record = input.record;
  if (!record.fiscal_year || !record.fiscal_year_at || record.fiscal_year_at->page_no == 0) return nullptr;
  const auto& manifest = input.submission.manifest;
  if (manifest && manifest->fiscal_year == record.fiscal_year) return nullptr;
  return record.fiscal_year_doubts.empty() ? nullptr : &*record.fiscal_year_at;
}

bool is_largely_doubtful(const Doubts& doubts, const std::string& text) {
  std::size_t letters = 0;
  for (const Doubt& doubt : doubts) letters += doubt.end - doubt.begin;
  return letters > 0 && letters * 4 >= text.size();
}

}  // namespace prongsai::checks
