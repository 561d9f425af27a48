#include "pipeline/workers/sandbox/call_filter.hpp"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace prongsai::workers {
namespace {

// By name: a name that this machine's kernel interface does not have is left out.
constexpr std::array kAllowed = {
    // what is open already
    "read", "pread64", "readv", "write", "writev", "close", "fstat", "fstat64", "getdents64", "lseek", "_llseek",
    // memory; never to be run as code (below)
    "munmap", "mremap", "brk", "madvise",
    // this process itself
    "futex", "exit", "exit_group", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
    "getpid", "gettid", "getrusage", "getrandom", "sched_yield",
    // time
    "clock_gettime", "clock_gettime64", "gettimeofday", "time", "nanosleep", "clock_nanosleep",
    "clock_nanosleep_time64"};

// The C library asks for these first and does without them where they are not there.
constexpr std::array kUnknown = {"openat2", "statx", "clone3", "faccessat2", "rseq", "set_robust_list"};

class Rules {
 public:
  Rules() : filter_(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release) { check(filter_ ? 0 : -ENOMEM); }

  void allow(const char* name) const { add(SCMP_ACT_ALLOW, name, {}); }
  void allow(const char* name, std::initializer_list<scmp_arg_cmp> when) const { add(SCMP_ACT_ALLOW, name, when); }
  void unknown(const char* name) const { add(SCMP_ACT_ERRNO(ENOSYS), name, {}); }
  void load() const {
    check(seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_NNP, 0));  // set already, with or without a filter
    check(seccomp_load(filter_.get()));
  }

 private:
  void add(std::uint32_t action, const char* name, std::initializer_list<scmp_arg_cmp> when) const {
    const int number = seccomp_syscall_resolve_name(name);
    if (number < 0) return;  // not of this machine
    check(seccomp_rule_add_array(filter_.get(), action, number, static_cast<unsigned>(when.size()), when.begin()));
  }
  static void check(int error) {
    if (error != 0) throw std::runtime_error(std::string("the filter of system calls fails: ") + std::strerror(-error));
  }

  std::unique_ptr<void, decltype(&seccomp_release)> filter_;
};

scmp_arg_cmp is(unsigned argument, scmp_datum_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}

scmp_arg_cmp without(unsigned argument, scmp_datum_t bits) {
  return {argument, SCMP_CMP_MASKED_EQ, bits, 0};
}

// Opening with any of these bits is more than reading a file.
constexpr scmp_datum_t kMoreThanReading =
    O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_PATH | (O_TMPFILE & ~O_DIRECTORY);

void add_with_arguments(const Rules& rules, int socket) {
  const auto talk = is(0, static_cast<scmp_datum_t>(socket));
  rules.allow("sendto", {talk, is(3, MSG_NOSIGNAL), is(4, 0)});
  rules.allow("recvfrom", {talk, is(4, 0)});
  rules.allow("open", {without(1, kMoreThanReading)});
  rules.allow("openat", {without(2, kMoreThanReading)});
  for (const char* map : {"mmap", "mmap2", "mprotect"}) rules.allow(map, {without(2, PROT_EXEC)});
  // fstat() is this call with an empty path.
  for (const char* stat : {"newfstatat", "fstatat64"}) rules.allow(stat, {is(3, AT_EMPTY_PATH)});
  for (const int command : {F_GETFD, F_SETFD, F_GETFL}) {
    for (const char* name : {"fcntl", "fcntl64"}) rules.allow(name, {is(1, static_cast<scmp_datum_t>(command))});
  }
  rules.allow("prlimit64", {is(0, 0)});
  // abort() signals the process itself; in a process namespace of its own that has another number.
  rules.allow("tgkill", {is(0, static_cast<scmp_datum_t>(getpid()))});
}

}  // namespace

CallFilter::CallFilter() {
  const std::uint32_t action = SECCOMP_RET_ERRNO;
  if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) != 0) why_not_ = std::strerror(errno);
}

void CallFilter::enter(int socket) const {
  const Rules rules;
  for (const char* name : kAllowed) rules.allow(name);
  for (const char* name : kUnknown) rules.unknown(name);
  add_with_arguments(rules, socket);
  rules.load();
}

}  // namespace prongsai::workers
