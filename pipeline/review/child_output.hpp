// What another program prints, within bounds of time and size.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "models/result.hpp"

namespace prongsai::review {

struct ChildBounds {
  std::chrono::milliseconds time{20'000};
  std::size_t bytes = 16U << 20U;
};

// Runs `command` (no shell) with no input, no other open files and no messages; returns its standard output. A child
// that fails, takes too long or prints too much is ended, and gives a Failure (unreadable_page). Throws
// std::runtime_error when no process can be started.
[[nodiscard]] Result<std::string> child_output(const std::vector<std::string>& command, const ChildBounds& bounds);

}  // namespace prongsai::review
