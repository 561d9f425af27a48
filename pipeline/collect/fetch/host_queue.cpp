#include "pipeline/collect/fetch/host_queue.hpp"

#include <algorithm>

namespace prongsai::collect {
namespace {

// http and https of one host count as one.
std::string host_of(const WebAddress& address) {
  return address.host;
}

}  // namespace

void HostQueue::add(Waiting waiting) {
  Host& host = hosts_[host_of(waiting.request.address)];
  host.queue.push_back(std::move(waiting));
  ++waiting_;
}

void HostQueue::put_back(Waiting waiting, Clock::time_point not_before) {
  Host& host = hosts_[host_of(waiting.request.address)];
  host.not_before = std::max(host.not_before, not_before);
  host.queue.push_front(std::move(waiting));
  ++waiting_;
}

std::optional<Waiting> HostQueue::next(Clock::time_point now) {
  if (waiting_ == 0) return std::nullopt;
  auto at = hosts_.upper_bound(last_);
  for (std::size_t i = 0; i < hosts_.size(); ++i, ++at) {
    if (at == hosts_.end()) at = hosts_.begin();
    Host& host = at->second;
    if (host.queue.empty() || host.active >= settings_.per_host || host.not_before > now) continue;
    Waiting waiting = std::move(host.queue.front());
    host.queue.pop_front();
    ++host.active;
    host.not_before = now + std::max(host.delay, settings_.delay);
    last_ = at->first;
    --waiting_;
    return waiting;
  }
  return std::nullopt;
}

void HostQueue::release(const WebAddress& address) {
  const auto found = hosts_.find(host_of(address));
  if (found == hosts_.end()) return;
  --found->second.active;
  // A host that nothing waits for is forgotten once its delay is over; one that is down is remembered.
  const Host& host = found->second;
  const bool over = host.not_before <= Clock::now() && host.delay.count() == 0 && host.down.empty();
  if (over && host.active == 0 && host.queue.empty()) hosts_.erase(found);
}

void HostQueue::slow_down(const WebAddress& address, std::chrono::milliseconds delay) {
  hosts_[host_of(address)].delay = delay;
}

void HostQueue::set_down(const WebAddress& address, const std::string& cause) {
  hosts_[host_of(address)].down = cause;
}

std::string HostQueue::down(const WebAddress& address) const {
  const auto found = hosts_.find(host_of(address));
  return found == hosts_.end() ? "" : found->second.down;
}

std::optional<HostQueue::Clock::time_point> HostQueue::next_turn() const {
  std::optional<Clock::time_point> soonest;
  for (const auto& [name, host] : hosts_) {
    if (host.queue.empty() || host.active >= settings_.per_host) continue;
    if (!soonest || host.not_before < *soonest) soonest = host.not_before;
  }
  return soonest;
}

}  // namespace prongsai::collect
