// A grey picture as plain bytes: what the cleaning and cutting of a scan works on, one step after another, without
// going through Leptonica's packed words each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractors/source/image/raster.hpp"

namespace prongsai::source {

inline constexpr std::uint8_t kPaperWhite = 255;

// A rectangle of pixels; x1 and y1 lie just outside.
struct PixelBox {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;

  [[nodiscard]] int width() const { return x1 - x0; }
  [[nodiscard]] int height() const { return y1 - y0; }
  [[nodiscard]] bool empty() const { return x1 <= x0 || y1 <= y0; }

  friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

// 0 is black, 255 white; row after row without gaps.
struct Picture {
  int width = 0;
  int height = 0;
  double dpi = 72;  // pixels an inch of the page
  std::vector<std::uint8_t> pixels;

  Picture() = default;
  Picture(int w, int h, double resolution, std::uint8_t fill = kPaperWhite)
      : width(w), height(h), dpi(resolution), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), fill) {}

  [[nodiscard]] bool empty() const { return pixels.empty(); }
  [[nodiscard]] std::uint8_t* row(int y) {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  [[nodiscard]] const std::uint8_t* row(int y) const {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
};

// Any depth becomes 8-bit grey by its luminance; 1-bit becomes 0 and 255.
[[nodiscard]] Picture to_picture(const Raster& raster);
[[nodiscard]] Raster to_raster(const Picture& picture);
[[nodiscard]] Raster to_raster(const Picture& picture, double dpi);  // with another resolution than the picture states

}  // namespace prongsai::source
