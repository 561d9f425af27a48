// A file that exists in memory only, for readers that want a path.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace prongsai::fuzz {

class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : fd_(memfd_create("fuzz", MFD_CLOEXEC)) {
    while (!bytes.empty()) {
      const ssize_t written = write(fd_, bytes.data(), bytes.size());
      if (written <= 0) std::abort();
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  ~MemoryFile() { close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

// Reads the bytes as a data file. A refusal must be a std::runtime_error that names the file, for whoever edits it.
template <typename Read>
void read_or_refuse(std::string_view bytes, const Read& read) {
  const MemoryFile file(bytes);
  try {
    read(file.path());
  } catch (const std::runtime_error& error) {
    if (std::string_view(error.what()).find(file.path().string()) == std::string_view::npos) std::abort();
  }
}

}  // namespace prongsai::fuzz
