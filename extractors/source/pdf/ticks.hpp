// Ticks of fonts whose signs are no letters: Wingdings and its kin. For this library only.
#pragma once

#include "models/page.hpp"

namespace prongsai::source {

// Their code points (U+F0FC, or the bare byte in a font of that name) become ✓ ✗ ☑ ☐ ☒; other signs stay.
void name_ticks(Word& word);

}  // namespace prongsai::source
