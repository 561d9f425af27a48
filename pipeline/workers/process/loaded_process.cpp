#include "pipeline/workers/process/loaded_process.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cerrno>
#include <stdexcept>
#include <utility>

#include "pipeline/workers/messages/wire.hpp"
#include "pipeline/workers/process/blame.hpp"

namespace prongsai::workers {
namespace {

// So many in a row that somebody ended before they had done anything: then no work can be done.
constexpr int kMostLost = 10;

}  // namespace

LoadedProcess::LoadedProcess(Launcher launch) : launch_(std::move(launch)) {}

LoadedProcess::~LoadedProcess() {
  stop();
}

void LoadedProcess::start() {
  child_ = launch_();
  ready_ = false;
  began_ = std::chrono::steady_clock::now();
}

void LoadedProcess::hear() {
  const auto message = receive_message(child_.socket.fd());
  if (!message) {
    const auto end = ended(child_.pid);
    if (end) child_.pid = -1;
    return lose(end ? describe_end(end->status) : "hung up", !end || blame_of(end->status) == Blame::outside);
  }
  const Reply reply = decode_reply(*message);
  if (reply.kind != Reply::Kind::ready) throw std::runtime_error(reply.message);
  ready_ = true;
  engine_version_ = reply.engine_version;
  notice_ = reply.notice;
}

void LoadedProcess::give_up(const std::string& why) {
  lose(why, true);
}

std::optional<Child> LoadedProcess::copy(const std::string& document) {
  SocketPair pair = make_socket_pair();
  CopyRequest request{document, std::move(pair.theirs), open_log()};
  const auto pid = ask_for_copy(child_.socket.fd(), request);
  if (!pid) {
    lose("does not copy itself", true);
    return std::nullopt;
  }
  lost_in_a_row_ = 0;
  return Child{*pid, std::move(pair.ours), std::move(request.log)};
}

void LoadedProcess::lose(const std::string& why, bool from_outside) {
  const std::string said = last_line(child_.log);
  stop();
  why_lost_ = "the reading process " + why + (said.empty() ? "" : "; its last words: " + said);
  if (from_outside && ++lost_in_a_row_ < kMostLost) return;
  throw std::runtime_error("a worker cannot start: " + why_lost_);
}

void LoadedProcess::stop() {
  if (running()) kill_and_wait(child_.pid);
  child_ = {};
  ready_ = false;
}

std::optional<End> ended(pid_t pid) {
  constexpr int kTries = 50;
  for (int i = 0; i < kTries; ++i) {
    int status = 0;
    rusage used{};
    if (wait4(pid, &status, WNOHANG, &used) == pid) return End{status, used.ru_maxrss};
    poll(nullptr, 0, 10);
  }
  return std::nullopt;
}

End kill_and_wait(pid_t pid) {
  kill(pid, SIGKILL);
  End end;
  rusage used{};
  while (wait4(pid, &end.status, 0, &used) < 0 && errno == EINTR) {
  }
  end.peak_kib = used.ru_maxrss;
  return end;
}

}  // namespace prongsai::workers
