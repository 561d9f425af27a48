#include "extractors/source/page/route_letters.hpp"

#include <string>

#include "extractors/text/thai/mojibake.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

// Shapes of marks in old Thai fonts (Windows and Mac glyph variants, U+F700–F71A): as good as letters.
bool is_old_thai_form(char32_t c) {
  return c >= 0xF700 && c <= 0xF71A;
}

bool is_consonant(char32_t c) {
  return text::is_thai_consonant(c) || c == 0xF700 || c == 0xF70F;
}

bool is_leading_vowel(char32_t c) {
  return text::is_thai_leading_vowel(c);
}

bool is_mark(char32_t c) {
  return text::is_thai_mark(c) || (is_old_thai_form(c) && !is_consonant(c));
}

bool is_vowel_or_mark(char32_t c) {
  return is_leading_vowel(c) || is_mark(c) || text::is_thai_following_vowel(c);
}

bool is_unknown(char32_t c) {
  const bool private_use = (c >= 0xE000 && c <= 0xF8FF && !is_old_thai_form(c)) || c >= 0xF0000;
  return c == text::kReplacement || c < 0x20 || private_use;
}

// Latin beyond ASCII, Greek, Cyrillic and everything else up to the symbols, and the scripts above them.
bool is_foreign(char32_t c) {
  return (c >= 0x0100 && c < 0x0E00) || (c >= 0x0E80 && c < 0x2000) || (c >= 0x2C00 && c < 0xE000 && c != 0x3000);
}

// Broken Thai order shows here: what stands before a mark or a following vowel must be able to carry it.
bool misplaced(char32_t before, char32_t c) {
  if (is_mark(c)) return !(is_consonant(before) || is_mark(before));
  if (text::is_thai_following_vowel(c)) {
    return !(is_consonant(before) || is_mark(before) || text::is_thai_following_vowel(before));
  }
  return is_leading_vowel(before) && text::is_thai(c) && !is_consonant(c);
}

// ่ ้ ๊ ๋ ์
bool is_tone(char32_t c) {
  return c >= 0x0E48 && c <= 0x0E4C;
}

// ิ ี ึ ื ั
bool is_high_vowel(char32_t c) {
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E37);
}

// ุ ู
bool is_low_vowel(char32_t c) {
  return c == 0x0E38 || c == 0x0E39;
}

// Points and brackets stand between Thai letters in sound text: พ.ศ., สพป.(เขต).
bool may_replace_a_mark(char32_t c) {
  return c > ' ' && c < 0x7F && c != '.' && c != '(' && c != ')' && c != ':';
}

void count_tones(const std::u32string& points, LetterCounts& counts) {
  const auto at = [&](std::size_t i) { return i < points.size() ? points[i] : 0; };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t before = i > 0 ? points[i - 1] : 0;
    if (is_high_vowel(points[i])) ++counts.high_vowels;
    const char32_t next = at(i + 1);
    if (is_low_vowel(points[i]) && (is_low_vowel(next) || is_high_vowel(next) || text::is_thai_following_vowel(next)))
      ++counts.low_clashes;
    if (is_tone(points[i])) {
      ++counts.tones;
      if (is_high_vowel(before) || is_high_vowel(at(i + 1))) ++counts.tones_on_high;
      if (i == 0) ++counts.tones_at_start;
    }
    const bool on_letter = is_consonant(before) || is_mark(before);
    if (may_replace_a_mark(points[i]) && on_letter && (text::is_thai_letter(at(i + 1)) || at(i + 1) == 0))
      ++counts.signs_inside;
  }
}

// Poppler turns accents that overlap a letter into combining ones; they were single bytes before.
char32_t as_single_byte(char32_t c) {
  switch (c) {
    case 0x0308:
      return 0xA8;
    case 0x0304:
      return 0xAF;
    case 0x0301:
      return 0xB4;
    case 0x0327:
      return 0xB8;
    default:
      return c;
  }
}

}  // namespace

void count_letters(std::string_view text, LetterCounts& counts) {
  char32_t before = 0;
  for (const auto& point : text::code_points(text)) {
    const char32_t c = point.value;
    if (text::is_blank(c)) continue;
    ++counts.all;
    if (text::is_thai_letter(c) || is_old_thai_form(c)) {
      ++counts.thai;
      if (is_vowel_or_mark(c)) ++counts.thai_vowels;
      if (before != 0 && misplaced(before, c)) ++counts.misplaced;
    } else if (text::is_digit(c)) {
      ++counts.digits;
    } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
      ++counts.latin;
    } else if (c >= 0x80 && c <= 0xFF) {
      ++counts.upper_latin1;
    } else if (is_unknown(c)) {
      ++counts.unknown;
    } else if (is_foreign(c)) {
      ++counts.foreign;
    }
    before = c;
  }
  count_tones(text::to_utf32(text), counts);
}

LetterCounts count_letters(const std::vector<Word>& words) {
  LetterCounts counts;
  for (const Word& word : words) count_letters(word.text, counts);
  return counts;
}

bool plausible_thai(const LetterCounts& counts) {
  if (counts.thai < 12) return false;
  const double vowels = static_cast<double>(counts.thai_vowels) / counts.thai;
  const double wrong = static_cast<double>(counts.misplaced) / counts.thai;
  return vowels > 0.2 && vowels < 0.6 && wrong < 0.12;  // sound Thai prose: 0.36 to 0.44 and below 0.02
}

bool tones_are_signs(const LetterCounts& counts) {
  return counts.thai >= 100 && counts.tones * 50 < counts.thai && counts.signs_inside * 40 > counts.thai;
}

bool high_tones_are_lost(const LetterCounts& counts) {
  constexpr int kFew = 25;  // one in so many: sound text has one in three or four
  const bool told = counts.high_vowels >= 40 && (counts.tones - counts.tones_on_high) * 40 > counts.thai;
  return told && counts.tones_on_high * kFew < counts.high_vowels && counts.tones_at_start * kFew < counts.high_vowels;
}

bool tones_are_low_vowels(const LetterCounts& counts) {
  constexpr int kFewest = 4;
  return counts.low_clashes >= kFewest && counts.low_clashes * 250 > counts.thai;
}

std::string from_latin1_mixup(std::string_view text) {
  std::u32string points = text::to_utf32(text);
  for (char32_t& c : points) c = text::tis620_letter(as_single_byte(c));
  return text::to_utf8(points);
}

}  // namespace prongsai::source
