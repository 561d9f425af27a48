#include "pipeline/workers/process/leave_out.hpp"

namespace prongsai::workers {
namespace {

// Each costs another reading.
constexpr std::size_t kMostUnpainted = 2;
constexpr std::size_t kMostUnread = 2;

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

}  // namespace

bool leave_out(Omissions& omissions, int page_no) {
  if (page_no < 1 || is_unread(omissions, page_no)) return false;
  if (is_unpainted(omissions, page_no)) {
    leave_unread(omissions, page_no);
  } else {
    leave_unpainted(omissions, page_no);
  }
  return omissions.unread_from > 1;
}

}  // namespace prongsai::workers
