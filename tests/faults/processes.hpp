// Other processes, as the fault tests see them.
#pragma once

#include <sys/types.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace prongsai::tests {

// The line "pid (name) state parent …" of /proc, empty where the process has ended: it may do so at any moment.
inline std::string stat_of(const std::string& pid) {
  std::string stat;
  std::getline(std::ifstream("/proc/" + pid + "/stat"), stat, '\0');
  return stat;
}

// Processes whose parent is `parent`.
inline std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    if (std::atoi(entry.path().filename().c_str()) == 0) continue;
    const std::string stat = stat_of(entry.path().filename());
    const std::size_t end = stat.rfind(')');  // the name may hold anything
    if (end == std::string::npos || end + 4 > stat.size()) continue;
    if (std::atoi(stat.c_str() + end + 4) == parent) children.push_back(std::atoi(stat.c_str()));
  }
  return children;
}

}  // namespace prongsai::tests
