#include "pipeline/workers/run/guarded_across.hpp"

#include <poll.h>

#include <charconv>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "pipeline/store/lease.hpp"
#include "pipeline/workers/process/blame.hpp"
#include "pipeline/workers/process/loaded_process.hpp"
#include "pipeline/workers/run/across_run.hpp"
#include "pipeline/workers/sandbox/limits.hpp"

namespace prongsai::workers {
namespace {

using CompareClock = std::chrono::steady_clock;

// A crash has one cause; reports that share it are few, or it is all of them.
constexpr std::size_t kMostLeftOut = 8;
// Processes that somebody ended, or that a busy machine kept waiting.
constexpr int kMostEndedFromOutside = 3;
constexpr int kComparePatience = 200;  // milliseconds

constexpr const char* kDone = "done";
constexpr const char* kBroken = "broken ";
constexpr const char* kTakenOver = "taken over ";

struct Ending {
  bool done = false;
  bool interrupted = false;
  std::optional<std::int64_t> at;  // the submission that was compared last
  Blame blame = Blame::document;
  std::string why;
};

// A comparing process, until it ends or is ended.
class Watched {
 public:
  Watched(Child child, const ComparingLimits& limits) : child_(std::move(child)), limits_(limits) {}
  ~Watched() {
    if (child_.pid > 0) (void)kill_and_wait(child_.pid);
  }
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;

  Ending wait() {
    for (MessageBuffer incoming;;) {
      if (limits_.interrupted && limits_.interrupted()) {
        ending_.interrupted = true;
        return ending_;
      }
      pollfd polled{child_.socket.fd(), POLLIN, 0};
      (void)poll(&polled, 1, kComparePatience);
      const MessageBuffer::Stream stream = incoming.fill(child_.socket.fd());
      while (const auto message = incoming.next()) take(*message);
      if (stream != MessageBuffer::Stream::open) return ended_itself();
      if (is_overdue()) return out_of_time();
    }
  }

 private:
  void take(const std::string& message) {
    last_word_ = CompareClock::now();
    if (message == kDone) ending_.done = true;
    if (message.starts_with(kTakenOver)) throw store::TakenOver(message.substr(std::string_view(kTakenOver).size()));
    if (message.starts_with(kBroken)) throw std::runtime_error(message.substr(std::string_view(kBroken).size()));
    std::int64_t id = 0;
    const auto read = std::from_chars(message.data(), message.data() + message.size(), id);
    if (read.ec == std::errc()) ending_.at = id == 0 ? std::nullopt : std::optional(id);
  }

  [[nodiscard]] std::chrono::seconds time_limit() const { return ending_.at ? limits_.of_one : limits_.of_all; }
  [[nodiscard]] bool is_overdue() const { return CompareClock::now() - last_word_ > time_limit(); }

  Ending out_of_time() {
    ending_.blame = Blame::clock;
    ending_.why = "made no progress for " + std::to_string(time_limit().count()) + " seconds";
    return ending_;
  }

  Ending ended_itself() {
    const auto end = ended(child_.pid);
    ending_.why = end ? describe_end(end->status) : "hung up";
    if (end) ending_.blame = blame_of(end->status);
    if (end) child_.pid = -1;
    const std::string said = last_line(child_.log);
    if (!said.empty()) ending_.why += "; its last words: " + said;
    return ending_;
  }

  Child child_;
  const ComparingLimits& limits_;
  Ending ending_;
  CompareClock::time_point last_word_ = CompareClock::now();
};

std::string why_not_compared(Blame blame) {
  switch (blame) {
    case Blame::processor:
      return "comparing it needs more processor time than a process may use";
    case Blame::clock:
      return "comparing it takes too long";
    default:
      return "processes that compare it crash";
  }
}

// What has been tried, and what the next try does without.
class Comparing {
 public:
  [[nodiscard]] const LeftOut& left_out() const { return left_out_; }

  // False: there is no further try.
  bool go_on_after(const Ending& ending) {
    const bool slow_again = ending.blame == Blame::clock && ending.at && ending.at == slow_at_;
    if (ending.blame == Blame::clock) slow_at_ = ending.at;
    if (ending.blame == Blame::outside || (ending.blame == Blame::clock && ending.at && !slow_again))
      return ++from_outside_ < kMostEndedFromOutside;
    if (!ending.at || left_out_.size() == kMostLeftOut) return false;
    left_out_[*ending.at] = why_not_compared(ending.blame);
    from_outside_ = 0;
    return true;
  }

 private:
  LeftOut left_out_;
  std::optional<std::int64_t> slow_at_;
  int from_outside_ = 0;
};

}  // namespace

Compared compare_guarded(const LaunchComparing& launch, const ComparingLimits& limits) {
  for (Comparing tries;;) {
    const Ending ending = Watched(launch(tries.left_out()), limits).wait();
    if (ending.done) return {true, ""};
    if (ending.interrupted) return {false, ""};
    if (!tries.go_on_after(ending)) return {false, "the comparing process " + ending.why};
  }
}

int serve_comparing(int fd, store::Store& store, const std::filesystem::path& data_folder,
                    const std::string& judge_version, const LeftOut& leave_out, int cpu_seconds_of_one) {
  constexpr int kSecondsOfAll = 36'000;  // of processor time; by the clock the caller looks after it
  AcrossWatch watch;
  watch.leave_out = leave_out;
  watch.on_submission = [fd, cpu_seconds_of_one](std::int64_t id) {
    renew_processor_time(id == 0 ? kSecondsOfAll : cpu_seconds_of_one);
    (void)send_message(fd, std::to_string(id));
  };
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
