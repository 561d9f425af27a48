// How the front ends while a worker has a request in hand.
#include "pipeline/review/server/connection_front.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <future>
#include <memory>
#include <string>

namespace prongsai::review {
namespace {

// What comes until the other end closes.
std::string rest_of(int socket) {
  std::string all;
  std::array<char, 256> part{};
  for (ssize_t got = 0; (got = recv(socket, part.data(), part.size(), 0)) > 0;)
    all.append(part.data(), static_cast<std::size_t>(got));
  return all;
}

TEST(ConnectionFrontTest, WhatIsInHandIsAnsweredAndWhatIsNotIsLetGo) {
  std::promise<void> begun;
  std::promise<void> may_end;
  FrontLimits limits;
  limits.workers = 1;
  auto front = std::make_unique<ConnectionFront>(limits, [&](Connection& connection) {
    begun.set_value();
    may_end.get_future().wait();
    connection.in.clear();
    connection.out = "answer";
  });
  std::array<std::array<int, 2>, 3> pairs{};
  const timeval patience{20, 0};  // so that a front which keeps them all waiting fails instead of standing still
  for (auto& pair : pairs) {
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()), 0);
    setsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    front->take(pair[1]);
  }
  const std::string request = "GET / HTTP/1.1\r\n\r\n";
  const auto ask = [&](int socket) { ASSERT_GT(send(socket, request.data(), request.size(), 0), 0); };
  ask(pairs[0][0]);
  begun.get_future().wait();
  ask(pairs[1][0]);  // waits for the only worker; the third one says nothing

  auto ended = std::async(std::launch::async, [&front] { front.reset(); });
  EXPECT_EQ(rest_of(pairs[1][0]), "");  // it ends without it …
  EXPECT_EQ(rest_of(pairs[2][0]), "");
  may_end.set_value();
  EXPECT_EQ(rest_of(pairs[0][0]), "answer");  // … not without this one
  for (const auto& pair : pairs) close(pair[0]);
  ended.wait();
}

}  // namespace
}  // namespace prongsai::review
