// The URL is on a host that is not the agency's: Facebook, a shared drive, another office's site.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/site_faults.hpp"

namespace prongsai::checks {

std::vector<Finding> external_host(const CheckInput& input) {
  return site_faults(input, "external_host");
}

}  // namespace prongsai::checks
