// Rasters drawn pixel by pixel.
#pragma once

#include "extractors/source/image/raster.hpp"

namespace prongsai::testing {

// White paper of this many points, 8 bits grey.
class Paper {
 public:
  Paper(double width, double height, double dpi);

  // Points, rounded to whole pixels, at least one pixel thick.
  Paper& ink(double x0, double y0, double x1, double y1, int grey = 0);
  // As `ink`, in dashes along the longer side.
  Paper& dashes(double x0, double y0, double x1, double y1, double on, double off, int grey = 0);
  // Turned about the middle, as a page on a scanner's glass.
  Paper& skew(double degrees);

  [[nodiscard]] source::Raster raster() const;

 private:
  source::Raster raster_;
};

}  // namespace prongsai::testing
