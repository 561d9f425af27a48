// Starting a worker process and saying why one ended.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/workers/channel.hpp"

namespace prongsai::workers {

struct Child {
  pid_t pid = -1;
  Socket socket;
  std::filesystem::path log;  // its standard error
};

// Starts the worker of a slot (0, 1, …).
using Launcher = std::function<Child(int slot)>;

// The descriptor under which a started program finds its socket.
inline constexpr int kWorkerSocket = 3;

// Runs `command` with its socket on descriptor 3, nothing on standard input, both outputs into `log`. The child dies
// with its parent. Throws std::runtime_error when no process can be started.
[[nodiscard]] Child start_program(const std::vector<std::string>& command, const std::filesystem::path& log);

// Runs `work` in a copy of this process instead, with its socket: for tests.
[[nodiscard]] Child start_copy(const std::function<int(int fd)>& work, const std::filesystem::path& log);

// A process's end in words: "crashed (SIGSEGV: Segmentation fault)", "used more than its processor time", …
[[nodiscard]] std::string describe_end(int wait_status);

// The last line that a worker logged; "" for none. At most 200 bytes.
[[nodiscard]] std::string last_line(const std::filesystem::path& log);

}  // namespace prongsai::workers
