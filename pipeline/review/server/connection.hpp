// One connection of a client, as the front (connection_front.hpp) keeps it: what came in, what is to go out, until
// when. For this library only.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace prongsai::review {

using FrontClock = std::chrono::steady_clock;

struct Connection {
  enum class State { reading, working, writing, leaving };

  int socket = -1;
  State state = State::reading;
  std::string in;        // bytes of requests that are not answered yet
  std::string out;       // bytes of the answer
  std::size_t sent = 0;  // of `out`
  int requests = 0;      // answered
  bool close = false;    // when the answer is out
  FrontClock::time_point until;
};

// How much of a request has come.
enum class Arrived { part, whole, too_much };

// `most_head`, `most_body`: bytes. A body that is announced as larger counts as arrived with its head, so that it can
// be refused in words.
[[nodiscard]] Arrived arrived(const std::string& bytes, std::size_t most_head, std::size_t most_body);

// The status that a request which has come whole is refused with before anything of it is taken up; 0 for none. 400: a
// head whose lines two readers would part differently, or more than one word on how long the body is; 415: a packed
// body, which a megabyte could unpack to a thousand.
[[nodiscard]] int refusal_unread(const std::string& bytes);

}  // namespace prongsai::review
