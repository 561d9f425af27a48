// Step 2 of the Thai repair: the order of marks within a syllable, and marks cut off from their consonant.
#pragma once

#include "extractors/text/unicode/letters.hpp"

namespace prongsai::text {

// Puts vowels above and below before tone marks, each mark once; ํ + า in any order with a tone mark becomes ำ
// after it; a mark, ะ, า or ำ that a false space cut off returns to its consonant, a spaced ' า' as ำ. Returns
// the letters changed.
int mend_syllables(Letters& letters);

}  // namespace prongsai::text
