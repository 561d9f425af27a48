#include "pipeline/workers/run/guarded_across.hpp"

#include <sys/socket.h>
#include <sys/time.h>

#include <charconv>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "pipeline/store/lease.hpp"
#include "pipeline/workers/process/blame.hpp"
#include "pipeline/workers/process/loaded_process.hpp"
#include "pipeline/workers/run/across_run.hpp"

namespace prongsai::workers {
namespace {

// A crash has one cause; reports that share it are few, or it is all of them.
constexpr std::size_t kMostLeftOut = 8;

constexpr const char* kDone = "done";
constexpr const char* kBroken = "broken ";
constexpr const char* kTakenOver = "taken over ";

struct Ending {
  bool done = false;
  std::optional<std::int64_t> at;  // the submission that was compared last
  std::string why;
};

[[noreturn]] void throw_on(const Child& child, const std::string& message) {
  (void)kill_and_wait(child.pid);
  if (message.starts_with(kTakenOver)) throw store::TakenOver(message.substr(std::string_view(kTakenOver).size()));
  throw std::runtime_error(message.substr(std::string_view(kBroken).size()));
}

Ending await(Child child) {
  Ending ending;
  const timeval forever{};  // sorting a large database's sketches takes minutes
  setsockopt(child.socket.fd(), SOL_SOCKET, SO_RCVTIMEO, &forever, sizeof forever);
  while (const auto message = receive_message(child.socket.fd())) {
    if (*message == kDone) ending.done = true;
    if (message->starts_with(kBroken) || message->starts_with(kTakenOver)) throw_on(child, *message);
    std::int64_t id = 0;
    const auto read = std::from_chars(message->data(), message->data() + message->size(), id);
    if (read.ec == std::errc()) ending.at = id == 0 ? std::nullopt : std::optional(id);
  }
  const auto end = ended(child.pid);
  if (!end) (void)kill_and_wait(child.pid);
  ending.why = end ? describe_end(end->status) : "hung up";
  const std::string said = last_line(child.log);
  if (!said.empty()) ending.why += "; its last words: " + said;
  return ending;
}

}  // namespace

std::string compare_guarded(const LaunchComparing& launch) {
  std::vector<std::int64_t> leave_out;
  for (;;) {
    const Ending ending = await(launch(leave_out));
    if (ending.done) return "";
    if (!ending.at || leave_out.size() == kMostLeftOut) return "the comparing process " + ending.why;
    leave_out.push_back(*ending.at);
  }
}

int serve_comparing(int fd, store::Store& store, const std::filesystem::path& data_folder,
                    const std::string& judge_version, const std::vector<std::int64_t>& leave_out) {
  AcrossWatch watch;
  for (const std::int64_t id : leave_out) watch.leave_out[id] = "processes that compare it crash";
  watch.on_submission = [fd](std::int64_t id) { (void)send_message(fd, std::to_string(id)); };
  try {
    judge_across(store, data_folder, judge_version, watch);
  } catch (const store::TakenOver& error) {
    (void)send_message(fd, kTakenOver + std::string(error.what()));
    return 1;
  } catch (const std::exception& error) {
    (void)send_message(fd, kBroken + std::string(error.what()));
    return 1;
  }
  return send_message(fd, kDone) ? 0 : 1;
}

}  // namespace prongsai::workers
