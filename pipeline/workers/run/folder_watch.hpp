// Files as they arrive in a folder and the folders under it (inotify). Folders on network file systems tell only of
// what this machine writes; for those, run `ingest` now and then.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <vector>

namespace prongsai::workers {

class FolderWatch {
 public:
  // `settle`: how long a file must stay as it is before it counts as complete. Throws std::runtime_error when the
  // folder cannot be watched.
  FolderWatch(std::filesystem::path folder, std::chrono::milliseconds settle);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Waits, at most so long, and returns the files that have become complete. Returns early when a signal arrives.
  [[nodiscard]] std::vector<std::filesystem::path> wait(std::chrono::milliseconds at_most);

 private:
  using Clock = std::chrono::steady_clock;
  struct Arrival {
    Clock::time_point last_change;
    std::uintmax_t size = 0;
    std::filesystem::file_time_type written;
  };

  void add_folder(const std::filesystem::path& folder);
  void read_events();
  void note(const std::filesystem::path& path);
  [[nodiscard]] std::vector<std::filesystem::path> take_complete();

  std::filesystem::path root_;
  std::chrono::milliseconds settle_;
  int fd_ = -1;
  std::map<int, std::filesystem::path> folders_;  // by inotify watch
  std::map<std::filesystem::path, Arrival> arriving_;
};

}  // namespace prongsai::workers
