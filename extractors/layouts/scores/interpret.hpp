// A table of scores understood as a whole: of all readings the one that explains most of it, if it leads the next one
// that says something else.
#pragma once

#include <optional>
#include <string>

#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {

struct Interpretation {
  TableReading best;
  std::optional<TableReading> runner_up;  // the best of those that give a figure another subject, office or year
  std::optional<double> margin;
  // Why it states nothing for certain although it speaks of the assessment: a variant of the finding unclear_score.
  std::optional<std::string> unclear;

  [[nodiscard]] bool states_scores() const { return !unclear && !best.figures.empty(); }
};

// One block of a table (blocks.hpp). `context`: what the words over it say.
[[nodiscard]] Interpretation interpret(const Grid& block, const TableContext& context, CellSenses& senses);

}  // namespace prongsai::layouts::scores
