// Texts put behind one another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

// `between` stands between each two; an empty text at the beginning leaves none behind it.
[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += between;
    all += part;
  }
  return all;
}

}  // namespace prongsai::text
