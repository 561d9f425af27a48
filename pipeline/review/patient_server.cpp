#include "pipeline/review/patient_server.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace prongsai::review {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostHead = 64U << 10U;          // bytes of a request before its body
constexpr auto kLook = std::chrono::milliseconds(50);  // how often an idle connection looks whether the server ends

// Waits until the socket is ready for `event`, but not beyond `until`.
bool is_ready(int socket, short event, Clock::time_point until) {
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{socket, event, 0};
    const int ready = poll(&waiting, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

using NameOf = int (*)(int, sockaddr*, socklen_t*);

void address_of(NameOf name_of, int socket, std::string& ip, int& port) {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (name_of(socket, generic, &length) != 0) return;
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  if (getnameinfo(generic, length, host.data(), host.size(), service.data(), service.size(),
                  NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return;
  }
  ip = host.data();
  port = std::atoi(service.data());
}

// A connection; each exchange on it has its deadline.
class PatientStream : public httplib::Stream {
 public:
  PatientStream(int socket, std::chrono::milliseconds patience, std::size_t most_bytes)
      : socket_(socket), patience_(patience), most_bytes_(most_bytes) {}

  // A new request begins.
  void restart() {
    until_ = Clock::now() + patience_;
    answering_ = false;
    bytes_ = 0;
  }
  [[nodiscard]] bool has_buffered() const { return at_ < filled_; }
  // Too slow, too long, or gone: what comes next on it means nothing.
  [[nodiscard]] bool has_failed() const { return failed_; }

  bool is_readable() const override { return has_buffered() || is_ready(socket_, POLLIN, until_); }
  bool is_writable() const override { return is_ready(socket_, POLLOUT, until_); }

  // httplib reads headers a byte at a time.
  ssize_t read(char* to, size_t size) override {
    if (!has_buffered()) {
      const ssize_t got = is_ready(socket_, POLLIN, until_) ? recv(socket_, buffer_.data(), buffer_.size(), 0) : -1;
      failed_ = got <= 0;
      if (failed_) return got;
      at_ = 0;
      filled_ = static_cast<std::size_t>(got);
    }
    const std::size_t taken = std::min(size, filled_ - at_);
    bytes_ += taken;
    failed_ = bytes_ > most_bytes_;
    if (failed_) return -1;
    std::memcpy(to, buffer_.data() + at_, taken);
    at_ += taken;
    return static_cast<ssize_t>(taken);
  }

  ssize_t write(const char* from, size_t size) override {
    if (!answering_) until_ = Clock::now() + patience_;  // what it took to make the answer is not the client's fault
    answering_ = true;
    return is_ready(socket_, POLLOUT, until_) ? send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT) : -1;
  }

  void get_remote_ip_and_port(std::string& ip, int& port) const override { address_of(getpeername, socket_, ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const override { address_of(getsockname, socket_, ip, port); }
  socket_t socket() const override { return socket_; }

 private:
  int socket_;
  std::chrono::milliseconds patience_;
  std::size_t most_bytes_;  // of one request
  std::size_t bytes_ = 0;
  Clock::time_point until_;
  bool answering_ = false;
  bool failed_ = false;
  std::array<char, 8192> buffer_{};
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
};

}  // namespace

// Until the next request on an idle connection; not beyond the end of the server.
bool PatientServer::comes_another(socket_t socket) const {
  const auto until = Clock::now() + std::chrono::seconds(keep_alive_timeout_sec_);
  while (svr_sock_ != INVALID_SOCKET && Clock::now() < until) {
    if (is_ready(socket, POLLIN, Clock::now() + kLook)) return true;
  }
  return false;
}

bool PatientServer::process_and_close_socket(socket_t socket) {
  PatientStream stream(socket, patience_, payload_max_length_ + kMostHead);
  bool served = false;
  for (std::size_t left = keep_alive_max_count_; left > 0; --left) {
    if (!stream.has_buffered() && !comes_another(socket)) break;
    stream.restart();
    bool closed = false;
    served = process_request(stream, left == 1, closed, nullptr);
    if (!served || closed || stream.has_failed()) break;
  }
  shutdown(socket, SHUT_RDWR);
  close(socket);
  return served;
}

}  // namespace prongsai::review
