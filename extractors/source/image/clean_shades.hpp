// Decorated letters of covers and posters made plain: dark strokes with a light contour, a glow or a shadow around
// them. Left alone the shade is taken for a part of the letter: it fills loops and joins marks to what is below them.
#pragma once

#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

// Whether there are letters larger than any running text whose strokes have more grey around them than a picture's
// edges have. `grey` has white paper.
[[nodiscard]] bool has_shades(const Picture& grey);

// The strokes of such letters are made black and the grey around them is wiped; everything else is left as it is.
void wipe_shades(Picture& grey);

}  // namespace prongsai::source
