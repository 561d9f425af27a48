// Reviewers' decisions on findings. Findings are made anew by each reading; a decision hangs on an anchor that a
// second reading of the same bytes gives again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/finding.hpp"

namespace prongsai::store {

class Store;

struct Decision {
  std::string status;  // open, confirmed, dismissed
  std::string note;    // "" for none
  std::string decided_by;
};

// One anchor a finding: code|issue|item|column|words|k/n. White space, dots and dashes in the words do not count;
// without words the page stands for them. k/n tells findings apart that are alike: when their number changes, none of
// their decisions is carried over, so that a dismissal never moves silently to another gap.
[[nodiscard]] std::vector<std::string> anchors_of(const std::vector<Finding>& findings);

// Sets a finding's status and note, and keeps the decision for later readings. Throws std::runtime_error when there is
// no such finding.
void decide(Store& store, std::int64_t finding_id, const Decision& decision);

struct StaleDecision {
  std::string sha256;
  std::string anchor;
  std::string status;
  std::string note;
};

// Decisions whose finding is gone: mended by a new version, or no longer recognised.
[[nodiscard]] std::vector<StaleDecision> stale_decisions(Store& store);

}  // namespace prongsai::store
