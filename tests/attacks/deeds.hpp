// What a process that was taken over would like to do: system calls that the sandbox must refuse.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace attack {

struct Target {
  pid_t coordinator = 0;
  std::string database;
  std::string other_report;
  std::string scratch;  // a file that the process's user may write to
};

struct Deed {
  const char* name;
  bool (*works)(const Target& target);
};

[[nodiscard]] const std::vector<Deed>& all_deeds();

}  // namespace attack
