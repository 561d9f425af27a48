#include "extractors/source/pdf/open_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "models/record.hpp"

namespace prongsai::source {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 17U;

Failure not_given(int error) {
  return {kReadingDeferred, std::string("the file cannot be read: ") + std::strerror(error)};
}

Failure too_large(long long size, long long max_bytes) {
  return {"unsupported_file",
          "it has " + std::to_string(size) + " bytes, more than the limit of " + std::to_string(max_bytes)};
}

}  // namespace

OpenFile::~OpenFile() {
  if (fd_ >= 0) close(fd_);
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), max_bytes_(other.max_bytes_), size_(other.size_) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(fd_, other.fd_);
  max_bytes_ = other.max_bytes_;
  size_ = other.size_;
  return *this;
}

Result<OpenFile> OpenFile::open(const std::filesystem::path& path, long long max_bytes) {
  // Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
  OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK), max_bytes);
  if (file.fd_ < 0) return not_given(errno);
  struct stat about {};
  if (fstat(file.fd_, &about) != 0) return not_given(errno);
  if (!S_ISREG(about.st_mode)) return Failure{"unsupported_file", "it is no regular file"};
  file.size_ = about.st_size;
  if (file.size_ > max_bytes) return too_large(file.size_, max_bytes);
  return file;
}

Result<long long> OpenFile::read(const std::function<void(std::string_view)>& take) const {
  std::vector<char> piece(kPiece);
  long long at = 0;
  for (;;) {
    const ssize_t got = pread(fd_, piece.data(), piece.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return not_given(errno);
    if (got == 0) return at;
    at += got;
    if (at > max_bytes_) return too_large(at, max_bytes_);
    take({piece.data(), static_cast<std::size_t>(got)});
  }
}

Result<std::string> OpenFile::bytes() const {
  std::string all;
  all.reserve(static_cast<std::size_t>(size_));  // growing step by step would hold twice as much
  const auto read_all = read([&](std::string_view piece) { all += piece; });
  if (!read_all) return read_all.failure();
  return all;
}

}  // namespace prongsai::source
