// The coordinator's view of the process that has loaded everything and is copied for each document. It opens no
// document itself, so that what it says is believed.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "pipeline/workers/process/fork_request.hpp"
#include "pipeline/workers/process/process.hpp"

namespace prongsai::workers {

class LoadedProcess {
 public:
  explicit LoadedProcess(Launcher launch);
  ~LoadedProcess();  // ends it
  LoadedProcess(const LoadedProcess&) = delete;
  LoadedProcess& operator=(const LoadedProcess&) = delete;

  [[nodiscard]] bool running() const { return child_.pid > 0; }
  [[nodiscard]] bool ready() const { return running() && ready_; }
  [[nodiscard]] int fd() const { return child_.socket.fd(); }
  [[nodiscard]] const std::string& engine_version() const { return engine_version_; }  // once it was ready
  [[nodiscard]] const std::string& notice() const { return notice_; }
  [[nodiscard]] std::chrono::steady_clock::duration age() const { return std::chrono::steady_clock::now() - began_; }

  void start();

  // Takes in its first word. Throws std::runtime_error when it cannot load: another would fail likewise. It may be gone
  // afterwards: ended from outside, which may happen a few times in a row before that is an error, too.
  void hear();

  // Once it is gone: why, one English clause.
  [[nodiscard]] const std::string& why_lost() const { return why_lost_; }

  // Gives it up as hanging, as if it were gone.
  void give_up(const std::string& why);

  // A copy that opens `document` ("" for none) and waits for its job; its children are the caller's. Nothing when the
  // process is gone. Needs ready().
  [[nodiscard]] std::optional<Child> copy(const std::string& document);

 private:
  void lose(const std::string& why, bool from_outside);
  void stop();

  Launcher launch_;
  Child child_;  // pid -1: not running
  bool ready_ = false;
  int lost_in_a_row_ = 0;
  std::string why_lost_;
  std::string engine_version_;
  std::string notice_;
  std::chrono::steady_clock::time_point began_;
};

// How a child process ended.
struct End {
  int status = 0;          // as waitpid() gives it
  long long peak_kib = 0;  // the most memory that it took
};

// Of a process that has closed its socket, and so ends at once where it is honest. Nothing for one that lives on: it
// has to be killed.
[[nodiscard]] std::optional<End> ended(pid_t pid);

// Ends a child process at once.
End kill_and_wait(pid_t pid);

}  // namespace prongsai::workers
