#include "pipeline/workers/process/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sstream>
#include <stdexcept>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/workers/process/blame.hpp"

namespace prongsai::workers {
namespace {

constexpr std::size_t kMaxLine = 200;
// How long the coordinator waits for a worker to take a job, or to copy itself, before it counts as hanging.
constexpr timeval kSocketPatience{30, 0};

// In the child, between fork and the work: only calls that are safe there.
void settle_child(pid_t parent, int log_fd) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);  // the parent died before the line above
  (void)setsid();                     // the terminal, and the keys pressed on it, are not for this one
  const int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(log_fd, STDOUT_FILENO);
  dup2(log_fd, STDERR_FILENO);
}

template <typename InChild>
Child start(const InChild& in_child) {
  SocketPair pair = make_socket_pair();
  Descriptor log = open_log();
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    settle_child(parent, log.fd());
    in_child(pair.theirs.fd());
    _exit(127);
  }
  if (pid < 0) throw std::runtime_error(std::string("no process for a worker: ") + std::strerror(errno));
  return {pid, std::move(pair.ours), std::move(log)};
}

// As exec takes them, with a null pointer at the end.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

SocketPair make_socket_pair() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw std::runtime_error(std::string("no socket for a worker: ") + std::strerror(errno));
  }
  for (const int option : {SO_SNDTIMEO, SO_RCVTIMEO}) {
    setsockopt(ends[0], SOL_SOCKET, option, &kSocketPatience, sizeof kSocketPatience);
  }
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Descriptor open_log() {
  Descriptor log(memfd_create("log", MFD_CLOEXEC));
  if (log.fd() < 0) throw std::runtime_error(std::string("no log for a worker: ") + std::strerror(errno));
  return log;
}

Child start_program(const std::vector<std::string>& command, const std::vector<std::string>& environment) {
  std::vector<std::string> words = command;
  const std::vector<char*> arguments = pointers_to(words);
  std::vector<std::string> variables = environment;
  for (char** own = environ; *own != nullptr; ++own) variables.emplace_back(*own);
  const std::vector<char*> all_variables = pointers_to(variables);
  return start([&](int fd) {
    if (fd == kWorkerSocket) {
      fcntl(fd, F_SETFD, 0);  // keep it over exec
    } else {
      dup2(fd, kWorkerSocket);
    }
    closefrom(kWorkerSocket + 1);
    execve(arguments[0], arguments.data(), all_variables.data());
  });
}

Child start_copy(const std::function<int(int fd)>& work) {
  return start([&](int fd) { _exit(work(fd)); });
}

std::string describe_end(int wait_status) {
  if (WIFSIGNALED(wait_status)) {
    const int number = WTERMSIG(wait_status);
    if (number == SIGXCPU) return "used more than its processor time";
    if (number == SIGKILL) return "was killed from outside, perhaps for lack of memory";
    return std::string("crashed (SIG") + sigabbrev_np(number) + ": " + sigdescr_np(number) + ")";
  }
  if (WEXITSTATUS(wait_status) == kPageNeedsMemory) return "had no memory left for a page";
  return "ended by itself (exit status " + std::to_string(WEXITSTATUS(wait_status)) + ")";
}

// A process that is not trusted wrote it: its end is all that is looked at, and broken bytes are replaced.
std::string last_line(const Descriptor& log) {
  constexpr off_t kTail = 4096;
  std::array<char, kTail> tail{};
  struct stat about {};
  if (fstat(log.fd(), &about) != 0) return "";
  const ssize_t got = pread(log.fd(), tail.data(), tail.size(), std::max<off_t>(0, about.st_size - kTail));
  std::istringstream lines(std::string(tail.data(), static_cast<std::size_t>(std::max<ssize_t>(0, got))));
  std::string last;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) last = line;
  }
  return text::to_utf8(text::to_utf32(last.substr(0, kMaxLine)));
}

}  // namespace prongsai::workers
