// For this library only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace prongsai::source {

// The upper one of two in the middle. `values` are not empty.
template <typename Value>
[[nodiscard]] Value median(std::vector<Value> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace prongsai::source
