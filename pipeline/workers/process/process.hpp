// Starting a worker process and saying why one ended.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

#include "pipeline/workers/messages/channel.hpp"

namespace prongsai::workers {

struct Child {
  pid_t pid = -1;
  Descriptor socket;
  Descriptor log;  // its standard error: a file in memory, without a name
};

using Launcher = std::function<Child()>;

// The descriptor under which a started program, and a copy of one, finds its socket.
inline constexpr int kWorkerSocket = 3;

// Runs `command` in a session of its own, with its socket on descriptor 3 and nothing else open: nothing on standard
// input, both outputs into its log. It dies with its parent. `environment`: NAME=value, beside the caller's own. Throws
// std::runtime_error when no process can be started.
[[nodiscard]] Child start_program(const std::vector<std::string>& command,
                                  const std::vector<std::string>& environment = {});

// Runs `work` in a copy of this process instead, with its socket: for tests.
[[nodiscard]] Child start_copy(const std::function<int(int fd)>& work);

// Both ends of a socket; neither is passed on by exec. On the first, sending and waiting for an answer give up after
// half a minute. Throws std::runtime_error, as does open_log().
struct SocketPair {
  Descriptor ours;
  Descriptor theirs;
};
[[nodiscard]] SocketPair make_socket_pair();
[[nodiscard]] Descriptor open_log();

// A process's end in words: "crashed (SIGSEGV: Segmentation fault)", "used more than its processor time", …
[[nodiscard]] std::string describe_end(int wait_status);

// The last line of a log; "" for none. At most 200 bytes of it, valid UTF-8.
[[nodiscard]] std::string last_line(const Descriptor& log);

}  // namespace prongsai::workers
