// Whole messages over a local stream socket: four bytes of length (little-endian), then the message.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prongsai::workers {

// Longer messages are refused by both sides: 128 MiB, some times the record of 5,000 full pages.
inline constexpr std::size_t kMaxMessage = std::size_t{1} << 27U;

// A file descriptor, closed at the end.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int fd() const { return fd_; }
  int release() {
    const int fd = fd_;
    fd_ = -1;
    return fd;
  }

 private:
  int fd_ = -1;
};

// The same file under a number of at least 10, where no standard stream or socket is put over it later.
[[nodiscard]] Descriptor out_of_the_way(Descriptor descriptor);

// Waits until all is sent. False when the other side is gone or does not take it.
[[nodiscard]] bool send_message(int fd, std::string_view message);

// Waits for a whole message. Nothing at the end of the stream, or after a broken message.
[[nodiscard]] std::optional<std::string> receive_message(int fd);

// Gathers messages as their pieces arrive, from a sender that is not trusted.
class MessageBuffer {
 public:
  enum class Stream { open, ended, too_long };

  // Takes what is there without waiting, at most 256 KiB a call, so that no sender keeps the reader from the others.
  // `too_long`: a message is announced that is longer than kMaxMessage.
  [[nodiscard]] Stream fill(int fd);
  [[nodiscard]] std::optional<std::string> next();

 private:
  std::string bytes_;
  std::size_t begin_ = 0;  // where in bytes_ the next message begins
};

}  // namespace prongsai::workers
