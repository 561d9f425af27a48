#include "extractors/text/thai/mojibake.hpp"

#include <algorithm>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

bool is_a_letter_once_decoded(char32_t c) {
  return is_latin_letter(c) || tis620_letter(c) != c;
}

// Thai marks follow a consonant or another mark. In European text the letters that would be marks (Ñ, Ô, è, é)
// stand anywhere; in Thai almost never: one stray mark in ten is allowed for.
bool marks_follow_consonants(std::u32string_view text) {
  int marks = 0;
  int stray = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_thai_mark(tis620_letter(text[i]))) continue;
    ++marks;
    const char32_t before = i == 0 ? U' ' : tis620_letter(text[i - 1]);
    if (!is_thai_consonant(before) && !is_thai_mark(before)) ++stray;
  }
  return stray * 10 <= marks;
}

}  // namespace

bool shows_tis620(std::string_view text) {
  const std::u32string letters = to_utf32(text);
  const auto count = [&letters](auto holds) { return std::count_if(letters.begin(), letters.end(), holds); };
  const auto shown = count([](char32_t c) { return tis620_letter(c) != c; });
  if (shown < 4 || count(is_thai_letter) > 0) return false;
  // European text has at most one letter in ten from there; a Thai line with English terms in it has far more.
  return shown * 4 >= count(is_a_letter_once_decoded) && marks_follow_consonants(letters);
}

std::string from_tis620(std::string_view text) {
  std::u32string letters = to_utf32(text);
  for (char32_t& c : letters) c = tis620_letter(c);
  return to_utf8(letters);
}

}  // namespace prongsai::text
