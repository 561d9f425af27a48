// Boxes beside each other.
#pragma once

#include "models/geometry.hpp"

namespace prongsai {

// Neither stands over a part of the other, whatever their heights.
[[nodiscard]] inline bool lie_apart(const Box& a, const Box& b) {
  return a.x1 <= b.x0 || b.x1 <= a.x0;
}

// … and they stand at one height.
[[nodiscard]] inline bool side_by_side(const Box& a, const Box& b) {
  return at_one_height(a, b) && lie_apart(a, b);
}

}  // namespace prongsai
