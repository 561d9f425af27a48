#include "tests/attacks/deeds.hpp"

#include <fcntl.h>
#include <linux/fs.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace attack {
namespace {

// Numbers that the C library of the oldest supported system does not know.
constexpr long kFchmodat2 = 452;
constexpr long kSetxattrat = 463;
constexpr long kOfTheFuture = 1000;

bool opens(const std::string& path, int flags = O_RDONLY) {
  const int fd = open(path.c_str(), flags, 0600);
  if (fd >= 0) close(fd);
  return fd >= 0;
}

std::string of_process(pid_t pid, const char* file) {
  return "/proc/" + std::to_string(pid) + "/" + file;
}

// A child that did come to life ends at once.
bool child(long pid) {
  if (pid == 0) _exit(0);
  if (pid > 0) waitpid(static_cast<pid_t>(pid), nullptr, __WALL);
  return pid > 0;
}

bool types_into(int fd) {
  char key = '#';
  return ioctl(fd, TIOCSTI, &key) == 0;
}

bool types_into_terminal() {
  const int fd = open("/dev/tty", O_RDONLY | O_NOCTTY);
  return types_into(fd) || types_into(STDIN_FILENO) || types_into(STDOUT_FILENO) || types_into(STDERR_FILENO);
}

bool limits_coordinator(const Target& target) {
  rlimit limit{};
  return prlimit(target.coordinator, RLIMIT_CPU, nullptr, &limit) == 0 &&
         prlimit(target.coordinator, RLIMIT_CPU, &limit, nullptr) == 0;
}

bool locks(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY);
  struct flock lock {};
  lock.l_type = F_RDLCK;
  return fcntl(fd, F_SETLK, &lock) == 0;
}

bool sends_descriptor() {
  char byte = 0;
  iovec data{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr header{};
  header.msg_iov = &data;
  header.msg_iovlen = 1;
  header.msg_control = control.data();
  header.msg_controllen = control.size();
  cmsghdr* const rights = CMSG_FIRSTHDR(&header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof(int));
  return sendmsg(3, &header, MSG_NOSIGNAL | MSG_DONTWAIT) >= 0;
}

// Standard streams, socket, the report itself: no more.
bool has_more_descriptors() {
  int open_ones = 0;
  for (int fd = 3; fd < 4096; ++fd) open_ones += fcntl(fd, F_GETFD) >= 0 ? 1 : 0;
  return open_ones > 2;
}

bool maps_code() {
  void* const page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0 ||
         mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

bool reads_memory(pid_t pid) {
  char byte = 0;
  iovec here{&byte, 1};
  iovec there{&byte, 1};
  return process_vm_readv(pid, &here, 1, &there, 1, 0) == 1;
}

bool sets_flags(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY);
  int flags = 0;
  return ioctl(fd, FS_IOC_GETFLAGS, &flags) == 0;
}

bool lowers_priority(pid_t pid) {
  sched_param none{};
  return sched_setscheduler(pid, SCHED_IDLE, &none) == 0;
}

bool unknown_call(long number) {
  return syscall(number, -1, "", 0, 0, 0, 0) >= 0 || errno != EPERM;
}

}  // namespace

