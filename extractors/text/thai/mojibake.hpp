// Thai stored in one byte a letter (TIS-620, Windows-874) and shown as Latin-1 or Windows-1252: ÊÓ¹Ñ¡§Ò¹ for
// สำนักงาน. Every letter can be told from what is shown, so nothing is guessed.
//
// Source: TIS 620-2533, bytes 0xA1–0xDA and 0xDF–0xFB in the order of U+0E01–U+0E5B.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::text {

// The letter that TIS-620 has where Latin-1 shows `c`; `c` itself where it has none.
constexpr char32_t tis620_letter(char32_t c) {
  return (c >= 0xA1 && c <= 0xDA) || (c >= 0xDF && c <= 0xFB) ? c + 0x0E00 - 0xA0 : c;
}

// True when a text can be nothing but Thai shown as Latin-1: no Thai in it, most letters from the upper half of
// Latin-1, and marks that stand where Thai marks stand. Judge a whole page where there is one: a short line may
// hold too little to tell (ò alone is ๒).
[[nodiscard]] bool shows_tis620(std::string_view text);

// The Thai text, letter by letter (the count of code points stays).
[[nodiscard]] std::string from_tis620(std::string_view text);

}  // namespace prongsai::text
