// A numbered list repeats a number.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/numbering.hpp"

namespace prongsai::checks {

std::vector<Finding> numbering_repeat(const CheckInput& input) {
  return numbering_faults(input, "numbering_repeat");
}

}  // namespace prongsai::checks
