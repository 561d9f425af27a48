// Against a server that speaks nothing but HTTP/2: nghttpd, of Debian's nghttp2-server.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <stdexcept>

#include "pipeline/collect/fetch/fetcher.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/test_web/test_web.hpp"

namespace prongsai::collect {
namespace {

constexpr const char* kProgram = "/usr/sbin/nghttpd";
constexpr const char* kHost = "two.example";

int free_port() {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (bind(fd, any, size) != 0 || getsockname(fd, any, &size) != 0) throw std::runtime_error("no free port");
  close(fd);
  return ntohs(address.sin_port);
}

class Http2 : public ::testing::Test {
 protected:
  void SetUp() override {
    if (access(kProgram, X_OK) != 0) GTEST_SKIP() << kProgram << " is not installed (Debian: nghttp2-server)";
    certificate_ = testing::make_certificate(scratch_.path(), kHost);
    for (const char* name : {"a.html", "b.html", "c.html", "pushed.html"}) {
      std::ofstream(scratch_.path() / name) << "page " << name;
    }
    port_ = free_port();
    start({kProgram, "-a", "127.0.0.1", "-d", scratch_.path().string(), "--push=/a.html=/pushed.html",
           std::to_string(port_), certificate_ + ".key", certificate_ + ".crt"});
    settings_.contact = "https://observer.example/bot";
    settings_.allowed_addresses = {"127.0.0.1"};
    settings_.resolve = {std::string(kHost) + ":" + std::to_string(port_) + ":127.0.0.1"};
    settings_.ca_file = certificate_ + ".crt";
    settings_.delay = std::chrono::milliseconds(0);
    settings_.retry_wait = std::chrono::milliseconds(100);
    settings_.tries = 10;  // until it listens
  }

  void TearDown() override {
    if (server_ <= 0) return;
    kill(server_, SIGTERM);
    waitpid(server_, nullptr, 0);
  }

  void start(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const int failed = posix_spawn(&server_, kProgram, &quiet, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
    ASSERT_EQ(failed, 0);
  }

  std::vector<Fetched> fetch(const std::vector<FetchRequest>& requests) {
    Fetcher fetcher(settings_, scratch_.path());
    std::vector<Fetched> got;
    for (const FetchRequest& request : requests) {
      fetcher.ask(request, [&](Fetched fetched) { got.push_back(std::move(fetched)); });
    }
    while (got.size() < requests.size()) fetcher.work({}, std::chrono::milliseconds(100));
    return got;
  }

  [[nodiscard]] WebAddress address(const std::string& name) const {
    return parse_address("https://" + std::string(kHost) + ":" + std::to_string(port_) + "/" + name).value();
  }

  samples::TempFolder scratch_;
  std::string certificate_;
  FetchSettings settings_;
  int port_ = 0;
  pid_t server_ = 0;
};

TEST_F(Http2, PagesComeOverOneConnectionEachInItsOwnStream) {
  const auto got = fetch({{address("a.html")}, {address("b.html")}, {address("c.html")}, {address("none.html")}});
  ASSERT_EQ(got.size(), 4U);
  for (const Fetched& one : got) {
    EXPECT_EQ(one.fetch.outcome, Fetch::Outcome::answered) << one.fetch.url << ": " << one.fetch.cause;
    EXPECT_THAT(one.fetch.headers, ::testing::StartsWith("HTTP/2 ")) << one.fetch.url;
    EXPECT_THAT(one.request, ::testing::HasSubstr(" HTTP/2\r\n"));
    EXPECT_EQ(one.fetch.address, "127.0.0.1");
    const std::string name = one.fetch.url.substr(one.fetch.url.rfind('/') + 1);
    EXPECT_EQ(one.fetch.status, name == "none.html" ? 404 : 200) << name;
    if (one.fetch.status != 200) continue;
    std::ifstream in(one.body_file, std::ios::binary);
    EXPECT_EQ(std::string((std::istreambuf_iterator<char>(in)), {}), "page " + name);
  }
}

TEST_F(Http2, AsksOnlyForWhatIsNew) {
  const auto first = fetch({{address("b.html")}});
  ASSERT_EQ(first.at(0).fetch.status, 200) << first.at(0).fetch.cause;
  ASSERT_NE(first.at(0).fetch.last_modified, "");
  const auto again = fetch({{address("b.html"), "", first.at(0).fetch.last_modified}});
  EXPECT_EQ(again.at(0).fetch.outcome, Fetch::Outcome::unchanged);
}

// The number that is connected to is judged whatever is spoken there.
TEST_F(Http2, ReachesNothingInside) {
  settings_.allowed_addresses = {};
  settings_.tries = 1;
  const auto got = fetch({{address("a.html")}});
  EXPECT_EQ(got.at(0).fetch.outcome, Fetch::Outcome::refused);
}

}  // namespace
}  // namespace prongsai::collect
