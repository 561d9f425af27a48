// Findings about the published address itself, from what `collect` found there (Submission's manifest row).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/publication.hpp"
#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

// What was found, where the submission's row says so.
[[nodiscard]] std::optional<Publication> publication_of(const CheckInput& input);

// One finding of this code where the address is in this state.
[[nodiscard]] std::vector<Finding> published_state(const CheckInput& input, Publication::State state,
                                                   const std::string& code);

// A finding with the address as evidence, and {because}, {when} (Bangkok time), {tries}, {clicks} and {pages} to fill
// in.
[[nodiscard]] Finding published_finding(const CheckInput& input, const Publication& facts, const std::string& code);

}  // namespace prongsai::checks
