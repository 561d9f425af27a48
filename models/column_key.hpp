// What a column of a table holds.
#pragma once

#include <array>

#include "models/words.hpp"

namespace prongsai {

// The set is the database's (column_key of a cell), not a layout's. Which headers mean which key is data
// (data/layouts/common/columns.yaml), and so is which keys make a table one of a role and which of them it must have
// (data/layouts/*.yaml): a form of another year names its tables by these keys in a file of its own. What it has
// besides is `other`, whose header keeps what it says; so no layout has a key of its own, and none needs C++.
//
// In the order of their words, so that what is sorted by key comes as it does where it is sorted by word.
enum class ColumnKey {
  activity,
  analysis,
  follow_up,
  how_applied,
  improvement,
  indicator,
  issue,
  limitation,
  measure,
  other,  // none of the others
  outcome,
  procedure,
  responsible,
  result,
  sequence,  // the number of a row
  timeframe,
  weakness
};
constexpr auto words_of(ColumnKey) {
  using enum ColumnKey;
  return std::to_array<Worded<ColumnKey>>({{activity, "activity"},
                                           {analysis, "analysis"},
                                           {follow_up, "follow_up"},
                                           {how_applied, "how_applied"},
                                           {improvement, "improvement"},
                                           {indicator, "indicator"},
                                           {issue, "issue"},
                                           {limitation, "limitation"},
                                           {measure, "measure"},
                                           {other, "other"},
                                           {outcome, "outcome"},
                                           {procedure, "procedure"},
                                           {responsible, "responsible"},
                                           {result, "result"},
                                           {sequence, "sequence"},
                                           {timeframe, "timeframe"},
                                           {weakness, "weakness"}});
}

}  // namespace prongsai
