// Lines that run on behind bars: a schedule's bars cover the lines of its table.
#pragma once

#include <vector>

#include "extractors/source/image/raster.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// Joins two rulings of one line where all that parts them is a fill, darker or lighter than the ground beside either of
// them, and no word stands across. A cell that reaches down over several rows stays whole: its ground is that of its
// neighbours, or its words stand in it. The page is upright, painted plain and without its letters, about 100 dpi.
void bridge_behind_fills(std::vector<Ruling>& rulings, const Raster& page, const std::vector<Word>& words);

}  // namespace prongsai::source
