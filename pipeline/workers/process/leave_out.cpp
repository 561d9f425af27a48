#include "pipeline/workers/process/leave_out.hpp"

#include <limits>
#include <string>
#include <utility>

namespace prongsai::workers {
namespace {

// Each costs another reading up to that page. Real reports have no such page, damaged ones have one; what has more is
// made to cost time.
constexpr std::size_t kMostUnpainted = 2;
constexpr std::size_t kMostUnread = 2;
// A crash has one cause; a library that several checks use may be it.
constexpr std::size_t kMostSteps = 3;
constexpr int kNone = std::numeric_limits<int>::max();

void leave_unpainted(Omissions& omissions, int page_no) {
  if (omissions.unpainted.size() < kMostUnpainted) {
    omissions.unpainted.push_back(page_no);
  } else {
    omissions.unpainted_from = page_no;
  }
}

void leave_unread(Omissions& omissions, int page_no) {
  if (omissions.unread.size() < kMostUnread) {
    omissions.unread.push_back(page_no);
  } else {
    omissions.unread_from = page_no;
  }
}

// How readings end at a page or step.
std::string words_for(Blame blame) {
  switch (blame) {
    case Blame::memory:
      return "it needs more memory than a worker may use";
    case Blame::processor:
      return "it needs more processor time than a worker may use";
    case Blame::clock:
      return "reading it takes too long";
    case Blame::outside:
      return "reading processes are ended from outside at it, perhaps for lack of memory";
    case Blame::document:
      break;
  }
  return "reading processes crash at it";
}

// What comes next of this page; pictures are not left out from one page on and then from an earlier one.
bool keeps_picture(const Omissions& omissions, int page_no) {
  return omissions.unpainted_from == kNone && !is_unpainted(omissions, page_no);
}

bool is_full(const Omissions& omissions, int page_no) {
  return keeps_picture(omissions, page_no) ? omissions.unpainted.size() >= kMostUnpainted
                                           : omissions.unread.size() >= kMostUnread;
}

}  // namespace

bool leave_out(Omissions& omissions, int page_no, Blame blame) {
  if (page_no < 1 || is_unread(omissions, page_no) || omissions.unread_from != kNone) return false;
  if (blame == Blame::memory && is_full(omissions, page_no)) return std::exchange(omissions.ends_for_memory, false);
  if (keeps_picture(omissions, page_no)) {
    leave_unpainted(omissions, page_no);
  } else {
    leave_unread(omissions, page_no);
  }
  omissions.why[page_no] = words_for(blame);
  return omissions.unread_from > 1;
}

bool leave_out_step(Omissions& omissions, const std::string& step, Blame blame) {
  if (step == kChecks) return !std::exchange(omissions.each_check, true);
  if (step.empty() || omissions.steps.contains(step)) return false;
  if (omissions.steps.size() >= kMostSteps) return !std::exchange(omissions.all_checks, true);
  omissions.steps[step] = words_for(blame);
  return true;
}

}  // namespace prongsai::workers
