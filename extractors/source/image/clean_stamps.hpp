// Stamps and signatures over print, told from it by their fainter ink.
//
// Offices stamp and sign in blue or violet, which a grey scan shows as a lighter grey than the printed letters below.
// What is one stroke from rim to rim, far larger than letters and clearly lighter, is painted white wherever the page
// is not as dark as print; the letters that it crosses stay. Scans in black and white show no such difference.
#pragma once

#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

// Pixels darker than `ink_below` are ink; `letter` is the height of a plain letter in pixels. Returns whether anything
// was painted.
bool fade_stamps(Picture& grey, int ink_below, double letter);

}  // namespace prongsai::source
