// What leads to a number in a sentence: whether the words before it make it a score.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts {

// What stands before a number, read backwards.
struct ScoreLead {
  bool lead = false;
  bool needs_unit = false;  // the lead alone says little: "ได้ ๕", "ผลการประเมิน ๓"
  bool percent = false;
  bool bound = false;  // a target, a limit, a change
};

// Reads a tight text backwards from where a number begins.
[[nodiscard]] ScoreLead read_lead(std::string_view before, const ScoreWords& words);

// Where the connectors and leads at the end of a tight text begin.
[[nodiscard]] std::size_t chain_begin(std::string_view text, const ScoreWords& words);

// Only connectors (and leads) stand between a place in a tight text and its end.
[[nodiscard]] bool connects(std::string_view text, std::size_t from, const ScoreWords& words);

}  // namespace prongsai::layouts
