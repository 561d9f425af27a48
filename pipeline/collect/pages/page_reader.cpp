#include "pipeline/collect/pages/page_reader.hpp"

#include <exception>
#include <stdexcept>
#include <utility>

namespace prongsai::collect {
namespace {

constexpr std::size_t kAtOnce = 2;
constexpr std::chrono::seconds kLongestRead{60};  // wall time; what it may compute is bounded in the copy

Failure lost(const std::string& why) {
  return {"", "the page could not be parsed: its reader " + why};
}

Result<PageAnswer> vetted(const std::string& message) {
  try {
    return decode_page_answer(message);
  } catch (const std::exception& error) {
    return lost(std::string("gave a broken answer (") + error.what() + ")");
  }
}

}  // namespace

PageReader::PageReader(workers::Launcher launch) : process_(std::move(launch)) {}

PageReader::~PageReader() {
  for (const Running& running : running_) (void)workers::kill_and_wait(running.child.pid);
}

void PageReader::read(PageJob job, Done done) {
  if (running_.size() < kAtOnce) {
    begin(std::move(job), std::move(done));
  } else {
    waiting_.emplace_back(std::move(job), std::move(done));
  }
}

void PageReader::begin(PageJob job, Done done) {
  constexpr int kTries = 10;
  for (int i = 0; i < kTries; ++i) {
    if (!process_.running()) process_.start();
    if (!process_.ready()) process_.hear();
    if (!process_.ready()) continue;
    auto child = process_.copy("");
    if (!child) continue;
    // A copy that does not take its job is seen when its answer is waited for.
    (void)workers::send_message(child->socket.fd(), encode(job));
    running_.push_back({std::move(*child), {}, std::chrono::steady_clock::now() + kLongestRead, std::move(done)});
    return;
  }
  throw std::runtime_error("no process can be started to look at pages: " + process_.why_lost());
}

std::vector<int> PageReader::descriptors() const {
  std::vector<int> all;
  for (const Running& running : running_) all.push_back(running.child.socket.fd());
  return all;
}

// True once it is done.
bool PageReader::advance(Running& running) {
  using Stream = workers::MessageBuffer::Stream;
  const Stream stream = running.buffer.fill(running.child.socket.fd());
  if (auto message = running.buffer.next()) {
    (void)workers::kill_and_wait(running.child.pid);  // whatever it still wants to do
    running.done(vetted(*message));
    return true;
  }
  if (stream == Stream::open && std::chrono::steady_clock::now() < running.until) return false;
  std::string why = "took too long";
  if (stream == Stream::ended) {
    const auto end = workers::ended(running.child.pid);
    why = end ? workers::describe_end(end->status) : "hung up";
    if (!end) (void)workers::kill_and_wait(running.child.pid);
  } else {
    (void)workers::kill_and_wait(running.child.pid);
    if (stream == Stream::too_long) why = "answered too much";
  }
  running.done(lost(why));
  return true;
}

void PageReader::take_in() {
  for (auto running = running_.begin(); running != running_.end();) {
    // `done` may ask for the next page: that is put at the end of the list.
    if (advance(*running)) {
      running = running_.erase(running);
    } else {
      ++running;
    }
  }
  while (running_.size() < kAtOnce && !waiting_.empty()) {
    auto [job, done] = std::move(waiting_.front());
    waiting_.pop_front();
    begin(std::move(job), std::move(done));
  }
}

}  // namespace prongsai::collect
