// The item was published on a work group's page instead of the main site.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/site_faults.hpp"

namespace prongsai::checks {

std::vector<Finding> misplaced_page(const CheckInput& input) {
  return site_faults(input, "misplaced_page");
}

}  // namespace prongsai::checks
