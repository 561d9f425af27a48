// A line in the making: its code points, and what is known of each sara aa and sara am. Shared by the steps of
// the Thai repair; nothing outside extractors/text needs it.
#pragma once

#include <cstdint>
#include <vector>

namespace prongsai::text {

// What is known of an า or a ำ.
enum class SaraAm : std::uint8_t {
  open,     // as read: the dictionary may find that it should be the other one
  certain,  // the page shows which it is
  spaced,   // ำ put for ' า', which is how a PDF loses the nikhahit; seldom a blank put wrongly inside a word
};

struct Letter {
  char32_t value = 0;
  SaraAm sara_am = SaraAm::open;
};

using Letters = std::vector<Letter>;

}  // namespace prongsai::text
