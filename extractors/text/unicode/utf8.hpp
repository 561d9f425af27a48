// UTF-8 read and written by code points, so that no one outside extractors/text needs ICU.
//
// Broken bytes never throw: each maximal ill-formed part reads as one U+FFFD, as the Unicode Standard (3.9,
// U+FFFD substitution of maximal subparts) recommends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/unicode/thai_letters.hpp"  // IWYU pragma: export

namespace prongsai::text {

// A code point and the bytes that it was read from.
struct CodePoint {
  char32_t value = 0;
  std::size_t begin = 0;  // byte offset
  std::size_t size = 0;   // bytes, at least 1
  bool valid = true;      // false: U+FFFD stands for broken bytes

  [[nodiscard]] std::size_t end() const { return begin + size; }
};

// The code point that begins at byte `at`, which must lie inside the text. Any lead byte; code_point_at() is quicker.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);

// The same. Nearly all that is read is ASCII or a Thai letter (U+0E00–U+0E7F: E0 B8 or E0 B9, then one byte), so these
// are told here, where the compiler can see it.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  if (byte(0) < 0x80) return {byte(0), at, 1, true};
  if (byte(0) == 0xE0 && text.size() - at >= 3 && (byte(1) & 0xFEU) == 0xB8 && (byte(2) & 0xC0U) == 0x80) {
    return {((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), at, 3, true};
  }
  return decode(text, at);
}

[[nodiscard]] std::vector<CodePoint> code_points(std::string_view text);

[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& text, char32_t code_point);

// The number of code points.
[[nodiscard]] std::size_t length(std::string_view text);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

// The longest beginning of whole code points that takes at most `bytes`.
[[nodiscard]] std::string_view cut(std::string_view text, std::size_t bytes);

// What XML, CSV and JSON all take: broken bytes, control characters other than tab and line ends, and the code points
// that are no characters become U+FFFD.
[[nodiscard]] std::string cleaned(std::string_view text);

}  // namespace prongsai::text
