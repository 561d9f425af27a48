// Whose turn it is: requests wait by host, so that no host is asked faster than is polite, and none waits for another.
// For this library only.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "pipeline/collect/fetch/fetch_request.hpp"
#include "pipeline/collect/fetch/fetch_settings.hpp"

namespace prongsai::collect {

// A request, with what it has been through.
struct Waiting {
  FetchRequest request;
  std::function<void(Fetched)> done;
  int tries = 0;  // so far
};

class HostQueue {
 public:
  using Clock = std::chrono::steady_clock;

  explicit HostQueue(const FetchSettings& settings) : settings_(settings) {}

  void add(Waiting waiting);  // behind the others of its host
  // Before the others of its host, which is left alone until then.
  void put_back(Waiting waiting, Clock::time_point not_before);

  // A request whose turn it is, hosts taken in turn; its host has one connection less until release().
  [[nodiscard]] std::optional<Waiting> next(Clock::time_point now);
  void release(const WebAddress& address);

  // The delay that a host asks for (robots.txt), where it is longer than ours.
  void slow_down(const WebAddress& address, std::chrono::milliseconds delay);

  // A host that does not answer at all costs each of its requests no more waiting.
  void set_down(const WebAddress& address, const std::string& cause);
  [[nodiscard]] std::string down(const WebAddress& address) const;  // the cause; "" where it is not

  // When next() may give something again; nothing where no request waits for time alone.
  [[nodiscard]] std::optional<Clock::time_point> next_turn() const;
  [[nodiscard]] std::size_t waiting() const { return waiting_; }

 private:
  struct Host {
    std::deque<Waiting> queue;
    int active = 0;
    Clock::time_point not_before;
    std::chrono::milliseconds delay{0};
    std::string down;
  };

  const FetchSettings& settings_;
  std::map<std::string, Host> hosts_;  // by host, without the port
  std::string last_;                   // the host that was served last
  std::size_t waiting_ = 0;
};

}  // namespace prongsai::collect
