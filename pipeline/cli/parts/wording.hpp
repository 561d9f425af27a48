// How findings and places are said on a terminal.
#pragma once

#include <string>
#include <vector>

#include "models/finding.hpp"
#include "pipeline/cli/commands.hpp"

namespace prongsai::cli {

// The message in the language asked for; both where that is asked for. At least one line.
[[nodiscard]] std::vector<std::string> wording_of(const Finding& finding, Language language);

// "p.3 issue 2 O34 responsible": what of these is known.
[[nodiscard]] std::string place_of(const Finding& finding);

}  // namespace prongsai::cli
