#include "pipeline/workers/sandbox.hpp"

#include <fcntl.h>
#include <seccomp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace prongsai::workers {
namespace {

// System calls by name: those that the running kernel's headers do not know are left out by resolving at run time.
constexpr std::array kForbidden = {
    // network and other processes' sockets
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    // other programs and processes
    "execve",
    "execveat",
    "fork",
    "vfork",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "kill",
    "tkill",
    "rt_sigqueueinfo",
    "rt_tgsigqueueinfo",
    "pidfd_open",
    "pidfd_send_signal",
    "pidfd_getfd",
    "kcmp",
    "setpriority",
    "sched_setaffinity",
    // writing to the file system
    "creat",
    "truncate",
    "mkdir",
    "mkdirat",
    "rmdir",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "mknod",
    "mknodat",
    "chmod",
    "fchmod",
    "fchmodat",
    "chown",
    "fchown",
    "lchown",
    "fchownat",
    "utime",
    "utimes",
    "utimensat",
    "futimesat",
    "setxattr",
    "lsetxattr",
    "fsetxattr",
    "removexattr",
    "lremovexattr",
    "fremovexattr",
    "open_by_handle_at",
    // ways around the filter, and the kernel's wide corners
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "keyctl",
    "add_key",
    "request_key",
    "mount",
    "umount2",
    "pivot_root",
    "chroot",
    "unshare",
    "setns",
    "open_tree",
    "move_mount",
    "fsopen",
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "swapon",
    "swapoff",
    "sethostname",
    "setdomainname",
    "quotactl",
    "acct",
    "personality",
};

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

int number_of(const char* name) {
  return seccomp_syscall_resolve_name(name);
}

bool forbid(const Filter& filter, const char* name) {
  const int number = number_of(name);
  return number == __NR_SCMP_ERROR || seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), number, 0) == 0;
}

// Opening with any of these flags is opening for writing.
bool forbid_writing(const Filter& filter, const char* name, unsigned flags_argument) {
  const int number = number_of(name);
  if (number == __NR_SCMP_ERROR) return true;
  for (const unsigned flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC}) {
    const auto with_flag = SCMP_CMP(flags_argument, SCMP_CMP_MASKED_EQ, flag, flag);
    if (seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), number, 1, with_flag) != 0) return false;
  }
  return true;
}

bool add_rules(const Filter& filter) {
  for (const char* name : kForbidden) {
    if (!forbid(filter, name)) return false;
  }
  if (!forbid_writing(filter, "open", 1) || !forbid_writing(filter, "openat", 2)) return false;
  // Its flags lie in memory, where a filter cannot see them; the C library falls back on openat.
  if (seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), number_of("openat2"), 0) != 0) return false;
  // abort() sends a signal to the process itself; to no other.
  const auto other = SCMP_CMP(0, SCMP_CMP_NE, static_cast<scmp_datum_t>(getpid()));
  return seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), number_of("tgkill"), 1, other) == 0;
}

std::string not_offered(const std::string& why) {
  return "this system offers no seccomp filter (" + why + "): workers run with limits, but without a sandbox";
}

}  // namespace

std::string enter_sandbox() {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW), seccomp_release);
  if (!filter) return not_offered("it cannot be set up");
  // All threads of the process, should there be more than one.
  seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1);
  if (!add_rules(filter)) return not_offered("its rules are not understood");
  const int error = seccomp_load(filter.get());
  return error == 0 ? "" : not_offered(std::strerror(-error));
}

}  // namespace prongsai::workers
