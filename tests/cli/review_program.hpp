// `prongsai review` as a process of its own, and a client of it without a library in between.
#pragma once

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/program.hpp"

namespace prongsai::tests {

class ReviewProgram {
 public:
  // Returns when it listens, or has ended.
  ReviewProgram(const std::filesystem::path& folder, const std::string& db, std::vector<std::string> more = {},
                User user = User::own)
      : err_(without(folder / "stderr.txt")), program_(folder, with(db, std::move(more)), user) {
    while (port() == 0 && !program_.ended()) usleep(20'000);
  }

  // 0 where it does not listen.
  [[nodiscard]] int port() const {
    constexpr std::string_view kBefore = "http://127.0.0.1:";
    const std::string said = content_of(err_);
    const auto at = said.find(kBefore);
    if (at == std::string::npos || said.find('/', at + kBefore.size()) == std::string::npos) return 0;
    return std::atoi(said.c_str() + at + kBefore.size());
  }
  Program& program() { return program_; }

  // Ends it by a signal.
  Outcome end(int signal) {
    program_.send(signal);
    return program_.finish();
  }

 private:
  // What an earlier one said there is not taken for this one's words.
  static std::filesystem::path without(const std::filesystem::path& file) {
    std::filesystem::remove(file);
    return file;
  }
  static std::vector<std::string> with(const std::string& db, std::vector<std::string> more) {
    std::vector<std::string> all = {"review", "--db", db, "--port", "0"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  std::filesystem::path err_;
  Program program_;
};

// One connection, kept for several requests.
class DeskClient {
 public:
  explicit DeskClient(int port) : port_(port), socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
  }
  ~DeskClient() { close(socket_); }
  DeskClient(const DeskClient&) = delete;
  DeskClient& operator=(const DeskClient&) = delete;

  void ask(const std::string& method_and_path, const std::string& headers = "", const std::string& body = "") const {
    const std::string text = method_and_path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\n" +
                             headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    EXPECT_EQ(send(socket_, text.data(), text.size(), MSG_NOSIGNAL), static_cast<ssize_t>(text.size()));
  }

  // Head and body; what came before the other end closed, where that was less.
  [[nodiscard]] std::string answer() const {
    constexpr std::string_view kLength = "Content-Length: ";
    std::string all;
    std::array<char, 4096> part{};
    while (true) {
      const auto head = all.find("\r\n\r\n");
      const auto length = all.find(kLength);
      if (head != std::string::npos && length < head &&
          all.size() >= head + 4 + std::strtoul(all.c_str() + length + kLength.size(), nullptr, 10))
        return all;
      const ssize_t got = recv(socket_, part.data(), part.size(), 0);
      if (got <= 0) return all;
      all.append(part.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int port_;
  int socket_;
};

}  // namespace prongsai::tests
