// Which network addresses may be connected to. Web addresses are untrusted: none may lead into this machine, its
// network or the services around it, whatever names, redirects and name servers say. So the number itself is judged,
// at the moment a connection is made.
#pragma once

#include <sys/socket.h>

#include <string>
#include <vector>

namespace prongsai::collect {

class AddressGuard {
 public:
  // Only public addresses, but for `exceptions` (numbers, IPv4 or IPv6), or any at all. Throws std::runtime_error for
  // an exception that is no number.
  explicit AddressGuard(bool allow_private = false, const std::vector<std::string>& exceptions = {});

  // Why this address is refused, as an English clause: "127.0.0.1 is this machine itself"; "" where it is not.
  [[nodiscard]] std::string refusal(const sockaddr* address) const;
  // The same for a number written out.
  [[nodiscard]] std::string refusal(const std::string& number) const;

 private:
  bool allow_private_;
  std::vector<std::string> exceptions_;  // as inet_ntop writes them
};

}  // namespace prongsai::collect
