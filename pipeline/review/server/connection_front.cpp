#include "pipeline/review/server/connection_front.hpp"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

namespace prongsai::review {
namespace {

constexpr int kLeaving = 2;               // seconds
constexpr int kPieces = 64;               // that are read at one turn
constexpr int kTick = 50;                 // ms between looks at what is overdue
constexpr rlim_t kFiles = 8192;           // that the process wants to have open
constexpr std::size_t kOtherFiles = 200;  // of which not for connections
constexpr std::size_t kPiece = 16384;     // bytes

std::size_t raise_open_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
  const rlim_t wanted = limit.rlim_max == RLIM_INFINITY ? kFiles : std::min(kFiles, limit.rlim_max);
  if (limit.rlim_cur < wanted) {
    limit.rlim_cur = wanted;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
  }
  return static_cast<std::size_t>(limit.rlim_cur);
}

}  // namespace

ConnectionFront::ConnectionFront(const FrontLimits& limits, AnswerRequest answer)
    : limits_(limits), answer_(std::move(answer)) {
  const std::size_t files = raise_open_files();
  limits_.connections = std::min(limits_.connections, files > 2 * kOtherFiles ? files - kOtherFiles : files / 2);
  epoll_ = epoll_create1(EPOLL_CLOEXEC);
  bell_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = bell_;
  if (epoll_ < 0 || bell_ < 0 || epoll_ctl(epoll_, EPOLL_CTL_ADD, bell_, &event) != 0)
    throw std::runtime_error("the system gives no epoll: too many open files?");
  thread_ = std::thread([this] { loop(); });
  for (int i = 0; i < limits_.workers; ++i) workers_.emplace_back([this] { work(); });
}

ConnectionFront::~ConnectionFront() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  wake();
  comes_.notify_all();
  thread_.join();
  for (std::thread& worker : workers_) worker.join();
  for (const auto& [socket, connection] : all_) close(socket);
  for (const int socket : new_) close(socket);
  close(bell_);
  close(epoll_);
}

void ConnectionFront::take(int socket) {
  fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
  {
    const std::lock_guard lock(mutex_);
    new_.push_back(socket);
  }
  wake();
}

void ConnectionFront::wake() const {
  const std::uint64_t one = 1;
  (void)!::write(bell_, &one, sizeof(one));
}

// --- the loop's thread ---

void ConnectionFront::loop() {
  while (!ends_) turn();
  let_go_of_the_idle();
  while (!all_.empty()) turn();
}

void ConnectionFront::turn() {
  std::array<epoll_event, 256> events{};
  const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), kTick);
  for (int i = 0; i < count; ++i) {
    const int socket = events.at(static_cast<std::size_t>(i)).data.fd;
    if (socket == bell_) {
      std::uint64_t rung = 0;
      (void)!::read(bell_, &rung, sizeof(rung));
    } else if (const auto found = all_.find(socket); found != all_.end()) {
      handle(*found->second, events.at(static_cast<std::size_t>(i)).events);
    }
  }
  take_new_and_done();
  if (FrontClock::now() < look_) return;
  drop_overdue();
  look_ = FrontClock::now() + std::chrono::milliseconds(kTick);
}

// Of the end: what nobody has begun to answer is not begun, and what is being sent has little time left.
void ConnectionFront::let_go_of_the_idle() {
  std::vector<int> idle;
  {
    const std::lock_guard lock(mutex_);
    for (const Connection* connection : whole_) idle.push_back(connection->socket);
    whole_.clear();
  }
  const auto soon = FrontClock::now() + std::chrono::seconds(kLeaving);
  for (const auto& [socket, connection] : all_) {
    if (connection->state == Connection::State::reading) idle.push_back(socket);
    connection->until = std::min(connection->until, soon);
  }
  for (const int socket : idle) drop(socket);
}

void ConnectionFront::take_new_and_done() {
  std::vector<int> fresh;
  std::vector<Connection*> done;
  {
    const std::lock_guard lock(mutex_);
    fresh.swap(new_);
    done.swap(done_);
  }
  for (Connection* connection : done) answered(*connection);
  for (const int socket : fresh) {
    if (ends_) {
      close(socket);
      continue;
    }
    make_room();
    auto connection = std::make_unique<Connection>();
    connection->socket = socket;
    connection->until = FrontClock::now() + limits_.idle;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event);
    all_[socket] = std::move(connection);
  }
}

void ConnectionFront::watch(Connection& connection, unsigned events) const {
  epoll_event event{};
  event.events = events;
  event.data.fd = connection.socket;
  // Without events the system would still tell of a client that has gone, over and over.
  if (events == 0) {
    epoll_ctl(epoll_, EPOLL_CTL_DEL, connection.socket, &event);
  } else if (epoll_ctl(epoll_, EPOLL_CTL_MOD, connection.socket, &event) != 0) {
    epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.socket, &event);
  }
}

