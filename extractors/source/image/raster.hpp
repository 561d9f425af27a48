// A page or a part of it as pixels. Owns one Leptonica image; nobody outside this folder sees which library it is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "models/geometry.hpp"

struct Pix;

namespace prongsai::source {

class Raster {
 public:
  Raster() = default;
  explicit Raster(Pix* owned, double dpi);  // takes ownership
  ~Raster();
  Raster(Raster&&) noexcept;
  Raster& operator=(Raster&&) noexcept;
  Raster(const Raster&) = delete;
  Raster& operator=(const Raster&) = delete;

  [[nodiscard]] bool empty() const { return pix_ == nullptr; }
  [[nodiscard]] int width() const;                   // pixels
  [[nodiscard]] int height() const;                  // pixels
  [[nodiscard]] int depth() const;                   // bits a pixel: 1, 8 or 32
  [[nodiscard]] double dpi() const { return dpi_; }  // pixels an inch of the page, measured, not from metadata
  [[nodiscard]] Pix* pix() const { return pix_; }    // for this library only

  [[nodiscard]] Raster clone() const;                 // a deep copy
  [[nodiscard]] Raster cut(const Box& points) const;  // a copy of a part; empty when it lies outside
  [[nodiscard]] double to_points(double pixels) const { return pixels * 72.0 / dpi_; }
  [[nodiscard]] double to_pixels(double points) const { return points * dpi_ / 72.0; }
  [[nodiscard]] std::string hash() const;  // of size and pixels: the key of recorded OCR

 private:
  Pix* pix_ = nullptr;
  double dpi_ = 72;
};

}  // namespace prongsai::source
