#include "pipeline/collect/fetch/address_guard.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>

namespace prongsai::collect {
namespace {

using Bytes = std::array<unsigned char, 16>;

struct Network {
  Bytes begin;
  unsigned bits;
  const char* what;
};

// IANA's registry of special-purpose IPv4 addresses (RFC 6890 and after), multicast, and the address at which Azure
// answers its machines.
constexpr std::array kSpecial4 = {
    Network{{0}, 8, "no host's address"},
    Network{{10}, 8, "a private network's"},
    Network{{100, 64}, 10, "inside a carrier's network"},
    Network{{127}, 8, "this machine itself"},
    Network{{168, 63, 129, 16}, 32, "a cloud's own service"},
    Network{{169, 254}, 16, "of the local link, where clouds keep their machines' secrets"},
    Network{{172, 16}, 12, "a private network's"},
    Network{{192, 0, 0}, 24, "set apart for protocols"},
    Network{{192, 0, 2}, 24, "set apart for documentation"},
    Network{{192, 88, 99}, 24, "a relay's into IPv6"},
    Network{{192, 168}, 16, "a private network's"},
    Network{{198, 18}, 15, "set apart for measurements"},
    Network{{198, 51, 100}, 24, "set apart for documentation"},
    Network{{203, 0, 113}, 24, "set apart for documentation"},
    Network{{224}, 4, "many hosts' at once"},
    Network{{240}, 4, "no host's address"},
};

// Of IPv6 only 2000::/3 is the public internet; within it these are not, or carry an IPv4 address of any kind.
constexpr std::array kSpecial6 = {
    Network{{0x20, 0x01, 0x00}, 23, "set apart for protocols (Teredo, benchmarks, …)"},
    Network{{0x20, 0x01, 0x0d, 0xb8}, 32, "set apart for documentation"},
    Network{{0x20, 0x02}, 16, "a wrapped IPv4 address (6to4)"},
    Network{{0x3f, 0xff}, 20, "set apart for documentation"},
};
constexpr Network kPublic6{{0x20}, 3, ""};

// Ranges outside 2000::/3 by name, for the message; any other is refused without one.
constexpr std::array kNamed6 = {
    Network{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, "this machine itself"},
    Network{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, "a wrapped IPv4 address"},
    Network{{0, 0x64, 0xff, 0x9b}, 32, "a wrapped IPv4 address (NAT64)"},
    Network{{0xfc}, 7, "a private network's"},
    Network{{0xfe, 0x80}, 10, "of the local link"},
    Network{{0xff}, 8, "many hosts' at once"},
};

bool is_in(const Bytes& address, const Network& network) {
  for (unsigned bit = 0; bit < network.bits; ++bit) {
    const unsigned mask = 0x80U >> (bit % 8);
    if ((address.at(bit / 8) & mask) != (network.begin.at(bit / 8) & mask)) return false;
  }
  return true;
}

template <typename Networks>
std::optional<const char*> kind_of(const Bytes& address, const Networks& networks) {
  const auto found =
      std::find_if(networks.begin(), networks.end(), [&](const Network& n) { return is_in(address, n); });
  return found == networks.end() ? std::nullopt : std::optional(found->what);
}

std::optional<const char*> kind_of_six(const Bytes& address) {
  if (const auto named = kind_of(address, kNamed6)) return named;
  if (!is_in(address, kPublic6)) return "not of the public internet";
  return kind_of(address, kSpecial6);
}

struct Number {
  int family = AF_UNSPEC;
  Bytes bytes{};
  std::string text;
};

std::string written(int family, const void* bytes) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(family, bytes, text.data(), text.size()) != nullptr ? text.data() : "";
}

Number number_of(const sockaddr* address) {
  Number number;
  number.family = address->sa_family;
  if (number.family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, address, sizeof four);
    std::memcpy(number.bytes.data(), &four.sin_addr, sizeof four.sin_addr);
    number.text = written(AF_INET, &four.sin_addr);
  } else if (number.family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, address, sizeof six);
    std::memcpy(number.bytes.data(), &six.sin6_addr, sizeof six.sin6_addr);
    number.text = written(AF_INET6, &six.sin6_addr);
  }
  return number;
}

Number number_of(const std::string& text) {
  Number number;
  for (const int family : {AF_INET, AF_INET6}) {
    if (inet_pton(family, text.c_str(), number.bytes.data()) != 1) continue;
    number.family = family;
    number.text = written(family, number.bytes.data());
    return number;
  }
  return number;
}

}  // namespace

AddressGuard::AddressGuard(bool allow_private, const std::vector<std::string>& exceptions)
    : allow_private_(allow_private) {
  for (const std::string& exception : exceptions) {
    Number number = number_of(exception);
    if (number.text.empty()) throw std::runtime_error("'" + exception + "' is no IPv4 or IPv6 address");
    exceptions_.push_back(std::move(number.text));
  }
}

std::string AddressGuard::refusal(const sockaddr* address) const {
  const Number number = number_of(address);
  if (number.text.empty()) return "it is reached over something else than the internet";
  if (allow_private_ || std::find(exceptions_.begin(), exceptions_.end(), number.text) != exceptions_.end()) return "";
  const auto kind = number.family == AF_INET ? kind_of(number.bytes, kSpecial4) : kind_of_six(number.bytes);
  return kind ? "its number " + number.text + " is " + *kind : "";
}

std::string AddressGuard::refusal(const std::string& number) const {
  const Number parsed = number_of(number);
  sockaddr_storage storage{};
  if (parsed.family == AF_INET) {
    sockaddr_in four{};
    four.sin_family = AF_INET;
    std::memcpy(&four.sin_addr, parsed.bytes.data(), sizeof four.sin_addr);
    std::memcpy(&storage, &four, sizeof four);
  } else if (parsed.family == AF_INET6) {
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    std::memcpy(&six.sin6_addr, parsed.bytes.data(), sizeof six.sin6_addr);
    std::memcpy(&storage, &six, sizeof six);
  }
  const void* const raw = &storage;
  return refusal(static_cast<const sockaddr*>(raw));
}

}  // namespace prongsai::collect
