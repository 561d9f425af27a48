// Whole messages over a local stream socket: four bytes of length (little-endian), then the message.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prongsai::workers {

// Longer messages are refused by both sides: 512 MiB, far above the largest report's record.
inline constexpr std::size_t kMaxMessage = std::size_t{1} << 29U;

// A socket's file descriptor, closed at the end.
class Socket {
 public:
  Socket() = default;
  explicit Socket(int fd) : fd_(fd) {}
  ~Socket();
  Socket(Socket&& other) noexcept : fd_(other.release()) {}
  Socket& operator=(Socket&& other) noexcept;
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  [[nodiscard]] int fd() const { return fd_; }
  int release() {
    const int fd = fd_;
    fd_ = -1;
    return fd;
  }

 private:
  int fd_ = -1;
};

// Waits until all is sent. False when the other side is gone or does not take it.
[[nodiscard]] bool send_message(int fd, std::string_view message);

// Waits for a whole message. Nothing at the end of the stream, or after a broken message.
[[nodiscard]] std::optional<std::string> receive_message(int fd);

// Gathers messages as their pieces arrive.
class MessageBuffer {
 public:
  // Takes what is there without waiting. False when the stream has ended or a message is too long.
  [[nodiscard]] bool fill(int fd);
  [[nodiscard]] std::optional<std::string> next();

 private:
  std::string bytes_;
};

}  // namespace prongsai::workers
