// Landlock: the kernel's own list of the folders that a process may still open files in. For this library only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/workers/messages/channel.hpp"

namespace prongsai::workers {

class FileLock {
 public:
  // Nothing but reading below `readable` (folders, or single files) will be possible. What does not exist is left out.
  explicit FileLock(const std::vector<std::filesystem::path>& readable);

  // Why the kernel does not offer it; "" where it does.
  [[nodiscard]] const std::string& why_not() const { return why_not_; }
  [[nodiscard]] int version() const { return version_; }  // of the kernel's interface, from 1

  // For the calling process and those that it starts, for good; needs no_new_privs. Throws std::runtime_error.
  void enter() const;

 private:
  std::string why_not_;
  int version_ = 0;
  Descriptor rules_;
};

}  // namespace prongsai::workers
