// What reviewers' decisions on findings (review.hpp) hang on. Findings are made anew by each reading; a decision hangs
// on an anchor that a second reading of the same bytes gives again.
#pragma once

#include <string>
#include <vector>

#include "models/finding.hpp"

namespace prongsai::store {

class Store;

// One anchor a finding: code|issue|item|column|words|k/n. White space, dots and dashes in the words do not count;
// without words the page stands for them. k/n tells findings apart that are alike: when their number changes, none of
// their decisions is carried over, so that a dismissal never moves silently to another gap.
[[nodiscard]] std::vector<std::string> anchors_of(const std::vector<Finding>& findings);

struct StaleDecision {
  std::string sha256;
  std::string anchor;
  std::string status;
  std::string note;
};

// Decisions whose finding is gone: mended by a new version, or no longer recognised.
[[nodiscard]] std::vector<StaleDecision> stale_decisions(Store& store);

}  // namespace prongsai::store
