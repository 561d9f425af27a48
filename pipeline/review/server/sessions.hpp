// Who is at the browser: a random cookie for each, and a second secret that every change must carry, so that no other
// site's page can make one (CSRF).
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/store/review/accounts.hpp"

namespace prongsai::review {

struct Session {
  std::string id;
  std::string csrf;  // follows from the id
  std::string who;
  store::Role role = store::Role::reader;
};

// A session ends twelve hours after its last request, and thirty days after its login at the latest. Sessions of
// accounts are kept beside them, by the hash of their ids, and outlive the server; others are in memory.
class Sessions {
 public:
  using Clock = std::chrono::system_clock;

  // `accounts`: outlives this; null where there are none.
  explicit Sessions(store::Accounts* accounts) : accounts_(accounts) {}

  // `role`: of someone without an account.
  [[nodiscard]] Session open(const std::string& who, store::Role role, Clock::time_point now = Clock::now());
  [[nodiscard]] std::optional<Session> find(const std::string& id, Clock::time_point now = Clock::now());
  void close(const std::string& id);

 private:
  void drop_old(std::int64_t now);

  store::Accounts* accounts_;
  std::mutex mutex_;
  std::map<std::string, store::AccountSession, std::less<>> all_;  // by the hash of the id; without accounts
};

// SHA-256 as hex.
[[nodiscard]] std::string hash_of(std::string_view text);

// 256 bits from the system, as hex.
[[nodiscard]] std::string random_secret();

// In a time that does not tell how much of it is right.
[[nodiscard]] bool same_secret(std::string_view given, std::string_view right);

// The value of one cookie in a Cookie header; "" for none.
[[nodiscard]] std::string cookie_value(std::string_view header, std::string_view name);

}  // namespace prongsai::review
