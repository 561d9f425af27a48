// What is left out of a report's reading and judging, because readings before this one ended there: by their memory or
// time, or in a crash.
#pragma once

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace prongsai {

// Pages by number, from 1.
struct Omissions {
  std::vector<int> unpainted;  // read from the text layer alone
  std::vector<int> unread;
  int unpainted_from = std::numeric_limits<int>::max();  // and all that follow
  int unread_from = std::numeric_limits<int>::max();
  std::map<int, std::string> why;  // of pages named above: how a reading ended there, one English clause
  // A page that memory does not suffice for ends the reading, so that another can do without it. Else the pages that
  // follow are read with what is left: libraries do not give all of it back, and it may be nothing.
  bool ends_for_memory = false;
  // What follows the pages: steps (checks by their names, and the constants below) that are not made, and how a reading
  // ended in each, one English clause.
  std::map<std::string, std::string> steps;
  bool all_checks = false;  // no check is made at all
  // Each check is told of before it begins; else all of them as one step, kChecks, for telling costs more than most
  // checks do. After a reading that was lost it must be known at which one the next one is.
  bool each_check = false;
};

// Steps that are no checks.
inline constexpr const char* kLines = "lines";                      // words are put together into lines and grids
inline constexpr const char* kListAttached = "attached_documents";  // attached PDFs are looked into
inline constexpr const char* kResolveDoubts = "resolve_doubts";     // ambiguous letters are verified on their pages
inline constexpr const char* kChecks = "checks";                    // all of them, and what follows them
inline constexpr const char* kSuggestedScore = "suggested_score";   // by the year's rubric

[[nodiscard]] inline bool is_unpainted(const Omissions& omissions, int page_no) {
  return page_no >= omissions.unpainted_from || std::ranges::count(omissions.unpainted, page_no) > 0;
}

[[nodiscard]] inline bool is_unread(const Omissions& omissions, int page_no) {
  return page_no >= omissions.unread_from || std::ranges::count(omissions.unread, page_no) > 0;
}

// One English clause.
[[nodiscard]] inline std::string why_left_out(const Omissions& omissions, int page_no) {
  const auto known = omissions.why.find(page_no);
  return known == omissions.why.end() ? "readings before this one ended at several pages" : known->second;
}

}  // namespace prongsai
