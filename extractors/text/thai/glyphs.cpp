#include "extractors/text/thai/glyphs.hpp"

#include <array>

#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::text {
namespace {

// Marks moved left or lowered, and ฐ ญ without their tails, as the Thai TrueType fonts for Windows number them
// (Microsoft's OpenType notes for Thai; the same table in the Uniscribe-era fonts Angsana, Cordia and TH Sarabun).
constexpr char32_t kThaiGlyphs = 0xF700;
constexpr std::array<char32_t, 27> kDraws = {
    0x0E10,                                  // F700 ฐ without its tail
    0x0E34, 0x0E35, 0x0E36, 0x0E37,          // F701–F704 ิ ี ึ ื, left
    0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C,  // F705–F709 ่ ้ ๊ ๋ ์, left and low
    0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C,  // F70A–F70E ่ ้ ๊ ๋ ์, low
    0x0E0D,                                  // F70F ญ without its tail
    0x0E31, 0x0E4D, 0x0E47,                  // F710–F712 ั ํ ็, left
    0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C,  // F713–F717 ่ ้ ๊ ๋ ์, left
    0x0E38, 0x0E39, 0x0E3A,                  // F718–F71A ุ ู ฺ, low
};

// Bullets and boxes that Word takes from the Symbol and Wingdings fonts: byte b of the font is U+F000 + b.
char32_t bullet_of_font(char32_t c) {
  switch (c) {
    case 0xF0B7:
      return 0x2022;  // •
    case 0xF0A7:
      return 0x25AA;  // ▪
    case 0xF0D8:
      return 0x27A2;  // ➢
    case 0xF0FC:
      return 0x2713;  // ✓
    case 0xF0FE:
      return 0x2611;  // ☑
    case 0xF06F:
    case 0xF0A8:
      return 0x2610;  // ☐
    case 0xF06C:
      return 0x25CF;  // ●
    case 0xF06E:
      return 0x25A0;  // ■
    case 0xF076:
      return 0x2756;  // ❖
    case 0xF0E0:
      return 0x2192;  // →
    default:
      return c;
  }
}

char32_t drawn_by(char32_t c) {
  const char32_t letter = thai_letter_of(c);
  return letter != c ? letter : bullet_of_font(c);
}

// The same vowel twice in a row is one vowel printed twice (fake bold, or เเ typed for แ): no syllable has two.
bool doubles(char32_t before, char32_t c) {
  return before == c && (is_thai_leading_vowel(c) || is_thai_following_vowel(c));
}

}  // namespace

char32_t thai_letter_of(char32_t glyph) {
  return glyph >= kThaiGlyphs && glyph < kThaiGlyphs + kDraws.size() ? kDraws[glyph - kThaiGlyphs] : glyph;
}

int mend_glyphs(Letters& letters) {
  Letters out;
  out.reserve(letters.size());
  int changed = 0;
  for (Letter letter : letters) {
    const char32_t read = letter.value;
    if (is_invisible(read)) {
      ++changed;
      continue;
    }
    letter.value = is_blank(read) && read != U'\n' ? U' ' : drawn_by(read);
    if (letter.value != read && !is_blank(read)) ++changed;
    const char32_t before = out.empty() ? U' ' : out.back().value;
    if (before == kSaraE && letter.value == kSaraE) {
      out.back().value = kSaraAe;
      ++changed;
    } else if (doubles(before, letter.value)) {
      ++changed;
    } else {
      out.push_back(letter);
    }
  }
  letters = std::move(out);
  return changed;
}

}  // namespace prongsai::text
