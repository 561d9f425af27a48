// Texts put behind one another, and into one line.
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

// A text of several lines as a dump shows it: ⏎ where one ends.
[[nodiscard]] inline std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n')
      line += "⏎";
    else
      line += c;
  }
  return line;
}

}  // namespace prongsai::text
