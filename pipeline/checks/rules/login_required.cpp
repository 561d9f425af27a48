// The published address asks for a password.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/published.hpp"

namespace prongsai::checks {

std::vector<Finding> login_required(const CheckInput& input) {
  return published_state(input, Publication::State::login_required, "login_required");
}

}  // namespace prongsai::checks
