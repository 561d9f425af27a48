#include "pipeline/review/server/sessions.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace prongsai::review {
namespace {

constexpr std::int64_t kIdle = 12 * 3600;           // seconds since the last request …
constexpr std::int64_t kLifetime = 30 * 24 * 3600;  // … and since the login
constexpr std::int64_t kTouched = 60;               // a session seen so lately is not written again
constexpr std::size_t kMostSessions = 1000;

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Digest digest(std::string_view text) {
  Digest out{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), out.data());
  return out;
}

std::string hex_of(const unsigned char* bytes, std::size_t size) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (std::size_t i = 0; i < size; ++i) hex += {kDigits[bytes[i] >> 4U], kDigits[bytes[i] & 15U]};
  return hex;
}

std::int64_t seconds(Sessions::Clock::time_point at) {
  return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

bool is_over(const store::AccountSession& session, std::int64_t now) {
  return now - session.seen > kIdle || now - session.since > kLifetime;
}

Session session_with(const std::string& id, const std::string& who, store::Role role) {
  return {id, hash_of("csrf " + id), who, role};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::string hash_of(std::string_view text) {
  const Digest hash = digest(text);
  return hex_of(hash.data(), hash.size());
}

std::string random_secret() {
  std::array<unsigned char, 32> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw std::runtime_error("the system gives no random numbers");
  }
  return hex_of(bytes.data(), bytes.size());
}

bool same_secret(std::string_view given, std::string_view right) {
  const Digest a = digest(given);
  const Digest b = digest(right);
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto end = std::min(header.find(';'), header.size());
    const std::string_view pair = trimmed(header.substr(0, end));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) return std::string(pair.substr(equals + 1));
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  return "";
}

Session Sessions::open(const std::string& who, store::Role role, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const std::int64_t at = seconds(now);
  drop_old(at);
  const std::string id = random_secret();
  if (accounts_ != nullptr) {
    accounts_->open_session(hash_of(id), who, at);
  } else {
    all_[hash_of(id)] = {who, role, at, at};
  }
  return session_with(id, who, role);
}

std::optional<Session> Sessions::find(const std::string& id, Clock::time_point now) {
  if (id.empty()) return std::nullopt;
  const std::string secret = hash_of(id);
  const std::int64_t at = seconds(now);
  const std::lock_guard lock(mutex_);
  std::optional<store::AccountSession> found;
  if (accounts_ != nullptr) {
    found = accounts_->session(secret);
  } else if (const auto kept = all_.find(secret); kept != all_.end()) {
    found = kept->second;
  }
  if (!found || is_over(*found, at)) return std::nullopt;
  if (accounts_ == nullptr) {
    all_[secret].seen = at;
  } else if (at - found->seen > kTouched) {
    accounts_->touch_session(secret, at);
  }
  return session_with(id, found->name, found->role);
}

void Sessions::close(const std::string& id) {
  const std::lock_guard lock(mutex_);
  if (accounts_ != nullptr) return accounts_->close_session(hash_of(id));
  all_.erase(hash_of(id));
}

void Sessions::drop_old(std::int64_t now) {
  if (accounts_ != nullptr) return accounts_->close_old_sessions(now - kIdle, now - kLifetime);
  std::erase_if(all_, [now](const auto& entry) { return is_over(entry.second, now); });
  while (all_.size() >= kMostSessions) {
    all_.erase(std::min_element(all_.begin(), all_.end(),
                                [](const auto& a, const auto& b) { return a.second.seen < b.second.seen; }));
  }
}

}  // namespace prongsai::review
