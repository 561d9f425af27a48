#include "pipeline/review/server/deadline_server.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <functional>

namespace prongsai::review {
namespace {

constexpr int kKnocking = 1024;               // connections that wait to be accepted
constexpr std::size_t kMostKept = 8U << 20U;  // bytes of an answer in memory; the rest waits for the client
constexpr std::size_t kMostHead = 64U << 10U;

using NameOf = int (*)(int, sockaddr*, socklen_t*);

void address_of_socket(NameOf name_of, int socket, std::string& ip, int& port) {
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

// A request that has come whole, and room for its answer. An answer that is too large for memory (an original file,
// which only those who are logged in can ask for) waits for its client here.
class KeptStream : public httplib::Stream {
 public:
  KeptStream(Connection& connection, std::chrono::milliseconds patience)
      : connection_(connection), patience_(patience) {}

  [[nodiscard]] std::size_t taken() const { return at_; }
  [[nodiscard]] bool is_spoilt() const { return failed_ || lacks_; }

  bool is_readable() const override { return at_ < connection_.in.size(); }
  bool is_writable() const override { return !failed_; }

  ssize_t read(char* to, size_t size) override {
    const std::size_t count = std::min(size, connection_.in.size() - at_);
    if (count == 0) {
      lacks_ = true;  // more was announced than is taken in; the answer can still be given
      return -1;
    }
    std::memcpy(to, connection_.in.data() + at_, count);
    at_ += count;
    return static_cast<ssize_t>(count);
  }

  ssize_t write(const char* from, size_t size) override {
    if (failed_) return -1;
    connection_.out.append(from, size);
    if (connection_.out.size() > kMostKept && !send_kept()) return -1;
    return static_cast<ssize_t>(size);
  }

  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    address_of_socket(getpeername, connection_.socket, ip, port);
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    address_of_socket(getsockname, connection_.socket, ip, port);
  }
  socket_t socket() const override { return connection_.socket; }

 private:
  bool send_kept() {
    const auto until = FrontClock::now() + patience_;
    std::string& out = connection_.out;
    std::size_t sent = 0;
    while (sent < out.size()) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - FrontClock::now()).count();
      pollfd waiting{connection_.socket, POLLOUT, 0};
      failed_ = left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0;
      if (failed_) return false;
      const ssize_t went = send(connection_.socket, out.data() + sent, out.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
      if (went < 0 && errno != EAGAIN && errno != EINTR) failed_ = true;
      if (failed_) return false;
      if (went > 0) sent += static_cast<std::size_t>(went);
    }
    out.clear();
    return true;
  }

  Connection& connection_;
  std::chrono::milliseconds patience_;
  std::size_t at_ = 0;
  bool lacks_ = false;
  bool failed_ = false;
};

// Tasks of httplib's loop only hand a connection over: they are done at once.
class AtOnce : public httplib::TaskQueue {
 public:
  explicit AtOnce(std::function<void()> end) : end_(std::move(end)) {}
  void enqueue(std::function<void()> task) override { task(); }
  void shutdown() override { end_(); }

 private:
  std::function<void()> end_;
};

}  // namespace

DeadlineServer::DeadlineServer(std::chrono::milliseconds patience) : patience_(patience) {
  new_task_queue = [this] {
    FrontLimits limits;
    limits.patience = patience_;
    limits.idle = std::chrono::seconds(keep_alive_timeout_sec_);
    limits.requests = static_cast<int>(keep_alive_max_count_);
    limits.most_head = kMostHead;
    limits.most_body = payload_max_length_;
    front_ = std::make_unique<ConnectionFront>(limits, [this](Connection& connection) { answer(connection); });
    return new AtOnce([this] { front_.reset(); });
  };
}

void DeadlineServer::widen_the_door() {
  if (svr_sock_ != INVALID_SOCKET) ::listen(svr_sock_, kKnocking);
}

void DeadlineServer::close_the_door() {
  const socket_t door = svr_sock_.exchange(INVALID_SOCKET);
  if (door == INVALID_SOCKET) return;
  shutdown(door, SHUT_RDWR);
  ::close(door);
}

bool DeadlineServer::process_and_close_socket(socket_t socket) {
  front_->take(socket);
  return true;
}

void DeadlineServer::answer(Connection& connection) {
  if (const int refusal = refusal_unread(connection.in); refusal != 0) {
    connection.out = std::string("HTTP/1.1 ") + (refusal == 415 ? "415 Unsupported Media Type" : "400 Bad Request") +
                     "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    connection.close = true;
    return;
  }
  KeptStream stream(connection, patience_);
  bool closed = false;
  const bool last = connection.requests + 1 >= static_cast<int>(keep_alive_max_count_);
  const bool served = process_request(stream, last, closed, nullptr);
  connection.in.erase(0, stream.taken());
  // What of a body was left unread would be taken for the next request.
  connection.close = !served || closed || stream.is_spoilt();
}

}  // namespace prongsai::review
