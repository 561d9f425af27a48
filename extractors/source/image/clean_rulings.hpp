// Rulings taken off a page before it is read.
#pragma once

#include <span>

#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

struct PixelRuling {
  PixelBox box;
  bool horizontal = true;
};

// Paints the rulings white. A stroke that crosses a ruling is left whole; one that ends on it loses only what lies in
// the ruling. Pixels darker than `ink_below` are ink; `letter` is the height of a plain letter in pixels.
void erase_rulings(Picture& grey, int ink_below, double letter, std::span<const PixelRuling> rulings);

}  // namespace prongsai::source
