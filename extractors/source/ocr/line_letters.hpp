// The letters of a read line, each the likelier of the shapes that were seen there.
#pragma once

#include "extractors/source/ocr/recogniser.hpp"

namespace prongsai::source {

// Puts a sign's other shape in its place where that makes words of what is none (likelier_letters); signs keep their
// places, figures and Latin stay as they are. The reading's text follows.
void settle_letters(LineReading& reading);

}  // namespace prongsai::source
