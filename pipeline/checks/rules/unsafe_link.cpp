// The way to the published address is not safe: not encrypted, or with a certificate that is not valid.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/published.hpp"

namespace prongsai::checks {

std::vector<Finding> unsafe_link(const CheckInput& input) {
  const auto facts = publication_of(input);
  if (!facts || facts->unsafe.empty()) return {};
  Finding finding = published_finding(input, *facts, "unsafe_link");
  finding.values["because"] = facts->unsafe_because;
  if (facts->unsafe == "certificate") finding.values["variant"] = "certificate";
  return {finding};
}

}  // namespace prongsai::checks
