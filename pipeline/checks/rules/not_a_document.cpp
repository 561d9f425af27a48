// At the published address stands an image, or a page without the document.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/published.hpp"

namespace prongsai::checks {

std::vector<Finding> not_a_document(const CheckInput& input) {
  return published_state(input, Publication::State::not_a_document, "not_a_document");
}

}  // namespace prongsai::checks
