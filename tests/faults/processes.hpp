// Other processes, as the fault tests see them.
#pragma once

#include <sys/types.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace prongsai::tests {

// Processes whose parent is `parent`.
inline std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    if (std::atoi(entry.path().filename().c_str()) == 0) continue;
    const std::string stat = content_of(entry.path() / "stat");
    const std::size_t end = stat.rfind(')');  // "pid (name) state parent …"; the name may hold anything
    if (end == std::string::npos || end + 4 > stat.size()) continue;
    if (std::atoi(stat.c_str() + end + 4) == parent) children.push_back(std::atoi(stat.c_str()));
  }
  return children;
}

}  // namespace prongsai::tests
