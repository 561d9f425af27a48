// A line cut into runs of Thai letters, with what is in doubt in each: every า and ำ that is not proven, and
// blanks that may be false.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/text/unicode/letters.hpp"
#include "extractors/text/unicode/spelling.hpp"

namespace prongsai::text {

struct ThaiRun {
  std::vector<std::size_t> at;     // where each letter of the run stands in the line
  std::vector<Spelling> spelling;  // one a letter
};

// The runs in which something is in doubt. `lost_cost` is the cost of taking an า for a lost ำ; kNever where every
// า is known to be one.
[[nodiscard]] std::vector<ThaiRun> doubtful_runs(const Letters& letters, Cost lost_cost, bool scanned = false);

}  // namespace prongsai::text
