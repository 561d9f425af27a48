#include "pipeline/workers/messages/channel.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

namespace prongsai::workers {
namespace {

constexpr std::size_t kHeader = 4;
constexpr std::size_t kMostAtOnce = std::size_t{1} << 18U;

std::array<char, kHeader> header_of(std::size_t length) {
  std::array<char, kHeader> header{};
  for (std::size_t i = 0; i < kHeader; ++i) header.at(i) = static_cast<char>((length >> (8 * i)) & 0xFFU);
  return header;
}

std::size_t length_in(std::string_view header) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < kHeader; ++i) {
    length |= std::size_t{static_cast<unsigned char>(header[i])} << (8 * i);
  }
  return length;
}

bool send_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int fd, std::string& bytes) {
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = recv(fd, bytes.data() + have, bytes.size() - have, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    have += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (fd_ >= 0) close(fd_);
    fd_ = other.release();
  }
  return *this;
}

Descriptor out_of_the_way(Descriptor descriptor) {
  constexpr int kFirst = 10;
  return Descriptor(fcntl(descriptor.fd(), F_DUPFD_CLOEXEC, kFirst));
}

bool send_message(int fd, std::string_view message) {
  if (message.size() > kMaxMessage) return false;
  const auto header = header_of(message.size());
  return send_all(fd, {header.data(), header.size()}) && send_all(fd, message);
}

std::optional<std::string> receive_message(int fd) {
  std::string header(kHeader, '\0');
  if (!receive_all(fd, header)) return std::nullopt;
  const std::size_t length = length_in(header);
  if (length > kMaxMessage) return std::nullopt;
  std::string message(length, '\0');
  if (!receive_all(fd, message)) return std::nullopt;
  return message;
}

MessageBuffer::Stream MessageBuffer::fill(int fd) {
  bytes_.erase(0, std::exchange(begin_, 0));
  std::array<char, 1U << 16U> piece{};
  for (std::size_t taken = 0; taken < kMostAtOnce;) {
    const ssize_t got = recv(fd, piece.data(), piece.size(), MSG_DONTWAIT);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Stream::open;
    if (got <= 0) return Stream::ended;
    taken += static_cast<std::size_t>(got);
    bytes_.append(piece.data(), static_cast<std::size_t>(got));
    if (bytes_.size() >= kHeader && length_in(bytes_) > kMaxMessage) return Stream::too_long;
  }
  return Stream::open;
}

std::optional<std::string> MessageBuffer::next() {
  const std::string_view rest = std::string_view(bytes_).substr(begin_);
  if (rest.size() < kHeader) return std::nullopt;
  const std::size_t length = length_in(rest);
  if (rest.size() - kHeader < length) return std::nullopt;
  begin_ += kHeader + length;
  return std::string(rest.substr(kHeader, length));
}

}  // namespace prongsai::workers
