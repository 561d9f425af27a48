// A numbered list skips a number.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/numbering.hpp"

namespace prongsai::checks {

std::vector<Finding> numbering_gap(const CheckInput& input) {
  return numbering_faults(input, "numbering_gap");
}

}  // namespace prongsai::checks
