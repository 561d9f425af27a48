// What a run of Thai letters may spell: each letter as read and, for a doubtful า or ำ, the other one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace prongsai::text {

// Costs add up along a reading of a run; the cheapest reading wins. Their unit is arbitrary: an ordinary
// dictionary word costs 10.
using Cost = int;
inline constexpr Cost kNever = std::numeric_limits<Cost>::max() / 4;

struct Spelling {
  char32_t letter = 0;
  char32_t other = 0;        // 0 when the letter is beyond doubt
  Cost other_cost = kNever;  // of taking the other one
  Cost blank_cost = 0;       // of taking the blank before it for a false one; 0: none stands there
};

// A word of a lexicon that the run spells from one place on.
struct SpeltWord {
  std::size_t end = 0;
  Cost cost = 0;             // of the word itself, the other letters' costs not included
  std::uint64_t others = 0;  // bit n: the n-th letter of the word is the other one
};

// Longer words are not looked for: the longest in ICU's dictionary have under 40 letters.
inline constexpr std::size_t kLongestWord = 60;

}  // namespace prongsai::text
