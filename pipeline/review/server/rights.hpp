// What a request needs its sender to be allowed, and what each role is.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/review/accounts.hpp"

namespace prongsai::review {

enum class Right {
  anyone,  // before any login: the login page and what it needs
  read,
  review,  // decide, correct, give scores; take back one's own
  lead,    // assign work, take back others'
  admin    // see who logged in
};

[[nodiscard]] inline bool may(store::Role role, Right right) {
  // Each role may do one thing more than the one before.
  return static_cast<int>(right) <= static_cast<int>(role) + 1;
}

// A route, as it was registered: every one has its right.
struct Route {
  std::string method;   // GET, POST
  std::string pattern;  // a regular expression of the path
  Right right = Right::admin;
};

}  // namespace prongsai::review
