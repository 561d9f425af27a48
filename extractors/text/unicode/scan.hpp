// Reading patterns in a text by code points: the common part of item codes, dates, years and list numbers.
// RE2 has no look-around, and most of these patterns are decided by what stands before and after.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {

// All places are code point indexes; `byte` turns one into a byte offset. Reading outside the text gives 0.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text), points_(code_points(text)) {}

  [[nodiscard]] std::size_t size() const { return points_.size(); }
  [[nodiscard]] std::size_t byte(std::size_t at) const {
    return at < points_.size() ? points_[at].begin : text_.size();
  }
  [[nodiscard]] std::string_view text() const { return text_; }

  [[nodiscard]] char32_t at(std::size_t i) const { return i < points_.size() ? points_[i].value : 0; }
  [[nodiscard]] char32_t before(std::size_t i) const { return i == 0 ? 0 : at(i - 1); }

  [[nodiscard]] std::size_t skip_blanks(std::size_t i) const {
    while (i < size() && is_blank(at(i))) ++i;
    return i;
  }
  [[nodiscard]] std::size_t skip_blanks_back(std::size_t i) const {
    while (i > 0 && is_blank(at(i - 1))) --i;
    return i;
  }

  // How many digits, ASCII or Thai, stand from `i` on.
  [[nodiscard]] std::size_t digits(std::size_t i) const {
    std::size_t count = 0;
    while (is_digit(at(i + count))) ++count;
    return count;
  }
  [[nodiscard]] std::size_t digits_before(std::size_t i) const {
    std::size_t count = 0;
    while (count < i && is_digit(at(i - count - 1))) ++count;
    return count;
  }
  // Of at most nine digits.
  [[nodiscard]] int value(std::size_t i, std::size_t count) const {
    int sum = 0;
    for (std::size_t k = 0; k < count && k < 9; ++k) sum = sum * 10 + digit_value(at(i + k));
    return sum;
  }

  // `words` stand at `i`, blanks between its letters ignored; gives the place after them, or `i` when they do not.
  [[nodiscard]] std::size_t take(std::size_t i, std::u32string_view words) const {
    std::size_t at_letter = i;
    for (const char32_t letter : words) {
      if (letter != words.front() || at_letter != i) at_letter = skip_blanks(at_letter);
      if (at(at_letter) != letter) return i;
      ++at_letter;
    }
    return at_letter;
  }
  // `words` end at `i` (blanks before `i` and between letters ignored); gives where they begin, or `i`.
  [[nodiscard]] std::size_t take_back(std::size_t i, std::u32string_view words) const {
    std::size_t at_letter = i;
    for (std::size_t k = words.size(); k > 0; --k) {
      at_letter = skip_blanks_back(at_letter);
      if (at_letter == 0 || at(at_letter - 1) != words[k - 1]) return i;
      --at_letter;
    }
    return at_letter;
  }
  [[nodiscard]] bool follows(std::size_t i, std::u32string_view words) const { return take_back(i, words) != i; }
  [[nodiscard]] bool precedes(std::size_t i, std::u32string_view words) const {
    const std::size_t start = skip_blanks(i);
    return take(start, words) != start;
  }
  [[nodiscard]] bool follows_any(std::size_t i, std::span<const std::u32string> list) const {
    return std::any_of(list.begin(), list.end(), [&](const auto& words) { return follows(i, words); });
  }
  [[nodiscard]] bool precedes_any(std::size_t i, std::span<const std::u32string> list) const {
    const std::size_t start = skip_blanks(i);
    return std::any_of(list.begin(), list.end(), [&](const auto& words) { return take(start, words) != start; });
  }

 private:
  std::string_view text_;
  std::vector<CodePoint> points_;
};

}  // namespace prongsai::text
