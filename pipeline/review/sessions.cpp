#include "pipeline/review/sessions.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace prongsai::review {
namespace {

constexpr auto kLifetime = std::chrono::hours(12);
constexpr std::size_t kMostSessions = 1000;

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Digest digest(std::string_view text) {
  Digest out{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), out.data());
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::string random_secret() {
  std::array<unsigned char, 32> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw std::runtime_error("the system gives no random numbers");
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : bytes) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
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

Session Sessions::open(const std::string& who) {
  const std::lock_guard lock(mutex_);
  drop_old();
  Session session{random_secret(), random_secret(), who, std::chrono::steady_clock::now()};
  all_[session.id] = session;
  return session;
}

std::optional<Session> Sessions::find(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = all_.find(id);
  if (found == all_.end()) return std::nullopt;
  if (std::chrono::steady_clock::now() - found->second.since > kLifetime) {
    all_.erase(found);
    return std::nullopt;
  }
  return found->second;
}

void Sessions::close(const std::string& id) {
  const std::lock_guard lock(mutex_);
  all_.erase(id);
}

void Sessions::drop_old() {
  while (all_.size() >= kMostSessions) {
    all_.erase(std::min_element(all_.begin(), all_.end(),
                                [](const auto& a, const auto& b) { return a.second.since < b.second.since; }));
  }
}

}  // namespace prongsai::review
