// Findings as stable, readable text: for --dump findings, golden files and bug reports.
#pragma once

#include <string>
#include <vector>

#include "models/finding.hpp"

namespace prongsai::stages {

// One finding a line: severity, code, place, the English message, the evidence. UTF-8.
[[nodiscard]] std::string dump_findings(const std::vector<Finding>& findings);

}  // namespace prongsai::stages
