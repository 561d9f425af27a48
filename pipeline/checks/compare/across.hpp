// Judging submissions against each other: the same bytes twice, tables copied from another office or from the office's
// own report of the year before, a weakness repeated word for word from the year before.
//
// A submission is judged by its sketch (models/sketch.hpp) and a bounded number of others, so that hundreds of
// thousands take a time that grows in proportion to their number, and no more memory than a few: reports alike meet in
// buckets of their MinHash signatures (locality-sensitive hashing). Of two reports the later by file name gets the
// finding.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "models/finding.hpp"
#include "models/sketch.hpp"
#include "pipeline/checks/compare/sketch.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

// The submissions that one is compared with.
struct Neighbours {
  std::optional<Sketch> first_of_bytes;  // the first submission with the same bytes; may be the one itself
  std::vector<Sketch> met;               // earlier ones that share one of its buckets, in order
  std::vector<Sketch> year_before;       // of the same office and the year before, those with weaknesses, in order
};

class Across {
 public:
  // `cells` gives a submission's cells again, to compare them one by one and for the words of a finding; called only
  // for reports that are alike as a whole or repeat a weakness. The rules must outlive this.
  Across(const Rules& rules, CellsOf cells);
  Across(const Across&) = delete;
  Across& operator=(const Across&) = delete;

  // Findings with severity and wording set.
  [[nodiscard]] std::vector<Finding> judge(const Sketch& sketch, const Neighbours& neighbours);

 private:
  [[nodiscard]] std::optional<Finding> near_duplicate(const Sketch& sketch, const std::vector<Sketch>& met);
  [[nodiscard]] Finding near_duplicate_of(const Sketch& earlier, const Sketch& later, double share) const;
  [[nodiscard]] std::vector<Finding> repeated_weaknesses(const Sketch& sketch, const std::vector<Sketch>& before) const;

  const Rules& rules_;
  CellsOf cells_;
  CellsAtHand at_hand_;
};

}  // namespace prongsai::checks
