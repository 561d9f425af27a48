// How words and addresses are compared. For this library only.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::collect {

// Small letters, no blanks.
[[nodiscard]] inline std::string compared(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace prongsai::collect
