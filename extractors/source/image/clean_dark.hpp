// White print on dark ground made black on white: negatives, header rows of tables, bars.
#pragma once

#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

// A page that is mostly dark is turned over as a whole; on other pages dark fields of a table's row or larger that hold
// light marks are, each by itself. A picture without them is left as it is.
void invert_dark(Picture& grey);

}  // namespace prongsai::source