void ConnectionFront::handle(Connection& connection, unsigned events) {
  if (connection.state == Connection::State::working) return;  // gone or not: the worker ends first
  if (connection.state == Connection::State::writing) return write(connection);
  if (connection.state == Connection::State::leaving) return leave(connection);
  if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) read(connection);
}

void ConnectionFront::read(Connection& connection) {
  std::array<char, kPiece> piece{};
  if (connection.in.empty()) connection.until = FrontClock::now() + limits_.patience;
  while (true) {
    const ssize_t got = recv(connection.socket, piece.data(), piece.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    if (got <= 0) return drop(connection.socket);
    connection.in.append(piece.data(), static_cast<std::size_t>(got));
    if (connection.in.size() > limits_.most_head + limits_.most_body) break;
  }
  const Arrived how = arrived(connection.in, limits_.most_head, limits_.most_body);
  if (how == Arrived::too_much) return drop(connection.socket);
  if (how == Arrived::part) return;
  connection.state = Connection::State::working;
  watch(connection, 0);
  {
    const std::lock_guard lock(mutex_);
    whole_.push_back(&connection);
  }
  comes_.notify_one();
}

void ConnectionFront::answered(Connection& connection) {
  ++connection.requests;
  connection.close = connection.close || ends_ || connection.requests >= limits_.requests;
  connection.state = Connection::State::writing;
  connection.until =
      FrontClock::now() + (ends_ ? std::chrono::milliseconds(std::chrono::seconds(kLeaving)) : limits_.patience);
  write(connection);
}

void ConnectionFront::write(Connection& connection) {
  while (connection.sent < connection.out.size()) {
    const ssize_t went = send(connection.socket, connection.out.data() + connection.sent,
                              connection.out.size() - connection.sent, MSG_NOSIGNAL);
    if (went < 0 && errno == EINTR) continue;
    if (went < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return watch(connection, EPOLLOUT);
    if (went <= 0) return drop(connection.socket);
    connection.sent += static_cast<std::size_t>(went);
  }
  if (connection.close || ends_) {
    shutdown(connection.socket, SHUT_WR);
    connection.state = Connection::State::leaving;
    connection.until = FrontClock::now() + std::chrono::seconds(kLeaving);
    watch(connection, EPOLLIN);
    return leave(connection);
  }
  connection.out = std::string();
  connection.sent = 0;
  connection.state = Connection::State::reading;
  connection.until = FrontClock::now() + (connection.in.empty() ? limits_.idle : limits_.patience);
  watch(connection, EPOLLIN);
  if (!connection.in.empty()) read(connection);  // requests that were sent together
}

// What a client still sends is read and forgotten for a while: closed over it, the answer would be lost on its way.
void ConnectionFront::leave(Connection& connection) {
  std::array<char, kPiece> piece{};
  for (int i = 0; i < kPieces; ++i) {
    const ssize_t got = recv(connection.socket, piece.data(), piece.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
    if (got <= 0) return drop(connection.socket);
  }
}

void ConnectionFront::drop(int socket) {
  all_.erase(socket);
  close(socket);
}

// Who is late; and where all that waits takes too much memory, who has sent most of it.
void ConnectionFront::drop_overdue() {
  const auto now = FrontClock::now();
  std::vector<int> late;
  std::size_t waiting = 0;
  const Connection* largest = nullptr;
  for (const auto& [socket, connection] : all_) {
    if (connection->state == Connection::State::working) continue;
    if (connection->until < now) late.push_back(socket);
    if (connection->state != Connection::State::reading) continue;
    waiting += connection->in.size();
    if (largest == nullptr || connection->in.size() > largest->in.size()) largest = connection.get();
  }
  if (waiting > limits_.most_waiting) late.push_back(largest->socket);
  std::sort(late.begin(), late.end());
  late.erase(std::unique(late.begin(), late.end()), late.end());
  for (const int socket : late) drop(socket);
}

void ConnectionFront::make_room() {
  if (all_.size() < limits_.connections) return;
  const Connection* first = nullptr;  // whose time ends first
  for (const auto& [socket, connection] : all_) {
    if (connection->state != Connection::State::reading) continue;
    if (first == nullptr || connection->until < first->until) first = connection.get();
  }
  if (first != nullptr) drop(first->socket);
}

// --- workers ---

void ConnectionFront::work() {
  while (true) {
    Connection* connection = nullptr;
    {
      std::unique_lock lock(mutex_);
      comes_.wait(lock, [this] { return ends_ || !whole_.empty(); });
      if (ends_) return;
      connection = whole_.front();
      whole_.pop_front();
    }
    answer_(*connection);
    {
      const std::lock_guard lock(mutex_);
      done_.push_back(connection);
    }
    wake();
  }
}

}  // namespace prongsai::review
