// Whole numbers from figures of a page or a file: a number of thirteen digits (a citizen's, a project's) fits no int.
#pragma once

#include <optional>

namespace prongsai {

// `value` towards zero; nothing for NaN and for what lies beyond ±1,000,000,000, so that the caller may count on from
// it.
[[nodiscard]] constexpr std::optional<int> checked_int(double value) {
  constexpr double kFurthest = 1e9;
  if (!(value >= -kFurthest && value <= kFurthest)) return std::nullopt;
  return static_cast<int>(value);
}

}  // namespace prongsai
