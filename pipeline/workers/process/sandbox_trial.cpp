#include "pipeline/workers/process/sandbox_trial.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/workers/process/loaded_process.hpp"

namespace prongsai::workers {
namespace {

struct Deed {
  const char* protection;
  const char* what;
  bool (*works)(pid_t other);
};

constexpr std::array kDeeds = {
    Deed{"system calls", "a socket", [](pid_t) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
    Deed{"system calls", "a signal to another process", [](pid_t other) { return kill(other, 0) == 0; }},
    Deed{"system calls", "another process",
         [](pid_t) {
           const pid_t pid = fork();
           if (pid == 0) _exit(0);
           return pid > 0;
         }},
    Deed{"system calls", "another process's limits",
         [](pid_t other) {
           rlimit limit{};
           return prlimit(other, RLIMIT_CPU, nullptr, &limit) == 0;
         }},
    Deed{"system calls", "typing into the terminal",
         [](pid_t) {
           char key = ' ';
           return ioctl(STDERR_FILENO, TIOCSTI, &key) == 0;
         }},
    Deed{"files", "reading /etc/passwd", [](pid_t) { return open("/etc/passwd", O_RDONLY) >= 0; }},
    Deed{"files", "writing a file", [](pid_t) { return open("/tmp", O_TMPFILE | O_WRONLY, 0600) >= 0; }}};

nlohmann::json let_through(pid_t other) {
  nlohmann::json all = nlohmann::json::object();
  for (const Deed& deed : kDeeds) {
    if (deed.works(other)) all[deed.protection].push_back(deed.what);
  }
  return all;
}

// In a process of its own: its protections, what they let through, or why it could not go in.
int try_it(int fd, const std::vector<std::filesystem::path>& readable, pid_t other) {
  nlohmann::json result;
  try {
    const Sandbox sandbox(readable);
    for (const Protection& p : sandbox.protections()) result["protections"].push_back({p.name, p.holds, p.says});
    dup2(fd, kWorkerSocket);
    sandbox.enter(kWorkerSocket, {kWorkerSocket});
    result["let through"] = let_through(other);
  } catch (const std::exception& error) {
    result["error"] = error.what();
    return send_message(fd, result.dump()) ? 0 : 1;
  }
  return send_message(kWorkerSocket, result.dump()) ? 0 : 1;
}

std::vector<Protection> judged(const nlohmann::json& result) {
  std::vector<Protection> all;
  for (const auto& entry : result.at("protections")) {
    Protection protection{entry.at(0), entry.at(1), entry.at(2)};
    const auto faults = result.contains("let through") ? result["let through"].value(protection.name, nlohmann::json())
                                                       : nlohmann::json();
    if (protection.holds && !faults.empty())
      protection = {protection.name, false, "does not hold: it lets through " + faults.dump()};
    all.push_back(std::move(protection));
  }
  if (result.contains("error")) all.push_back({"sandbox", false, result.at("error")});
  return all;
}

}  // namespace

std::vector<Protection> try_sandbox(const std::vector<std::filesystem::path>& readable) {
  const pid_t self = getpid();
  const Child child = start_copy([&](int fd) { return try_it(fd, readable, self); });
  const auto answer = receive_message(child.socket.fd());
  kill_and_wait(child.pid);
  if (!answer) return {{"sandbox", false, "its trial failed"}};
  return judged(nlohmann::json::parse(*answer));
}

}  // namespace prongsai::workers
