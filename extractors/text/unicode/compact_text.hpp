// A text without its blanks, with Thai digits as 0–9: office names are compared in this form, for they are broken
// over lines and spaced at will.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

struct CompactText {
  std::u32string letters;
  std::vector<std::size_t> begin;  // the byte offsets of each letter in the text
  std::vector<std::size_t> end;

  [[nodiscard]] std::size_t size() const { return letters.size(); }
  [[nodiscard]] char32_t at(std::size_t i) const { return i < letters.size() ? letters[i] : 0; }
  // A blank stands before the letter.
  [[nodiscard]] bool gap_before(std::size_t i) const { return i > 0 && i < size() && begin[i] != end[i - 1]; }
};

[[nodiscard]] CompactText compact(std::string_view text);

}  // namespace prongsai::text
