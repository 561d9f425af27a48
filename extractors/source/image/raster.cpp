#include "extractors/source/image/raster.hpp"

#include <leptonica/allheaders.h>

#include <cmath>
#include <cstdio>
#include <utility>

namespace prongsai::source {

namespace {

// FNV-1a, 64 bit: quick, the same on every machine, and no secret depends on it.
class Fingerprint {
 public:
  void add(std::uint32_t word) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      state_ = (state_ ^ ((word >> shift) & 0xffU)) * 1099511628211ULL;
    }
  }
  [[nodiscard]] std::string hex() const {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(state_));
    return text;
  }

 private:
  std::uint64_t state_ = 14695981039346656037ULL;
};

// The bits of the last word of a row that lie beyond the image are undefined in Leptonica.
std::uint32_t used_bits(int bits_in_row, int word) {
  const int left = bits_in_row - 32 * word;
  return left >= 32 ? 0xffffffffU : ~(0xffffffffU >> left);
}

}  // namespace

Raster::Raster(Pix* owned, double dpi) : pix_(owned), dpi_(dpi) {}

Raster::~Raster() {
  pixDestroy(&pix_);
}

Raster::Raster(Raster&& other) noexcept : pix_(std::exchange(other.pix_, nullptr)), dpi_(other.dpi_) {}

Raster& Raster::operator=(Raster&& other) noexcept {
  std::swap(pix_, other.pix_);
  std::swap(dpi_, other.dpi_);
  return *this;
}

int Raster::width() const {
  return pix_ ? pixGetWidth(pix_) : 0;
}
int Raster::height() const {
  return pix_ ? pixGetHeight(pix_) : 0;
}
int Raster::depth() const {
  return pix_ ? pixGetDepth(pix_) : 0;
}

Raster Raster::clone() const {
  return pix_ ? Raster(pixCopy(nullptr, pix_), dpi_) : Raster();
}

Raster Raster::cut(const Box& points) const {
  const auto pixel = [&](double at) { return static_cast<int>(std::lround(to_pixels(at))); };
  const int x = pixel(points.x0);
  const int y = pixel(points.y0);
  if (!pix_ || points.empty()) return {};
  BOX* box = boxCreate(x, y, pixel(points.x1) - x, pixel(points.y1) - y);
  Pix* part = box ? pixClipRectangle(pix_, box, nullptr) : nullptr;
  boxDestroy(&box);
  return part ? Raster(part, dpi_) : Raster();
}

std::string Raster::hash() const {
  Fingerprint print;
  const int bits = width() * depth();
  for (const int part : {width(), height(), depth()}) print.add(static_cast<std::uint32_t>(part));
  if (!pix_) return print.hex();
  const l_uint32* row = pixGetData(pix_);
  for (int y = 0; y < height(); ++y, row += pixGetWpl(pix_)) {
    for (int word = 0; 32 * word < bits; ++word) print.add(row[word] & used_bits(bits, word));
  }
  return print.hex();
}

}  // namespace prongsai::source
