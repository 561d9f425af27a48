#include "pipeline/review/server/listen_refusal.hpp"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace prongsai::review {
namespace {

// 0, or errno.
int tried(const addrinfo& address) {
  const int socket = ::socket(address.ai_family, address.ai_socktype | SOCK_CLOEXEC, address.ai_protocol);
  if (socket < 0) return errno;
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  const int error = bind(socket, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
  close(socket);
  return error;
}

std::string told(int error) {
  switch (error) {
    case EACCES:
      return "this user may not listen on a port as low; choose a --port above 1023, and let a web server in front "
             "take 80 and 443 (--base-url)";
    case EADDRINUSE:
      return "another program listens there; choose another --port, or 0 for any that is free";
    case EADDRNOTAVAIL:
      return "this is no address of this machine; --listen takes one of its own";
    case 0:
      return "it was taken a moment ago; try again";
    default:
      return std::strerror(error);
  }
}

}  // namespace

std::string listen_refusal(const std::string& address, int port) {
  addrinfo wanted{};
  wanted.ai_family = AF_UNSPEC;
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE;
  addrinfo* all = nullptr;
  const int error = getaddrinfo(address.c_str(), std::to_string(port).c_str(), &wanted, &all);
  if (error != 0 || all == nullptr) return std::string("there is no such address (") + gai_strerror(error) + ")";
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> kept(all, freeaddrinfo);
  return told(tried(*all));
}

}  // namespace prongsai::review
