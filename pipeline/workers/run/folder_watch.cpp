#include "pipeline/workers/run/folder_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MODIFY | IN_CREATE | IN_ONLYDIR;

}  // namespace

FolderWatch::FolderWatch(fs::path folder, std::chrono::milliseconds settle)
    : root_(std::move(folder)), settle_(settle), fd_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (fd_ < 0) throw std::runtime_error(std::string("no folder can be watched: ") + std::strerror(errno));
  if (!fs::is_directory(root_)) throw std::runtime_error(root_.string() + ": there is no such folder");
  add_folder(root_);
}

FolderWatch::~FolderWatch() {
  close(fd_);
}

// Watched before it is listed, so that nothing arrives unseen in between.
void FolderWatch::add_folder(const fs::path& folder) {
  const int watch = inotify_add_watch(fd_, folder.c_str(), kEvents);
  if (watch < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return;  // gone again
    throw std::runtime_error(folder.string() + " cannot be watched: " + std::strerror(errno) +
                             "; the limit is fs.inotify.max_user_watches (see sysctl)");
  }
  // A folder that was renamed keeps its watch, and all in it has another path now.
  if (const auto known = folders_.find(watch); known != folders_.end() && known->second == folder) return;
  folders_.insert_or_assign(watch, folder);
  std::error_code error;
  for (fs::directory_iterator next(folder, error), end; !error && next != end; next.increment(error)) {
    std::error_code ignored;
    if (next->is_directory(ignored) && !next->is_symlink(ignored))
      add_folder(next->path());
    else
      note(next->path());
  }
}

void FolderWatch::note(const fs::path& path) {
  arriving_[path].last_change = Clock::now();
}

void FolderWatch::read_events() {
  alignas(inotify_event) std::array<char, 1U << 16U> buffer{};
  for (;;) {
    const ssize_t got = ::read(fd_, buffer.data(), buffer.size());
    if (got <= 0) return;
    for (ssize_t at = 0; at < got;) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      at += static_cast<ssize_t>(sizeof event + event.len);
      if ((event.mask & IN_Q_OVERFLOW) != 0) {  // events were lost: look at everything again
        folders_.clear();
        add_folder(root_);
        continue;
      }
      const auto folder = folders_.find(event.wd);
      if (folder == folders_.end() || event.len == 0) continue;
      const fs::path path = folder->second / name;
      if ((event.mask & IN_ISDIR) != 0)
        add_folder(path);
      else
        note(path);
    }
  }
}

// Complete: looked at twice with the same size and time, the settling time apart.
std::vector<fs::path> FolderWatch::take_complete() {
  std::vector<fs::path> complete;
  const auto now = Clock::now();
  for (auto next = arriving_.begin(); next != arriving_.end();) {
    auto& [path, arrival] = *next;
    if (now - arrival.last_change < settle_) {
      ++next;
      continue;
    }
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    const fs::file_time_type written = fs::last_write_time(path, error);
    if (error) {  // gone, or no file
      next = arriving_.erase(next);
    } else if (size == arrival.size && written == arrival.written) {
      complete.push_back(path);
      next = arriving_.erase(next);
    } else {
      arrival = {now, size, written};
      ++next;
    }
  }
  return complete;
}

std::vector<fs::path> FolderWatch::wait(std::chrono::milliseconds at_most) {
  const auto until = Clock::now() + at_most;
  for (;;) {
    read_events();
    std::vector<fs::path> complete = take_complete();
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    if (!complete.empty() || left.count() <= 0) return complete;
    // Short steps while files are settling; else until something happens.
    const auto step = arriving_.empty() ? left : std::min(left, std::max(settle_ / 4, std::chrono::milliseconds(10)));
    pollfd polled{fd_, POLLIN, 0};
    if (poll(&polled, 1, static_cast<int>(step.count())) < 0) return {};
  }
}

}  // namespace prongsai::workers
