#include "pipeline/workers/process/fork_request.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace prongsai::workers {
namespace {

using Pair = std::array<int, 2>;

// One byte of data, for a stream carries descriptors only along with some, and the two descriptors.
struct Parcel {
  Parcel() {
    data = {&mark, 1};
    header.msg_iov = &data;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
  }
  Parcel(const Parcel&) = delete;
  Parcel& operator=(const Parcel&) = delete;

  char mark = 'c';
  iovec data{};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(Pair))> control{};
  msghdr header{};
};

bool send_pair(int fd, const Pair& pair) {
  Parcel parcel;
  cmsghdr* const rights = CMSG_FIRSTHDR(&parcel.header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof pair);
  std::memcpy(CMSG_DATA(rights), pair.data(), sizeof pair);
  ssize_t sent = 0;
  do sent = sendmsg(fd, &parcel.header, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == 1;
}

std::optional<Pair> receive_pair(int fd) {
  Parcel parcel;
  ssize_t got = 0;
  do got = recvmsg(fd, &parcel.header, MSG_CMSG_CLOEXEC);
  while (got < 0 && errno == EINTR);
  const cmsghdr* const rights = got == 1 ? CMSG_FIRSTHDR(&parcel.header) : nullptr;
  if (rights == nullptr || rights->cmsg_type != SCM_RIGHTS || rights->cmsg_len != CMSG_LEN(sizeof(Pair))) {
    return std::nullopt;
  }
  Pair pair{};
  std::memcpy(pair.data(), CMSG_DATA(rights), sizeof pair);
  return pair;
}

}  // namespace

std::optional<pid_t> ask_for_copy(int server, const CopyRequest& request) {
  if (!send_pair(server, {request.socket.fd(), request.log.fd()}) || !send_message(server, request.document)) {
    return std::nullopt;
  }
  const auto answer = receive_message(server);
  pid_t copy = -1;
  if (answer) std::from_chars(answer->data(), answer->data() + answer->size(), copy);
  return copy > 0 ? std::optional(copy) : std::nullopt;
}

std::optional<CopyRequest> receive_request(int fd) {
  const auto pair = receive_pair(fd);
  if (!pair) return std::nullopt;
  CopyRequest request{"", Descriptor((*pair)[0]), Descriptor((*pair)[1])};
  auto document = receive_message(fd);
  if (!document) return std::nullopt;
  request.document = std::move(*document);
  return request;
}

bool answer_request(int fd, pid_t copy) {
  return send_message(fd, std::to_string(copy));
}

}  // namespace prongsai::workers
