// Step 1 of the Thai repair: single glyphs. What fonts and word processors put in the place of a letter becomes
// that letter; what draws nothing goes.
#pragma once

#include "extractors/text/unicode/letters.hpp"

namespace prongsai::text {

// The Thai letter or mark that a private-use glyph of old Thai fonts (U+F700–F71A) draws; any other as it is.
[[nodiscard]] char32_t thai_letter_of(char32_t glyph);

// Private-use glyphs of old Thai fonts (U+F700–F71A) and of Word's bullets become what they draw, เเ becomes แ,
// invisible characters go, every kind of blank but the line feed becomes a space. Returns the letters changed.
int mend_glyphs(Letters& letters);

}  // namespace prongsai::text
