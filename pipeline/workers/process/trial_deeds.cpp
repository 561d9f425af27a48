#include "pipeline/workers/process/trial_deeds.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstddef>

#include "pipeline/workers/messages/channel.hpp"

namespace prongsai::workers {
namespace {

bool opens_socket(pid_t) {
  return Descriptor(socket(AF_INET, SOCK_STREAM, 0)).fd() >= 0;
}

// No byte is sent: connecting a datagram socket looks for a way to the address and nothing more.
bool finds_network(pid_t) {
  const Descriptor opened(socket(AF_INET, SOCK_DGRAM, 0));
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(9);
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return opened.fd() >= 0 && connect(opened.fd(), reinterpret_cast<const sockaddr*>(&here), sizeof here) == 0;
}

bool signals(pid_t other) {
  return kill(other, 0) == 0;
}

bool starts_process(pid_t) {
  const pid_t pid = fork();
  if (pid == 0) _exit(0);
  if (pid > 0) waitpid(pid, nullptr, 0);
  return pid > 0;
}

bool reads_limits(pid_t other) {
  rlimit limit{};
  return prlimit(other, RLIMIT_CPU, nullptr, &limit) == 0;
}

bool types_into_terminal(pid_t) {
  char key = ' ';
  return ioctl(STDERR_FILENO, TIOCSTI, &key) == 0;
}

bool reads_passwd(pid_t) {
  return Descriptor(open("/etc/passwd", O_RDONLY | O_CLOEXEC)).fd() >= 0;
}

bool reads_shadow(pid_t) {
  return Descriptor(open("/etc/shadow", O_RDONLY | O_CLOEXEC)).fd() >= 0;
}

bool writes_file(pid_t) {
  return Descriptor(open("/tmp", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600)).fd() >= 0;
}

bool takes_memory(pid_t) {
  constexpr std::size_t kMuch = std::size_t{64} << 30U;
  void* const taken = mmap(nullptr, kMuch, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (taken == MAP_FAILED) return false;
  munmap(taken, kMuch);
  return true;
}

bool fills_disk(pid_t) {
  const Descriptor file(memfd_create("much", MFD_CLOEXEC));
  return file.fd() >= 0 && ftruncate(file.fd(), off_t{8} << 20U) == 0;
}

bool opens_many(pid_t) {
  return Descriptor(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 1000)).fd() >= 0;
}

bool becomes_root(pid_t) {
  return geteuid() != 0 ? setuid(0) == 0 : setgid(0) == 0;
}

constexpr std::array kDeeds = {TrialDeed{"a socket", opens_socket},
                               TrialDeed{"the machine's network", finds_network},
                               TrialDeed{"a signal to another process", signals},
                               TrialDeed{"another process", starts_process},
                               TrialDeed{"another process's limits", reads_limits},
                               TrialDeed{"typing into the terminal", types_into_terminal},
                               TrialDeed{"reading /etc/passwd", reads_passwd},
                               TrialDeed{"reading /etc/shadow", reads_shadow},
                               TrialDeed{"writing a file", writes_file},
                               TrialDeed{"64 GiB of memory", takes_memory},
                               TrialDeed{"a large file", fills_disk},
                               TrialDeed{"many open files", opens_many},
                               TrialDeed{"being root", becomes_root}};

}  // namespace

std::span<const TrialDeed> trial_deeds() {
  return kDeeds;
}

}  // namespace prongsai::workers