const std::vector<Deed>& all_deeds() {
  static const std::vector<Deed> all = {
      {"socket", [](const Target&) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
      {"socketpair",
       [](const Target&) { return socketpair(AF_UNIX, SOCK_STREAM, 0, std::array<int, 2>{}.data()) == 0; }},
      {"sendmsg", [](const Target&) { return sends_descriptor(); }},
      {"kill", [](const Target& t) { return kill(t.coordinator, 0) == 0 || kill(0, 0) == 0; }},
      {"tgkill", [](const Target& t) { return syscall(SYS_tgkill, t.coordinator, t.coordinator, 0) == 0; }},
      {"pidfd", [](const Target& t) { return syscall(SYS_pidfd_open, t.coordinator, 0) >= 0; }},
      {"ptrace", [](const Target& t) { return syscall(SYS_ptrace, 16, t.coordinator, 0, 0) == 0; }},
      {"vm_readv", [](const Target& t) { return reads_memory(t.coordinator); }},
      {"prlimit", limits_coordinator},
      {"sched", [](const Target& t) { return lowers_priority(t.coordinator); }},
      {"ioprio", [](const Target& t) { return syscall(SYS_ioprio_set, 1, t.coordinator, (2 << 13) | 4) == 0; }},
      {"nice", [](const Target& t) { return setpriority(PRIO_PROCESS, static_cast<id_t>(t.coordinator), 19) == 0; }},
      {"fork", [](const Target&) { return child(fork()); }},
      {"vfork", [](const Target&) { return child(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }},
      {"userns", [](const Target&) { return unshare(CLONE_NEWUSER) == 0; }},
      {"mount", [](const Target&) { return mount("none", "/tmp", "tmpfs", 0, nullptr) == 0; }},
      {"chroot", [](const Target&) { return chroot("/") == 0; }},
      {"setown", [](const Target& t) { return fcntl(3, F_SETOWN, t.coordinator) == 0; }},
      {"async", [](const Target&) { return fcntl(3, F_SETFL, O_ASYNC) == 0; }},
      {"tty", [](const Target&) { return types_into_terminal(); }},
      {"passwd", [](const Target&) { return opens("/etc/passwd"); }},
      {"db", [](const Target& t) { return opens(t.database) || opens(t.database, O_RDWR); }},
      {"db lock", [](const Target& t) { return locks(t.database + "-shm") || locks(t.database); }},
      {"db flags", [](const Target& t) { return sets_flags(t.database); }},
      {"report", [](const Target& t) { return opens(t.other_report); }},
      {"mem", [](const Target& t) { return opens(of_process(t.coordinator, "mem")); }},
      {"own mem", [](const Target&) { return opens("/proc/self/mem", O_RDWR); }},
      {"environ", [](const Target& t) { return opens(of_process(t.coordinator, "environ")); }},
      {"create", [](const Target& t) { return opens(t.scratch + "2", O_CREAT | O_WRONLY); }},
      {"write", [](const Target& t) { return opens(t.scratch, O_WRONLY); }},
      {"unlink", [](const Target& t) { return unlink((t.scratch + "2").c_str()) == 0; }},
      {"chmod", [](const Target& t) { return chmod(t.scratch.c_str(), 0777) == 0; }},
      {"chmodat2", [](const Target& t) { return syscall(kFchmodat2, AT_FDCWD, t.scratch.c_str(), 0777, 0) == 0; }},
      {"setxattrat", [](const Target&) { return unknown_call(kSetxattrat); }},
      {"future", [](const Target&) { return unknown_call(kOfTheFuture); }},
      {"openat2",
       [](const Target&) {
         const std::array<std::uint64_t, 3> how{O_RDONLY, 0, 0};
         return syscall(SYS_openat2, AT_FDCWD, "/etc/passwd", how.data(), sizeof how) >= 0;
       }},
      {"memfd", [](const Target&) { return memfd_create("x", 0) >= 0; }},
      {"shm", [](const Target&) { return syscall(SYS_shmget, 0x1234, 4096, 01600) >= 0; }},
      {"code", [](const Target&) { return maps_code(); }},
      {"uring", [](const Target&) { return syscall(SYS_io_uring_setup, 1, std::array<char, 256>{}.data()) >= 0; }},
      {"stat",
       [](const Target&) {
         struct stat about {};
         return stat("/etc/shadow", &about) == 0;
       }},
      {"fds", [](const Target&) { return has_more_descriptors(); }},
      // The last one: it would not come back.
      {"execve", [](const Target&) { return execl("/bin/true", "true", nullptr) == 0; }},
  };
  return all;
}

}  // namespace attack
