#include "pipeline/workers/run/hasher.hpp"

#include <signal.h>

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "models/record.hpp"

namespace prongsai::workers {
namespace {

using Clock = std::chrono::steady_clock;

// Threads that may hang; after that no further file is tried.
constexpr int kMostLeftBehind = 8;

Failure no_answer(std::chrono::milliseconds patience) {
  return {kReadingDeferred, "the file cannot be read: its file system gave nothing for " +
                                std::to_string(patience.count() / 1000) + " s"};
}

}  // namespace

// What one thread and the hasher share. The thread holds it alone once it is left behind.
struct Hasher::Lane {
  struct Request {
    std::size_t ticket = 0;
    std::filesystem::path file;
  };

  std::mutex mutex;
  std::condition_variable to_do;
  std::condition_variable done;
  std::deque<Request> requests;  // the first is in hand while `busy`
  std::deque<Hashed> results;
  bool busy = false;
  bool ending = false;
  Clock::time_point last_piece;
};

namespace {

void got_on(Hasher::Lane& lane) {
  const std::lock_guard lock(lane.mutex);
  lane.last_piece = Clock::now();
}

// What is thrown on the way is of this machine, and costs this file: nothing may leave a thread.
Result<stages::FileHash> hash_of(const HashFile& hash, const std::filesystem::path& file, Hasher::Lane& lane) {
  try {
    return hash(file, [&] { got_on(lane); });
  } catch (const std::exception& error) {
    return Failure{kReadingDeferred, std::string("the file cannot be read: ") + error.what()};
  }
}

// Signals are for the thread that waits for workers.
void block_signals() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

void work(const std::shared_ptr<Hasher::Lane>& lane, const HashFile& hash) {
  block_signals();
  std::unique_lock lock(lane->mutex);
  for (;;) {
    lane->to_do.wait(lock, [&] { return lane->ending || !lane->requests.empty(); });
    if (lane->ending) return;
    lane->busy = true;
    lane->last_piece = Clock::now();
    const Hasher::Lane::Request request = lane->requests.front();
    lock.unlock();
    Hashed hashed{request.ticket, hash_of(hash, request.file, *lane)};
    lock.lock();
    lane->busy = false;
    if (lane->ending) return;
    lane->requests.pop_front();
    lane->results.push_back(std::move(hashed));
    lane->done.notify_one();
  }
}

}  // namespace

Result<stages::FileHash> hash_file(const std::filesystem::path& file, const std::function<void()>& on_piece) {
  return stages::sha256_of_file(file, source::kMaxFileBytes, on_piece);
}

Hasher::Hasher(HashFile hash, std::chrono::milliseconds patience) : hash_(std::move(hash)), patience_(patience) {
  begin_lane();
}

Hasher::~Hasher() {
  const std::lock_guard lock(lane_->mutex);
  lane_->ending = true;
  lane_->to_do.notify_one();
}

void Hasher::begin_lane() {
  lane_ = std::make_shared<Lane>();
  std::thread([lane = lane_, hash = hash_] { work(lane, hash); }).detach();
}

void Hasher::submit(std::size_t ticket, std::filesystem::path file) {
  ++pending_;
  if (left_behind_ > kMostLeftBehind) {
    done_.push_back({ticket, no_answer(patience_)});
    return;
  }
  const std::lock_guard lock(lane_->mutex);
  lane_->requests.push_back({ticket, std::move(file)});
  lane_->to_do.notify_one();
}

bool Hasher::wait(std::chrono::milliseconds at_most) {
  if (!done_.empty()) return true;
  std::unique_lock lock(lane_->mutex);
  if (lane_->done.wait_for(lock, at_most, [&] { return !lane_->results.empty(); })) return true;
  if (!is_stuck()) return false;
  const std::shared_ptr<Lane> stuck = lane_;  // its mutex is locked
  leave_behind();
  return true;
}

// Needs the lane's mutex, as does leave_behind().
bool Hasher::is_stuck() const {
  return lane_->busy && Clock::now() - lane_->last_piece > patience_;
}

Hashed Hasher::take() {
  --pending_;
  if (!done_.empty()) {
    Hashed hashed = std::move(done_.front());
    done_.pop_front();
    return hashed;
  }
  const std::lock_guard lock(lane_->mutex);
  Hashed hashed = std::move(lane_->results.front());
  lane_->results.pop_front();
  return hashed;
}

// The file in hand is given up, with its thread; those behind it go to another thread.
void Hasher::leave_behind() {
  lane_->ending = true;
  std::deque<Lane::Request> rest = std::exchange(lane_->requests, {});
  done_.push_back({rest.front().ticket, no_answer(patience_)});
  rest.pop_front();
  ++left_behind_;
  begin_lane();
  pending_ -= rest.size();
  for (Lane::Request& request : rest) submit(request.ticket, std::move(request.file));
}

}  // namespace prongsai::workers
