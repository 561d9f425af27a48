// A report's file, opened once, so that who it is and what it says are taken from the same bytes.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "models/result.hpp"

namespace prongsai::source {

// Larger files are refused before a byte of them is read: a report is held in memory once.
inline constexpr long long kMaxFileBytes = 1'000'000'000;

class OpenFile {
 public:
  // A Failure: `reading_deferred` where the system does not give the file (gone, not permitted, a fault of the disk),
  // which says nothing of its bytes; `unsupported_file` where it is no regular file, or larger than `max_bytes`. A pipe
  // is never waited on.
  [[nodiscard]] static Result<OpenFile> open(const std::filesystem::path& path, long long max_bytes = kMaxFileBytes);
  ~OpenFile();
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] long long size() const { return size_; }  // bytes, when it was opened

  // Gives the bytes from the first to the last, piece by piece, each before the next is read; returns how many there
  // were. A Failure as above: also where the file has grown past the limit meanwhile.
  [[nodiscard]] Result<long long> read(const std::function<void(std::string_view piece)>& take) const;

  // All bytes at once; Failures as above.
  [[nodiscard]] Result<std::string> bytes() const;

 private:
  OpenFile(int fd, long long max_bytes) : fd_(fd), max_bytes_(max_bytes) {}

  int fd_ = -1;
  long long max_bytes_ = 0;
  long long size_ = 0;
};

}  // namespace prongsai::source
