// The item was not found on the main site, or the manifest gives no address that could be opened.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/site_faults.hpp"

namespace prongsai::checks {

std::vector<Finding> not_on_main_site(const CheckInput& input) {
  return site_faults(input, "not_on_main_site");
}

}  // namespace prongsai::checks
