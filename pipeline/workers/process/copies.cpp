#include "pipeline/workers/process/copies.hpp"

#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "pipeline/workers/process/process.hpp"

namespace prongsai::workers {
namespace {

// In a copy: its own socket and log where they are looked for. The copy ends with the coordinator.
bool settle(const CopyRequest& request) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(request.log.fd(), STDOUT_FILENO);
  dup2(request.log.fd(), STDERR_FILENO);
  dup2(request.socket.fd(), kWorkerSocket);
  pollfd hung_up{kWorkerSocket, 0, 0};
  return poll(&hung_up, 1, 0) == 0;
}

// A copy of this process beside it: a child of the coordinator, which waits for it. Needs a process with one thread.
pid_t copy_of_this() {
  return static_cast<pid_t>(syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

}  // namespace

// The interrupt key reaches the whole process group; the coordinator alone decides what it means. Too long a log and a
// coordinator that is gone are seen as errors of the call.
void ignore_signals() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGXFSZ, SIGPIPE}) signal(number, SIG_IGN);
}

void serve_copies(int fd, const std::function<int(const CopyRequest&)>& in_copy) {
  while (auto request = receive_request(fd)) {
    const pid_t copy = copy_of_this();
    if (copy == 0) _exit(settle(*request) ? in_copy(*request) : 0);
    if (!answer_request(fd, copy)) break;
  }
}

}  // namespace prongsai::workers
