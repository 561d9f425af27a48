// Numbers as Thai reports print them: in Thai or ASCII digits, with thousands commas and decimal points.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

// Thai digits ๐–๙ as 0–9; all else unchanged.
[[nodiscard]] std::string ascii_digits(std::string_view text);

struct Number {
  double value = 0;
  bool thai_digits = false;
  int decimals = 0;       // digits after the point, as printed
  std::size_t begin = 0;  // byte offsets in the text it was found in
  std::size_t end = 0;
};

// The whole text is one number (blanks around it allowed); else nothing.
[[nodiscard]] std::optional<Number> parse_number(std::string_view text);

// All numbers in a text, in order. A number glued to letters, a phone number, an order number (๖๒/๒๕๖๗) or an
// item code is still found here as digits; the caller judges its surroundings.
[[nodiscard]] std::vector<Number> find_numbers(std::string_view text);

}  // namespace prongsai::text
