// UTF-8 read and written by code points, so that no one outside extractors/text needs ICU.
//
// Broken bytes never throw: each maximal ill-formed part reads as one U+FFFD, as the Unicode Standard (3.9,
// U+FFFD substitution of maximal subparts) recommends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/thai_letters.hpp"  // IWYU pragma: export

namespace prongsai::text {

// A code point and the bytes that it was read from.
struct CodePoint {
  char32_t value = 0;
  std::size_t begin = 0;  // byte offset
  std::size_t size = 0;   // bytes, at least 1
  bool valid = true;      // false: U+FFFD stands for broken bytes

  [[nodiscard]] std::size_t end() const { return begin + size; }
};

// The code point that begins at byte `at`, which must lie inside the text.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

[[nodiscard]] std::vector<CodePoint> code_points(std::string_view text);

[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& text, char32_t code_point);

// The number of code points.
[[nodiscard]] std::size_t length(std::string_view text);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

}  // namespace prongsai::text
