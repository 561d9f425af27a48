// How the coordinator asks the loaded process for a copy of itself, and what goes along: over the socket between the
// two.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "pipeline/workers/messages/channel.hpp"

namespace prongsai::workers {

struct CopyRequest {
  std::string document;  // path of the file that the copy opens before it locks itself in; "" for none
  Descriptor socket;     // the copy's end
  Descriptor log;        // its standard error
};

// The coordinator's side. Waits for the answer: the copy's process id, a child of the calling process. Nothing when the
// other side is gone or silent.
[[nodiscard]] std::optional<pid_t> ask_for_copy(int server, const CopyRequest& request);

// The loaded process's side. Nothing when the coordinator has hung up.
[[nodiscard]] std::optional<CopyRequest> receive_request(int fd);
[[nodiscard]] bool answer_request(int fd, pid_t copy);

}  // namespace prongsai::workers
