// The published address could not be asked: nothing is said of the office.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/published.hpp"

namespace prongsai::checks {

std::vector<Finding> not_checked(const CheckInput& input) {
  return published_state(input, Publication::State::not_checked, "not_checked");
}

}  // namespace prongsai::checks
