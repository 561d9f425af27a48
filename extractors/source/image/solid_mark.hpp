// Bullets that are drawn, not written.
#pragma once

#include "extractors/source/image/raster.hpp"

namespace prongsai::source {

// The picture shows one solid spot, about as wide as high and no larger than a letter: ● ■. Letters and digits are made
// of strokes and fill less of their box.
[[nodiscard]] bool is_solid_mark(const Raster& picture);

}  // namespace prongsai::source
