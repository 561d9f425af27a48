// What kind of letters a page's text layer is made of, and whether they can be Thai writing.
#pragma once

#include <string_view>
#include <vector>

#include "models/page.hpp"

namespace prongsai::source {

// Counts of code points; blanks are left out.
struct LetterCounts {
  int all = 0;
  int thai = 0;            // letters and marks, old private-use forms (U+F700–F71A) included
  int thai_vowels = 0;     // of these, vowels and marks
  int misplaced = 0;       // of these, marks without a consonant before them, leading vowels without one behind
  int latin = 0;           // A–Z, a–z
  int digits = 0;          // 0–9, ๐–๙
  int upper_latin1 = 0;    // U+0080–U+00FF: where TIS-620 ends up when it is read as Latin-1
  int foreign = 0;         // letters of no script that a Thai report is written in
  int tones = 0;           // of thai, tone marks and the mark of silence (่ ้ ๊ ๋ ์)
  int high_vowels = 0;     // of thai, vowels above a consonant (ิ ี ึ ื ั)
  int tones_on_high = 0;   // of tones, those beside such a vowel
  int tones_at_start = 0;  // of tones, those that begin a word: cut off from their letter
  int low_clashes = 0;  // vowels below a consonant (ุ ู) before one behind it (า ะ ำ), above it or below it again
  int signs_inside = 0;  // ASCII signs right between Thai letters, where a mark may have stood
  int unknown = 0;       // U+FFFD, control characters, other private-use characters
};

void count_letters(std::string_view text, LetterCounts& counts);
[[nodiscard]] LetterCounts count_letters(const std::vector<Word>& words);

// Thai writing by its build: vowels and marks among consonants in their usual share, and in places where they can
// stand. False below a dozen Thai letters, where there is nothing to judge by.
[[nodiscard]] bool plausible_thai(const LetterCounts& counts);

// Tone marks come as other signs: 'ตัวบ2งชี้', 'ข/อ'. Sound Thai has a tone mark on every tenth letter.
[[nodiscard]] bool tones_are_signs(const LetterCounts& counts);

// Tone marks over high vowels are missing ('ที', 'เรือง'), while others are there.
[[nodiscard]] bool high_tones_are_lost(const LetterCounts& counts);

// Tone marks come as vowels below ('วุา' for 'ว่า', 'ทุุง' for 'ทุ่ง'): a font's other shapes of a mark under one code. No
// syllable has such a vowel with another one.
[[nodiscard]] bool tones_are_low_vowels(const LetterCounts& counts);

// Latin-1 that was TIS-620: 'ÊÓ¹Ñ¡§Ò¹' → 'สำนักงาน'. The same number of code points.
[[nodiscard]] std::string from_latin1_mixup(std::string_view text);

}  // namespace prongsai::source
