// The system calls that a reading process may still make, as a seccomp filter: an allow list, so that calls that a
// later kernel brings are refused, too. For this library only.
#pragma once

#include <memory>
#include <string>

namespace prongsai::workers {

class CallFilter {
 public:
  CallFilter();

  // Why the system offers no such filter; "" where it does.
  [[nodiscard]] const std::string& why_not() const { return why_not_; }

  // For the calling process, for good; needs no_new_privs. `socket`: the one descriptor that may be talked over. Calls
  // that are not allowed fail with EPERM. Throws std::runtime_error when it cannot be loaded.
  void enter(int socket) const;

 private:
  std::string why_not_;
};

}  // namespace prongsai::workers
