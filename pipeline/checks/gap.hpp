// What an issue, or the report, lacks by a scoring rule. Which findings tell which gap stands in data/checks (`gaps`).
#pragma once

#include <array>

#include "models/words.hpp"

namespace prongsai::checks {

enum class Gap {
  absent,      // the issue is not in the report
  blank,       // its table is
  column,      // its table lacks one
  cell,        // one is blank
  row,         // it has no row beside those of others; no finding tells that, and none is needed
  timeframe,   // it states none
  limitation,  // the report states none
};
constexpr auto words_of(Gap) {
  using enum Gap;
  return std::to_array<Worded<Gap>>({{absent, "absent"},
                                     {blank, "blank"},
                                     {column, "column"},
                                     {cell, "cell"},
                                     {row, "row"},
                                     {timeframe, "timeframe"},
                                     {limitation, "limitation"}});
}

}  // namespace prongsai::checks
