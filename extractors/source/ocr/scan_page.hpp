// A scanned page made ready for reading: white paper, the right way up, level.
#pragma once

#include <optional>

#include "extractors/source/image/raster.hpp"
#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

struct ScanPage {
  Picture grey;         // its dpi counts pixels an inch of the page, also when it was enlarged
  int ink_below = 128;  // a pixel darker than this is ink
  double letter = 0;    // height of a plain letter, pixels; 0: no print was found
  int turned = 0;       // clockwise degrees it was turned
  bool turn_certain = false;
  double skew = 0;      // degrees that were taken out; lines fell to the right by them
  bool shaded = false;  // large letters have a contour, a glow or a shadow

  // Pixels an inch of the print. Some files state pages of a false size (74 dpi for 200): then letters would be three
  // times as tall as any report's, and print is taken to be of ordinary size instead.
  [[nodiscard]] double print_dpi() const;
};

// `turn`: clockwise degrees, where they are known already.
[[nodiscard]] ScanPage straighten(const Raster& scan, std::optional<int> turn = std::nullopt);

// The page with its shaded letters made plain, which often helps and sometimes harms: both are to be read.
[[nodiscard]] ScanPage without_shades(const ScanPage& page);

}  // namespace prongsai::source
