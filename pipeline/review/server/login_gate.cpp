#include "pipeline/review/server/login_gate.hpp"

namespace prongsai::review {

bool LoginGate::admits(const std::string& address, int most, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(failures_, [&](const auto& entry) { return now - entry.second.last > kWithin; });
  const auto found = failures_.find(address);
  return found == failures_.end() || found->second.count < most;
}

void LoginGate::failed(const std::string& address, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  Failures& failures = failures_[address];
  ++failures.count;
  failures.last = now;
}

void LoginGate::succeeded(const std::string& address) {
  const std::lock_guard lock(mutex_);
  failures_.erase(address);
}

}  // namespace prongsai::review
