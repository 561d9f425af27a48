#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace prongsai {

// The upper one of two in the middle; Value{} of nothing.
template <typename Value>
[[nodiscard]] Value median(std::vector<Value> values) {
  if (values.empty()) return Value{};
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace prongsai
