#include "pipeline/workers/sandbox/privileges.hpp"

#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

namespace prongsai::workers {
namespace {

constexpr uid_t kNobody = 65534;

void become_nobody() {
  if (setgroups(0, nullptr) != 0) return;  // not mapped here: the capabilities go all the same
  if (setresgid(kNobody, kNobody, kNobody) == 0) (void)!setresuid(kNobody, kNobody, kNobody);
}

}  // namespace

void drop_capabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, 2> none{};
  syscall(SYS_capset, &header, none.data());
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

void drop_privileges() {
  int at_death = 0;  // changing the user takes it away
  prctl(PR_GET_PDEATHSIG, &at_death);
  if (geteuid() == 0) become_nobody();
  drop_capabilities();
  prctl(PR_SET_PDEATHSIG, at_death);
}

}  // namespace prongsai::workers
