// A raster as a PNG file's bytes, for showing.
#pragma once

#include <string>

#include "extractors/source/image/raster.hpp"

namespace prongsai::source {

// `clockwise`: 0, 90, 180 or 270 degrees that the picture is turned by first. "" when memory does not suffice.
[[nodiscard]] std::string to_png(const Raster& raster, int clockwise = 0);

}  // namespace prongsai::source
