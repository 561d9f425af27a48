// What a process gives up before it reads an untrusted file, for good: files, network, other processes, the terminal.
//
// Several protections lie over each other, for a fault in one must not be the end: a filter of system calls (seccomp),
// the kernel's list of readable folders (Landlock), namespaces, an unprivileged user. What a system does not offer is
// said, never assumed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/workers/sandbox/call_filter.hpp"
#include "pipeline/workers/sandbox/file_lock.hpp"
#include "pipeline/workers/sandbox/namespaces.hpp"

namespace prongsai::workers {

struct Protection {
  std::string name;
  bool holds = false;
  std::string says;  // what it does; where it does not hold, why
};

// For processes that are copied from the calling one.
class Sandbox {
 public:
  // In a process with one thread, once it has loaded what it needs. Files below `readable` can still be read: fonts.
  explicit Sandbox(const std::vector<std::filesystem::path>& readable);

  // In a copy: for the calling process, for good. `keep`: descriptors above the standard three that stay open; `socket`
  // is the one that may be talked over. Throws std::runtime_error when something fails that this system offers.
  void enter(int socket, const std::vector<int>& keep) const;

  [[nodiscard]] std::vector<Protection> protections() const;

  // What does not hold, as an English sentence; "" where all holds.
  [[nodiscard]] std::string notice() const;

 private:
  Namespaces namespaces_;
  FileLock files_;
  CallFilter calls_;
};

// For the calling process itself, which has no socket and will start no other, as the commands that read one file in
// their own process do. Files below `readable` can still be read. Returns what does not hold, as an English sentence;
// "" where all holds. Namespaces are left out.
[[nodiscard]] std::string enter_sandbox(const std::vector<std::filesystem::path>& readable);

}  // namespace prongsai::workers
