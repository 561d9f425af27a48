// How many pixels have each grey level. For this library only.
#pragma once

#include <array>

namespace prongsai::source {

using GreyLevels = std::array<int, 256>;  // from black to white

// The level that this share of the pixels, 0 to 1, is darker than; 255 of none.
[[nodiscard]] int quantile(const GreyLevels& levels, double share);

}  // namespace prongsai::source
