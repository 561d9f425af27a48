// A sheet of paper photographed on a darker ground.
#pragma once

#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

// Where a bright four-sided sheet lies on a darker ground that shows on three sides of the picture at least, the sheet
// is set straight in its place (its sides upright and level, each where it was on average, so that places on the
// picture move by no more than the sheet was distorted) and the ground becomes white. Other pictures are left as they
// are: scans, negatives, pages with dark bands that hold print. True where it was done.
bool set_sheet_straight(Picture& grey);

}  // namespace prongsai::source
