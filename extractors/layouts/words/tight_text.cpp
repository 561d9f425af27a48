#include "extractors/layouts/words/tight_text.hpp"

#include <algorithm>
#include <cctype>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

bool is_filler(char32_t c) {
  return text::is_blank(c) || text::is_invisible(c) || c == U'.' || c == U'-' || c == U'_' || c == U'…' || c == U'–' ||
         c == U'—' || c == U'·';
}

bool is_entry_edge(char32_t c) {
  return is_filler(c) || c == U':' || c == U'：';
}

}  // namespace

TightText::TightText(std::string_view text) {
  for (const auto& point : text::code_points(text)) {
    if (text::is_blank(point.value) || text::is_invisible(point.value)) continue;
    if (text::is_thai_digit(point.value)) {
      tight_.push_back(static_cast<char>('0' + text::digit_value(point.value)));
    } else {
      tight_.append(text.substr(point.begin, point.size));
    }
    while (origin_.size() < tight_.size()) origin_.push_back(point.begin);
  }
  origin_.push_back(text.size());
}

std::size_t TightText::original(std::size_t at) const {
  return origin_[std::min(at, tight_.size())];
}

std::size_t TightText::tight(std::size_t original_at) const {
  return static_cast<std::size_t>(std::lower_bound(origin_.begin(), origin_.end(), original_at) - origin_.begin());
}

std::string tight(std::string_view text) {
  return TightText(text).text();
}

std::vector<std::string> tight_all(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  out.reserve(texts.size());
  for (const auto& text : texts) out.push_back(tight(text));
  return out;
}

bool is_any(std::string_view tight_text, const std::vector<std::string>& words) {
  return std::ranges::find(words, tight_text) != words.end();
}

bool contains_any(std::string_view tight_text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return tight_text.find(word) != std::string_view::npos; });
}

std::size_t begins_with_any(std::string_view tight_text, const std::vector<std::string>& words) {
  std::size_t longest = 0;
  for (const auto& word : words) {
    if (tight_text.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

std::size_t ends_with_any(std::string_view tight_text, const std::vector<std::string>& words) {
  std::size_t longest = 0;
  for (const auto& word : words) {
    if (tight_text.ends_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

std::size_t last_of(std::string_view tight_text, const std::vector<std::string>& words) {
  std::size_t last = std::string_view::npos;
  for (const auto& word : words) {
    const std::size_t at = tight_text.rfind(word);
    if (at != std::string_view::npos && (last == std::string_view::npos || at > last)) last = at;
  }
  return last;
}

std::string outside_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out.push_back(c);
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

std::string without_any(std::string text, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
  }
  return text;
}

bool is_latin_letter_or_digit(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool is_blank_at(std::string_view text, std::size_t at) {
  return at < text.size() && text::is_blank(text::code_point_at(text, at).value);
}

bool is_blank_text(std::string_view text) {
  const auto points = text::code_points(text);
  return std::all_of(points.begin(), points.end(), [](const auto& point) { return is_filler(point.value); });
}

bool separators_only(std::string_view text) {
  const auto points = text::code_points(text);
  return std::none_of(points.begin(), points.end(), [](const auto& point) {
    return text::is_thai_letter(point.value) || text::is_latin_letter(point.value) || text::is_digit(point.value);
  });
}

std::string trim_entry(std::string_view text) {
  const auto points = text::code_points(text);
  std::size_t first = 0;
  while (first < points.size() && is_entry_edge(points[first].value)) ++first;
  // A list item's own dash stays: "- ขาดงบประมาณ" is an entry, "----- ขาดงบประมาณ" a filled line.
  if (first > 0 && points[first - 1].value == U' ' && first > 1 && points[first - 2].value == U'-' &&
      (first < 3 || points[first - 3].value == U' ' || points[first - 3].value == U':')) {
    first -= 2;
  }
  std::size_t last = points.size();
  while (last > first && text::is_blank(points[last - 1].value)) --last;
  // Trailing dots go only as a run: "ฯลฯ." and abbreviations keep theirs.
  std::size_t run = last;
  while (run > first && is_filler(points[run - 1].value)) --run;
  if (last - run >= 3) last = run;
  if (first >= last) return {};
  return std::string(text.substr(points[first].begin, points[last - 1].end() - points[first].begin));
}

}  // namespace prongsai::layouts
