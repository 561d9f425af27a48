// The rank in a cell of a table of scores.
#pragma once

#include <optional>
#include <string_view>

#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

struct Rank {
  int place = 0;
  int of = 0;  // how many are ranked
};

// A cell that says nothing but a rank and of how many: "3/24", "อันดับที่ ๓ จากทั้งหมด ๒๔ แห่ง".
[[nodiscard]] std::optional<Rank> rank_in(std::string_view cell, const ScoreWords& words);

}  // namespace prongsai::layouts::scores
