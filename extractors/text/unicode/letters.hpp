// A line in the making: its code points, and what is known of each sara aa and sara am. Shared by the steps of
// the Thai repair; nothing outside extractors/text needs it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace prongsai::text {

// What is known of an า or a ำ.
enum class SaraAm : std::uint8_t {
  open,     // as read: the dictionary may find that it should be the other one
  certain,  // the page shows which it is
  spaced,   // ำ put for ' า', which is how a PDF loses the nikhahit; seldom a blank put wrongly inside a word
};

struct Letter {
  static constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

  char32_t value = 0;
  SaraAm sara_am = SaraAm::open;
  std::size_t raw = kNowhere;  // code point index in the raw text
};

using Letters = std::vector<Letter>;

}  // namespace prongsai::text
