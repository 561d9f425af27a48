// Shares reports out among reviewers. For this library only.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/store/review/assignments.hpp"

namespace prongsai::review {

// `reports`: number and office, an office's one after the other. All reports of an office go to one reviewer; who has
// the fewest so far gets the next office. Without reviewers all are nobody's.
[[nodiscard]] std::vector<store::Assignment> shared_out(
    const std::vector<std::pair<std::int64_t, std::string>>& reports, const std::vector<std::string>& reviewers);

}  // namespace prongsai::review
