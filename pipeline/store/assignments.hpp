// Whose work the review of a report is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace prongsai::store {

class Store;

struct Assignment {
  std::int64_t submission_id = 0;
  std::string reviewer;  // "": nobody's any more
};

// All in one transaction, in place of what was assigned before. `by`: who assigns. Submissions that are gone are left
// out.
void assign(Store& store, const std::vector<Assignment>& assignments, const std::string& by);

}  // namespace prongsai::store
