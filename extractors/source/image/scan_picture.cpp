#include "extractors/source/image/scan_picture.hpp"

#include <leptonica/allheaders.h>

#include <cstring>
#include <stdexcept>

namespace prongsai::source {

namespace {

// Leptonica's rows are 32-bit words with the first pixel in the highest byte.
void copy_rows(Pix* grey, Picture& out) {
  pixEndianByteSwap(grey);
  const l_uint32* row = pixGetData(grey);
  for (int y = 0; y < out.height; ++y, row += pixGetWpl(grey)) {
    std::memcpy(out.row(y), row, static_cast<std::size_t>(out.width));
  }
}

}  // namespace

Picture to_picture(const Raster& raster) {
  if (raster.empty()) return {};
  Pix* grey = pixConvertTo8(raster.pix(), 0);
  if (!grey) throw std::runtime_error("Leptonica could not convert an image to grey: out of memory?");
  Picture out(raster.width(), raster.height(), raster.dpi());
  copy_rows(grey, out);
  pixDestroy(&grey);
  return out;
}

Raster to_raster(const Picture& picture) {
  return to_raster(picture, picture.dpi);
}

Raster to_raster(const Picture& picture, double dpi) {
  if (picture.empty()) return {};
  Pix* pix = pixCreateNoInit(picture.width, picture.height, 8);
  if (!pix) throw std::runtime_error("Leptonica could not make an image: out of memory?");
  l_uint32* out = pixGetData(pix);
  for (int y = 0; y < picture.height; ++y, out += pixGetWpl(pix)) {
    out[pixGetWpl(pix) - 1] = 0;
    std::memcpy(out, picture.row(y), static_cast<std::size_t>(picture.width));
  }
  pixEndianByteSwap(pix);
  return Raster(pix, dpi);
}

}  // namespace prongsai::source
