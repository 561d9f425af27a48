// What is left out of a report's reading, because readings before this one ended there: by their processor time, or in
// a crash of a library.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace prongsai {

// Pages by number, from 1.
struct Omissions {
  std::vector<int> unpainted;  // read from the text layer alone
  std::vector<int> unread;
  int unpainted_from = std::numeric_limits<int>::max();  // and all that follow
  int unread_from = std::numeric_limits<int>::max();
};

[[nodiscard]] inline bool is_unpainted(const Omissions& omissions, int page_no) {
  return page_no >= omissions.unpainted_from || std::ranges::count(omissions.unpainted, page_no) > 0;
}

[[nodiscard]] inline bool is_unread(const Omissions& omissions, int page_no) {
  return page_no >= omissions.unread_from || std::ranges::count(omissions.unread, page_no) > 0;
}

}  // namespace prongsai
