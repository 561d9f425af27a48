// Classes of Thai characters (Unicode block U+0E00–U+0E7F) and of the few others that reports are written with.
//
// Source of the classes: The Unicode Standard, chapter 16.1 (Thai), and the WTT 2.0 input sequence table, which
// orders a syllable as leading vowel, consonant, vowel below or above, tone mark, following vowel.
#pragma once

namespace prongsai::text {

inline constexpr char32_t kPaiyannoi = 0x0E2F;   // ฯ: cuts a name short
inline constexpr char32_t kMaiHanAkat = 0x0E31;  // ั
inline constexpr char32_t kSaraAa = 0x0E32;      // า
inline constexpr char32_t kSaraAm = 0x0E33;      // ำ: drawn as a nikhahit above and an า after the consonant
inline constexpr char32_t kSaraE = 0x0E40;       // เ
inline constexpr char32_t kSaraAe = 0x0E41;      // แ
inline constexpr char32_t kMaiYamok = 0x0E46;    // ๆ: says the word before it again
inline constexpr char32_t kNikhahit = 0x0E4D;    // ํ
inline constexpr char32_t kReplacement = 0xFFFD;

constexpr bool is_thai(char32_t c) {
  return c >= 0x0E01 && c <= 0x0E5B && !(c >= 0x0E3B && c <= 0x0E3F);
}
constexpr bool is_thai_consonant(char32_t c) {
  return c >= 0x0E01 && c <= 0x0E2E;
}  // ก–ฮ; ฤ and ฦ among them
constexpr bool is_thai_digit(char32_t c) {
  return c >= 0x0E50 && c <= 0x0E59;
}  // ๐–๙

constexpr bool is_thai_leading_vowel(char32_t c) {
  return c >= 0x0E40 && c <= 0x0E44;
}  // เ แ โ ใ ไ
constexpr bool is_thai_above_vowel(char32_t c) {  // ั ิ ี ึ ื ็
  return c == kMaiHanAkat || (c >= 0x0E34 && c <= 0x0E37) || c == 0x0E47;
}
constexpr bool is_thai_below_vowel(char32_t c) {
  return c >= 0x0E38 && c <= 0x0E3A;
}  // ุ ู ฺ
constexpr bool is_thai_following_vowel(char32_t c) {  // ะ า ำ ๅ
  return c == 0x0E30 || c == kSaraAa || c == kSaraAm || c == 0x0E45;
}
constexpr bool is_thai_tone(char32_t c) {
  return c >= 0x0E48 && c <= 0x0E4B;
}  // ่ ้ ๊ ๋

// Marks that combine with the consonant before them: they never begin a word and never stand alone.
constexpr bool is_thai_mark(char32_t c) {
  return is_thai_above_vowel(c) || is_thai_below_vowel(c) || (c >= 0x0E48 && c <= 0x0E4E);
}

// Letters and marks that words are spelt with: no digits, no ฿, ๏, ๚, ๛. ๆ and ฯ count: they end a word.
constexpr bool is_thai_letter(char32_t c) {
  return (c >= 0x0E01 && c <= 0x0E3A) || (c >= 0x0E40 && c <= 0x0E4E);
}

constexpr bool is_latin_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0x00C0 && c <= 0x024F && c != 0xD7 && c != 0xF7);
}
constexpr bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || is_thai_digit(c);
}
constexpr int digit_value(char32_t c) {
  return static_cast<int>(c - (is_thai_digit(c) ? 0x0E50U : U'0'));
}

// White space as PDF files hold it: ASCII blanks, NBSP, and Unicode's fixed-width and ideographic spaces.
constexpr bool is_blank(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Full stops, underscores, dashes, ellipses and middle dots: what the blanks of a form are drawn with.
constexpr bool is_leader(char32_t c) {
  return c == '.' || c == '_' || c == '-' || c == 0xB7 || (c >= 0x2010 && c <= 0x2015) || c == 0x2024 || c == 0x2025 ||
         c == 0x2026 || c == 0x22EF;
}

// Characters without width or ink: zero-width space and joiners, soft hyphen, direction marks, byte order mark.
constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF || (c < 0x20 && !(c >= 0x09 && c <= 0x0D)) || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

}  // namespace prongsai::text
