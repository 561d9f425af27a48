#include "pipeline/review/server/passwords.hpp"

#include <argon2.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <stdexcept>

namespace prongsai::review {
namespace {

// The second recommended choice of RFC 9106, in one lane: a server has other work.
constexpr std::uint32_t kPasses = 3;
constexpr std::uint32_t kKibibytes = 64U << 10U;
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kSalt = 16;
constexpr std::size_t kHash = 32;
constexpr std::ptrdiff_t kFewestLetters = 10;
constexpr std::size_t kLongestPassword = 500;

// Many guesses at once must not fill the memory.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

std::string hashed_password(const std::string& password) {
  std::array<unsigned char, kSalt> salt{};
  if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1) {
    throw std::runtime_error("the system gives no random numbers");
  }
  std::array<char, 200> encoded{};
  const std::lock_guard lock(one_at_a_time());
  const int result = argon2id_hash_encoded(kPasses, kKibibytes, kLanes, password.data(), password.size(), salt.data(),
                                           salt.size(), kHash, encoded.data(), encoded.size());
  if (result != ARGON2_OK) throw std::runtime_error(std::string("argon2: ") + argon2_error_message(result));
  return encoded.data();
}

bool is_password(const std::string& given, const std::string& hashed) {
  static const std::string kNobody = hashed_password("nobody");
  const std::string& right = hashed.empty() ? kNobody : hashed;
  if (given.size() > kLongestPassword) return false;
  const std::lock_guard lock(one_at_a_time());
  return argon2id_verify(right.c_str(), given.data(), given.size()) == ARGON2_OK && !hashed.empty();
}

std::string fault_of_password(const std::string& password) {
  const auto letters = std::count_if(password.begin(), password.end(),
                                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  if (letters < kFewestLetters) return "a password has at least 10 letters";
  if (password.size() > kLongestPassword) return "a password has at most 500 bytes";
  return "";
}

}  // namespace prongsai::review
