#include "pipeline/workers/sandbox/namespaces.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;

constexpr int kParted = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
// Where the small root is put together, in this process's own mount namespace: a folder that is always there and that
// holds no report.
constexpr const char* kPlace = "/proc";

bool write_to(const char* file, const std::string& text) {
  std::ofstream out(file);
  out << text << std::flush;
  return out.good();
}

// A user namespace in which the caller is who it was, and nobody else is anybody.
bool map_caller(uid_t user, gid_t group) {
  const auto one = [](unsigned id) { return std::to_string(id) + ' ' + std::to_string(id) + " 1\n"; };
  return write_to("/proc/self/setgroups", "deny") && write_to("/proc/self/uid_map", one(user)) &&
         write_to("/proc/self/gid_map", one(group));
}

// Root needs no user namespace, and would lose its right to others' files by one; everybody else gets the right to the
// other namespaces by it.
std::string part() {
  const uid_t user = geteuid();
  const gid_t group = getegid();
  if (unshare(user == 0 ? kParted : CLONE_NEWUSER | kParted) != 0) return std::strerror(errno);
  return user == 0 || map_caller(user, group) ? "" : "the user cannot be mapped";
}

// The first process of a process namespace holds it: when it ends, so do the others. It ends when the caller does,
// whose end of a pipe closes then.
std::string start_holder(Descriptor& hold) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::strerror(errno);
  const Descriptor theirs(ends[0]);
  hold = out_of_the_way(Descriptor(ends[1]));
  const pid_t holder = fork();
  if (holder < 0) return std::strerror(errno);
  if (holder > 0) return "";
  dup2(theirs.fd(), STDIN_FILENO);
  closefrom(STDOUT_FILENO);
  for (char none = 0; read(STDIN_FILENO, &none, 1) < 0 && errno == EINTR;) continue;
  _exit(0);
}

bool show(const fs::path& folder) {
  const fs::path shown = fs::path(kPlace) / folder.relative_path();
  std::error_code error;
  if (fs::is_directory(folder, error)) {
    fs::create_directories(shown, error);
  } else {
    fs::create_directories(shown.parent_path(), error);
    std::ofstream mount_point(shown);
  }
  return !error && mount(folder.c_str(), shown.c_str(), nullptr, MS_BIND | MS_REC, nullptr) == 0;
}

// The root folder for copies, open; without one, `why` says so.
Descriptor make_root(const std::vector<fs::path>& readable, std::string& why) {
  why = "";
  if (mount("none", "/", nullptr, MS_REC | MS_SLAVE, nullptr) != 0 ||
      mount("none", kPlace, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, "size=1m,mode=0755") != 0) {
    why = std::strerror(errno);
    return {};
  }
  for (const fs::path& folder : readable) {
    std::error_code away;  // one that this user may not even look into holds nothing that it could read
    if (fs::exists(folder, away) && !show(folder)) why = folder.string() + ": " + std::strerror(errno);
  }
  Descriptor root(open(kPlace, O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (root.fd() < 0) why = std::strerror(errno);
  return out_of_the_way(std::move(root));
}

}  // namespace

Namespaces::Namespaces(const std::vector<fs::path>& readable) : why_not_(part()) {
  if (why_not_.empty()) why_not_ = start_holder(hold_);
  if (why_not_.empty()) root_ = make_root(readable, why_no_root_);
}

void Namespaces::enter() const {
  if (!why_no_root_.empty()) return;
  if (fchdir(root_.fd()) != 0 || chroot(".") != 0) {
    throw std::runtime_error(std::string("the root folder cannot be changed: ") + std::strerror(errno));
  }
}

}  // namespace prongsai::workers
