// What finders promise of the places that they give, for their asserts.
#pragma once

#include <cstddef>

namespace prongsai::text {

// Each has `begin` and `end`, byte offsets within a text of `size` bytes, and is not empty; they stand in order and
// apart from each other.
template <typename Spans>
[[nodiscard]] bool are_apart_in_order(const Spans& spans, std::size_t size) {
  std::size_t last = 0;
  for (const auto& span : spans) {
    if (span.begin < last || span.end <= span.begin || span.end > size) return false;
    last = span.end;
  }
  return true;
}

}  // namespace prongsai::text
