// Guessing the token is slow: after some failures an address has to wait.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace prongsai::review {

class LoginGate {
 public:
  using Clock = std::chrono::steady_clock;

  // Whether an address (or an address and a name) may try now.
  [[nodiscard]] bool admits(const std::string& address, int most = kFailures, Clock::time_point now = Clock::now());
  void failed(const std::string& address, Clock::time_point now = Clock::now());
  void succeeded(const std::string& address);

  static constexpr int kFailures = 10;                // in …
  static constexpr int kFailuresOfAddress = 100;      // of whatever names
  static constexpr std::chrono::minutes kWithin{10};  // … and then none for as long

 private:
  struct Failures {
    int count = 0;
    Clock::time_point last;
  };
  std::mutex mutex_;
  std::map<std::string, Failures> failures_;  // by address
};

}  // namespace prongsai::review
