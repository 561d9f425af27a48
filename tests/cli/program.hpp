// Runs the program under test as a user does, and keeps what it said.
#pragma once

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace prongsai::tests {

struct Outcome {
  int status = -1;  // exit status; 128 + the signal's number when one ended it
  std::string out;
  std::string err;
};

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Who runs it: the tests' own user, or, where that is root, one without rights (nobody).
enum class User { own, without_rights };

// The program in a process of its own, its output in files of `folder`.
class Program {
 public:
  Program(const std::filesystem::path& folder, std::vector<std::string> arguments, User user = User::own)
      : out_(folder / "stdout.txt"), err_(folder / "stderr.txt"), user_(user) {
    arguments.insert(arguments.begin(), PRONGSAI_PROGRAM);
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("fork failed");
    if (pid_ == 0) become(arguments);
  }
  ~Program() {
    if (pid_ > 0) {
      send(SIGKILL);
      (void)finish();
    }
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  // Nothing where it has ended: to the system's call −1 is every process.
  void send(int signal) const {
    if (pid_ > 0) kill(pid_, signal);
  }

  [[nodiscard]] bool ended() {
    if (pid_ > 0 && waitpid(pid_, &status_, WNOHANG) == pid_) pid_ = -1;
    return pid_ < 0;
  }

  Outcome finish() {
    if (pid_ > 0) waitpid(pid_, &status_, 0);
    pid_ = -1;
    const int status = WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
    return {status, content_of(out_), content_of(err_)};
  }

 private:
  // In the child.
  void become(std::vector<std::string>& arguments) const {
    redirect(out_, STDOUT_FILENO);
    redirect(err_, STDERR_FILENO);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("PRONGSAI_DATA");
    constexpr uid_t kNobody = 65534;
    if (user_ == User::without_rights && geteuid() == 0 &&
        (setgroups(0, nullptr) != 0 || setresgid(kNobody, kNobody, kNobody) != 0 ||
         setresuid(kNobody, kNobody, kNobody) != 0))
      _exit(125);
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    execv(words[0], words.data());
    _exit(126);
  }
  static void redirect(const std::filesystem::path& file, int descriptor) {
    const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(fd, descriptor);
    close(fd);
  }

  std::filesystem::path out_;
  std::filesystem::path err_;
  User user_;
  pid_t pid_ = -1;
  int status_ = 0;
};

}  // namespace prongsai::tests
