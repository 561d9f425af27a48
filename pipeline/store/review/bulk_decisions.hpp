// One decision on many findings at one stroke: a line in the log for each, and one undo for all (review_undo.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace prongsai::store {

class Store;

struct BulkDecision {
  std::string status;            // confirmed or dismissed
  std::string note;              // in place of each finding's own; "" leaves these
  std::string who;               // the reviewer
  std::int64_t seen_latest = 0;  // the last change in the log when the findings were counted
};

// Decides the findings, all of them open. Throws Conflict, and changes nothing, when one of them is not open or was
// changed after `seen_latest`; NoSuchTarget for another status or a finding that is not there. Findings of the
// same bytes in two places are one decision and one line in the log. Returns how many findings were decided.
std::int64_t decide_findings(Store& store, const std::vector<std::int64_t>& findings, const BulkDecision& decision);

}  // namespace prongsai::store
