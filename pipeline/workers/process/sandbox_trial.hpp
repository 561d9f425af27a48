// What the sandbox really holds on this machine, found out by trying.
#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/workers/sandbox/sandbox.hpp"

namespace prongsai::workers {

// Enters the sandbox in a process of its own, for it cannot be undone, and tries there what it forbids. A protection
// that is offered but lets something through does not hold, and says what it let through.
[[nodiscard]] std::vector<Protection> try_sandbox(const std::vector<std::filesystem::path>& readable);

}  // namespace prongsai::workers
