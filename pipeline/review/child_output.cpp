#include "pipeline/review/child_output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace prongsai::review {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error(std::string("no pipe: ") + std::strerror(errno));
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    close(read_end);
    close_writing();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_writing() {
    if (write_end >= 0) close(write_end);
    write_end = -1;
  }

  int read_end = -1;
  int write_end = -1;
};

// posix_spawn rather than fork: the server has many threads.
pid_t spawn(const std::vector<std::string>& command, int output) {
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  pid_t pid = -1;
  const int error = posix_spawn(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error(command[0] + ": cannot be started: " + std::strerror(error));
  return pid;
}

Failure failed(const std::string& why) {
  return {"unreadable_page", "The page cannot be shown: " + why + "."};
}

// The whole output, or why not. Returns when the other end closes.
Result<std::string> read_all(int fd, const ChildBounds& bounds) {
  const auto until = Clock::now() + bounds.time;
  std::string all;
  std::array<char, 65536> part{};
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return failed("painting it takes too long");
    pollfd waiting{fd, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(left)) <= 0) continue;
    const ssize_t got = read(fd, part.data(), part.size());
    if (got == 0) return all;
    if (got < 0) {
      if (errno == EINTR) continue;
      return failed("its picture was lost");
    }
    all.append(part.data(), static_cast<std::size_t>(got));
    if (all.size() > bounds.bytes) return failed("its picture is too large");
  }
}

// The exit status; a child that has closed its output but will not end is ended.
int await(pid_t pid) {
  int status = 0;
  for (int waited = 0; waited < 1000; ++waited) {
    const pid_t ended = waitpid(pid, &status, WNOHANG);
    if (ended == pid) return status;
    if (ended < 0 && errno != EINTR) return -1;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  kill(pid, SIGKILL);
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

Result<std::string> child_output(const std::vector<std::string>& command, const ChildBounds& bounds) {
  Pipe output;
  const pid_t pid = spawn(command, output.write_end);
  output.close_writing();
  Result<std::string> all = read_all(output.read_end, bounds);
  if (!all) kill(pid, SIGKILL);
  const int status = await(pid);
  if (!all) return all;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return failed("it could not be painted");
  return all;
}

}  // namespace prongsai::review
