// A step of the Thai repair: words set with a gap between their letters (ก า ร ส ร้ า ง).
#pragma once

#include "extractors/text/unicode/letters.hpp"

namespace prongsai::text {

// Takes out the blanks between letters that stand alone one after the other; an า among them is an า. Two blanks part
// words and become one. Letters of a list (ก ข ค ง) stay apart. Returns the letters changed.
int join_spaced_letters(Letters& letters);

}  // namespace prongsai::text
