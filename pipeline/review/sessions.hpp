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

namespace prongsai::review {

struct Session {
  std::string id;
  std::string csrf;
  std::string who;
  std::chrono::steady_clock::time_point since;
};

class Sessions {
 public:
  [[nodiscard]] Session open(const std::string& who);
  [[nodiscard]] std::optional<Session> find(const std::string& id);
  void close(const std::string& id);

 private:
  void drop_old();

  std::mutex mutex_;
  std::map<std::string, Session, std::less<>> all_;
};

// 256 bits from the system, as hex.
[[nodiscard]] std::string random_secret();

// In a time that does not tell how much of it is right.
[[nodiscard]] bool same_secret(std::string_view given, std::string_view right);

// The value of one cookie in a Cookie header; "" for none.
[[nodiscard]] std::string cookie_value(std::string_view header, std::string_view name);

}  // namespace prongsai::review
