// Numbers at the beginning of list items: ๑. ๒) (๓) 1.1 ๑.๒ - •
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

struct ListNumber {
  std::vector<int> parts;  // ๑.๒ → {1, 2}
  std::string style;       // "N." "N)" "(N)" "N.N" "N" "-" "•"
  std::size_t begin = 0;   // byte offsets of the marker
  std::size_t end = 0;     // after the marker and its blanks
};

// The marker that a line or paragraph begins with.
[[nodiscard]] std::optional<ListNumber> leading_number(std::string_view text);

// Markers anywhere in joined text where an item begins (after a blank or at the start): "๑. … ๒. …".
[[nodiscard]] std::vector<ListNumber> find_list_numbers(std::string_view text);

}  // namespace prongsai::text
