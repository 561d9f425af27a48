// Whether a piece of ink that no reader could read looks like print at all.
#pragma once

#include "extractors/source/image/raster.hpp"

namespace prongsai::source {

// Pieces of ink of a letter's size and of about one height stand in a row, more than three of them. Signatures, crests
// and logos are few large pieces or pieces of all sizes.
[[nodiscard]] bool shows_letters_in_a_row(const Raster& picture);

}  // namespace prongsai::source
