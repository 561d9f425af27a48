#include "extractors/source/image/raster_png.hpp"

#include <leptonica/allheaders.h>

namespace prongsai::source {

std::string to_png(const Raster& raster, int clockwise) {
  if (raster.empty()) return "";
  // Leptonica counts clockwise quarters.
  Pix* turned = clockwise == 0 ? pixClone(raster.pix()) : pixRotateOrth(raster.pix(), clockwise / 90);
  if (!turned) return "";
  // A shown page should come quickly; level 3 is nearly as small as 6 in a third of the time.
  pixSetZlibCompression(turned, 3);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  std::string png;
  if (pixWriteMemPng(&bytes, &size, turned, 0.0F) == 0) png.assign(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  pixDestroy(&turned);
  return png;
}

}  // namespace prongsai::source
