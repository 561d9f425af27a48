#include "pipeline/workers/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace prongsai::workers {
namespace {

constexpr std::size_t kMaxLine = 200;
// How long the coordinator waits for a worker to take a job before it counts as hanging.
constexpr timeval kSendPatience{30, 0};

struct Pair {
  Socket ours;
  Socket theirs;
};

Pair make_pair() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw std::runtime_error(std::string("no socket for a worker: ") + std::strerror(errno));
  }
  setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &kSendPatience, sizeof kSendPatience);
  return {Socket(ends[0]), Socket(ends[1])};
}

// In the child, between fork and the work: only calls that are safe there.
void settle_child(pid_t parent, int log_fd) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);  // the parent died before the line above
  const int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(log_fd, STDOUT_FILENO);
  dup2(log_fd, STDERR_FILENO);
}

template <typename InChild>
Child start(const std::filesystem::path& log, const InChild& in_child) {
  Pair pair = make_pair();
  const int log_fd = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (log_fd < 0) throw std::runtime_error(log.string() + ": cannot be written: " + std::strerror(errno));
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    settle_child(parent, log_fd);
    in_child(pair.theirs.fd());
    _exit(127);
  }
  const int error = errno;
  close(log_fd);
  if (pid < 0) throw std::runtime_error(std::string("no process for a worker: ") + std::strerror(error));
  return {pid, std::move(pair.ours), log};
}

}  // namespace

Child start_program(const std::vector<std::string>& command, const std::filesystem::path& log) {
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  return start(log, [&](int fd) {
    if (fd == kWorkerSocket) {
      fcntl(fd, F_SETFD, 0);  // keep it over exec
    } else {
      dup2(fd, kWorkerSocket);
    }
    execv(arguments[0], arguments.data());
  });
}

Child start_copy(const std::function<int(int fd)>& work, const std::filesystem::path& log) {
  return start(log, [&](int fd) { _exit(work(fd)); });
}

std::string describe_end(int wait_status) {
  if (WIFSIGNALED(wait_status)) {
    const int number = WTERMSIG(wait_status);
    if (number == SIGXCPU) return "used more than its processor time";
    if (number == SIGKILL) return "was killed from outside, perhaps for lack of memory";
    return std::string("crashed (SIG") + sigabbrev_np(number) + ": " + sigdescr_np(number) + ")";
  }
  return "ended by itself (exit status " + std::to_string(WEXITSTATUS(wait_status)) + ")";
}

std::string last_line(const std::filesystem::path& log) {
  std::ifstream file(log);
  std::string line;
  std::string last;
  while (std::getline(file, line)) {
    if (!line.empty()) last = line;
  }
  return last.substr(0, kMaxLine);
}

}  // namespace prongsai::workers
