// httplib's server behind a front of our own. By itself it gives each connection a thread, so that as many idle or slow
// clients as it has threads keep everybody else waiting (slowloris). Here it only ever sees whole requests, and writes
// answers into memory (connection_front.hpp).
#pragma once

#include <httplib.h>

#include <chrono>
#include <memory>

#include "pipeline/review/server/connection_front.hpp"

namespace prongsai::review {

class DeadlineServer : public httplib::Server {
 public:
  explicit DeadlineServer(std::chrono::milliseconds patience);

  // After binding: more clients may knock at once than httplib lets.
  void widen_the_door();

  // From any thread, before listening, too: it ends, or does not begin. Requests in hand are answered first.
  void close_the_door();

 private:
  // Gives the connection to the front.
  bool process_and_close_socket(socket_t socket) override;
  void answer(Connection& connection);

  std::chrono::milliseconds patience_;
  std::unique_ptr<ConnectionFront> front_;  // while it runs
};

}  // namespace prongsai::review
