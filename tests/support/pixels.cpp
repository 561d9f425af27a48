#include "tests/support/pixels.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace prongsai::testing {

Paper::Paper(double width, double height, double dpi)
    : raster_(pixCreate(static_cast<l_int32>(width * dpi / 72), static_cast<l_int32>(height * dpi / 72), 8), dpi) {
  pixSetAll(raster_.pix());
}

Paper& Paper::ink(double x0, double y0, double x1, double y1, int grey) {
  const auto pixel = [&](double points) { return static_cast<int>(std::lround(raster_.to_pixels(points))); };
  for (int y = pixel(y0); y < std::max(pixel(y1), pixel(y0) + 1); ++y) {
    for (int x = pixel(x0); x < std::max(pixel(x1), pixel(x0) + 1); ++x) {
      pixSetPixel(raster_.pix(), x, y, static_cast<l_uint32>(grey));
    }
  }
  return *this;
}

Paper& Paper::dashes(double x0, double y0, double x1, double y1, double on, double off, int grey) {
  const bool horizontal = x1 - x0 > y1 - y0;
  const double length = horizontal ? x1 - x0 : y1 - y0;
  for (double at = 0; at < length; at += on + off) {
    if (horizontal) {
      ink(x0 + at, y0, x0 + at + on, y1, grey);
    } else {
      ink(x0, y0 + at, x1, y0 + at + on, grey);
    }
  }
  return *this;
}

Paper& Paper::skew(double degrees) {
  const auto radians = static_cast<l_float32>(degrees * M_PI / 180);
  Pix* turned = pixRotate(raster_.pix(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
  raster_ = source::Raster(turned, raster_.dpi());
  return *this;
}

source::Raster Paper::raster() const {
  return raster_.clone();
}

}  // namespace prongsai::testing
