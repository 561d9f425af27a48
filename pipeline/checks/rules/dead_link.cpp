// The server of the published address says that there is nothing.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/published.hpp"

namespace prongsai::checks {

std::vector<Finding> dead_link(const CheckInput& input) {
  return published_state(input, Publication::State::dead_link, "dead_link");
}

}  // namespace prongsai::checks
