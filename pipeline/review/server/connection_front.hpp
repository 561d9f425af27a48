// What stands before the server's threads: one thread that keeps all connections (epoll), takes requests in, gives
// those that have arrived whole to the workers, and takes their answers to clients as fast as these read. So neither
// idle nor slow clients, however many, hold a worker. For this library only.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "pipeline/review/server/connection.hpp"

namespace prongsai::review {

struct FrontLimits {
  std::chrono::milliseconds patience{20'000};  // for a whole request, and again for taking its answer
  std::chrono::milliseconds idle{5'000};       // between requests
  std::size_t most_head = 64U << 10U;          // bytes
  std::size_t most_body = 1U << 20U;
  std::size_t most_waiting = 128U << 20U;  // bytes of requests that are not whole yet, of all together
  std::size_t connections = 4000;          // beyond it the one that has waited longest is let go
  int requests = 1000;                     // of one connection
  int workers = 64;
};

class ConnectionFront {
 public:
  // `answer` is called by a worker with a connection whose first request is whole; it takes that from `in`, puts the
  // answer into `out` and says with `close` whether that is the last one.
  using AnswerRequest = std::function<void(Connection&)>;

  // Raises the number of files that the process may have open, as far as it may. Throws std::runtime_error when the
  // system gives no epoll.
  ConnectionFront(const FrontLimits& limits, AnswerRequest answer);
  // Takes no request up any more. Those that a worker has begun are answered: it waits for them, and two seconds for
  // clients to take their answers.
  ~ConnectionFront();
  ConnectionFront(const ConnectionFront&) = delete;
  ConnectionFront& operator=(const ConnectionFront&) = delete;

  // From any thread: a connection that was accepted. It is closed here.
  void take(int socket);

 private:
  using Kept = std::map<int, std::unique_ptr<Connection>>;  // by socket

  void loop();
  void turn();
  void let_go_of_the_idle();
  void work();
  void wake() const;
  void take_new_and_done();
  void handle(Connection& connection, unsigned events);
  void read(Connection& connection);
  void write(Connection& connection);
  void leave(Connection& connection);
  void answered(Connection& connection);
  void watch(Connection& connection, unsigned events) const;
  void drop(int socket);
  void drop_overdue();
  void make_room();

  FrontLimits limits_;
  AnswerRequest answer_;
  int epoll_ = -1;
  int bell_ = -1;  // rings when another thread has something
  std::atomic<bool> ends_ = false;
  FrontClock::time_point look_;  // for what is overdue, not before
  Kept all_;                     // of the loop's thread alone, but for what a worker has in hand

  std::mutex mutex_;
  std::condition_variable comes_;
  std::vector<int> new_;
  std::deque<Connection*> whole_;
  std::vector<Connection*> done_;

  std::thread thread_;
  std::vector<std::thread> workers_;
};

}  // namespace prongsai::review
