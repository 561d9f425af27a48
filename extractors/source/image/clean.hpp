// A scan's paper made white: uneven light, shading and scanner noise taken off, ink left as it is.
#pragma once

#include "extractors/source/image/scan_components.hpp"
#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

struct CleanPicture {
  Picture grey;         // paper is 255 exactly (a grey remainder costs the recogniser dearly), ink near 0
  int ink_below = 128;  // a pixel darker than this is ink
  double noise = 0;     // standard deviation of the paper before cleaning, grey levels
};

// `scan` as it came from the scanner. A picture of only black and white pixels is returned as it is.
[[nodiscard]] CleanPicture clean_paper(const Picture& scan);

// Paints scanner dust white: dots of a pixel or two, too small beside letters `letter` pixels high to be a full stop
// or a tone mark. `ink` are the picture's components.
void wipe_dust(Picture& grey, const InkMap& ink, double letter);

// Where coloured ink (a stamp, a signature) lies over black print, the colour is taken away and the print stays.
// Coloured print that covers nothing stays, as does a raster without colour. Result: grey.
[[nodiscard]] Picture without_stamps(const Raster& scan);

}  // namespace prongsai::source
