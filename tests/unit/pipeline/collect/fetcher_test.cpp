#include "pipeline/collect/fetch/fetcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "tests/support/temp_folder.hpp"
#include "tests/support/test_web/test_web.hpp"

namespace prongsai::collect {
namespace {

using testing::page_answer;
using testing::TestWeb;
using testing::WebAnswer;
using testing::WebQuestion;
using Outcome = Fetch::Outcome;

FetchSettings settings_for(const TestWeb& web) {
  FetchSettings settings;
  settings.contact = "https://observer.example/bot";
  settings.allowed_addresses = {"127.0.0.1"};
  settings.resolve = web.resolve();
  settings.delay = std::chrono::milliseconds(0);
  settings.retry_wait = std::chrono::milliseconds(1);
  settings.timeout = std::chrono::milliseconds(20'000);
  return settings;
}

class FetcherTest : public ::testing::Test {
 protected:
  Fetched fetch(const FetchSettings& settings, const std::string& url, const std::string& etag = "",
                bool make_sure = false) {
    std::filesystem::create_directories(next_folder());
    Fetcher fetcher(settings, next_folder());
    ++fetchers_;
    std::optional<Fetched> got;
    FetchRequest request{parse_address(url).value(), etag, "", make_sure};
    fetcher.ask(request, [&](Fetched fetched) { got = std::move(fetched); });
    while (!got) fetcher.work({}, std::chrono::milliseconds(100));
    asked_ = fetcher.asked();
    return std::move(*got);
  }

  // Where the bodies of the next fetcher's answers are put.
  [[nodiscard]] std::filesystem::path next_folder() const { return scratch_.path() / std::to_string(fetchers_); }

  samples::TempFolder scratch_;
  int fetchers_ = 0;
  TestWeb web_;
  long long asked_ = 0;
};

TEST_F(FetcherTest, TellsWhatCameBack) {
  web_.tell("a.example", "/x",
            {200, "text/html", "hello", {{"ETag", "\"1\""}, {"Last-Modified", "Fri, 01 Mar 2024 00:00:00 GMT"}}});
  web_.listen();
  const Fetched got = fetch(settings_for(web_), web_.url("a.example", "/x"));
  EXPECT_EQ(got.fetch.outcome, Outcome::answered);
  EXPECT_EQ(got.fetch.status, 200);
  EXPECT_EQ(got.fetch.bytes, 5);
  EXPECT_EQ(got.fetch.etag, "\"1\"");
  EXPECT_EQ(got.fetch.address, "127.0.0.1");
  EXPECT_EQ(got.fetch.sha256, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  EXPECT_NE(got.request.find("GET /x HTTP/1.1"), std::string::npos);
  EXPECT_NE(got.fetch.headers.find("200"), std::string::npos);
}

TEST_F(FetcherTest, SaysWhoItIsAndSendsNoSecrets) {
  web_.tell("a.example", "/x", {200, "text/html", "hello", {{"Set-Cookie", "s=1; Path=/"}}});
  web_.listen();
  const FetchSettings settings = settings_for(web_);
  Fetcher fetcher(settings, scratch_.path());
  int done = 0;
  setenv("http_proxy", "http://127.0.0.1:1/", 1);
  for (int i = 0; i < 2; ++i) {
    fetcher.ask({parse_address(web_.url("a.example", "/x")).value()}, [&](const Fetched&) { ++done; });
    while (done <= i) fetcher.work({}, std::chrono::milliseconds(100));
  }
  unsetenv("http_proxy");
  const auto questions = web_.questions();
  ASSERT_EQ(questions.size(), 2U);
  EXPECT_NE(questions[1].headers.find("user-agent")->second.find("(+https://observer.example/bot)"), std::string::npos);
  EXPECT_EQ(questions[1].headers.count("cookie"), 0U);
  EXPECT_EQ(questions[1].headers.count("authorization"), 0U);
  EXPECT_EQ(questions[1].headers.count("referer"), 0U);
}

TEST_F(FetcherTest, AsksOnlyForWhatIsNew) {
  web_.tell("a.example", "/x", [](const WebQuestion& question) {
    const bool same =
        question.headers.contains("if-none-match") && question.headers.find("if-none-match")->second == "\"1\"";
    return same ? WebAnswer{304, "", ""} : WebAnswer{200, "text/html", "hello"};
  });
  web_.listen();
  EXPECT_EQ(fetch(settings_for(web_), web_.url("a.example", "/x"), "\"1\"").fetch.outcome, Outcome::unchanged);
  EXPECT_EQ(fetch(settings_for(web_), web_.url("a.example", "/x"), "\"0\"").fetch.outcome, Outcome::answered);
}

TEST_F(FetcherTest, TriesAgainWhatMayPassAndAsksTwiceWhatIsGone) {
  web_.tell("a.example", "/busy", [](const WebQuestion& question) {
    return question.times < 3 ? WebAnswer{503, "text/html", "busy"} : WebAnswer{200, "text/html", "hello"};
  });
  web_.tell("a.example", "/wait", {429, "text/html", "busy", {{"Retry-After", "999999"}}});
  web_.tell("a.example", "/ages", {429, "text/html", "busy", {{"Retry-After", "9223372036854775807"}}});
  web_.listen();
  const FetchSettings settings = settings_for(web_);
  Fetched got = fetch(settings, web_.url("a.example", "/busy"));
  EXPECT_EQ(got.fetch.status, 200);
  EXPECT_EQ(got.fetch.tries, 3);
  got = fetch(settings, web_.url("a.example", "/gone"), "", true);
  EXPECT_EQ(got.fetch.status, 404);
  EXPECT_EQ(got.fetch.tries, 2);
  EXPECT_EQ(fetch(settings, web_.url("a.example", "/none")).fetch.tries, 1);
  got = fetch(settings, web_.url("a.example", "/wait"));
  EXPECT_EQ(got.fetch.status, 429);
  EXPECT_EQ(got.fetch.tries, 1);  // it is left for another run
  EXPECT_EQ(fetch(settings, web_.url("a.example", "/ages")).fetch.tries, 1);
}

TEST_F(FetcherTest, KeepsItsBounds) {
  web_.tell("a.example", "/large", {200, "application/pdf", std::string(3 << 20, 'x')});
  web_.tell("a.example", "/page", {200, "text/html", std::string(3 << 20, 'x')});
  web_.tell("a.example", "/head",
            {200, "text/html", "x", {{"X-Long", std::string(7000, 'h')}, {"X-More", std::string(7000, 'h')}}});
  web_.listen();
  FetchSettings settings = settings_for(web_);
  settings.max_bytes = 2 << 20;
  settings.max_page_bytes = 1 << 20;
  Fetched got = fetch(settings, web_.url("a.example", "/large"));
  EXPECT_EQ(got.fetch.outcome, Outcome::too_large);
  EXPECT_EQ(got.body_file, "");
  settings.max_bytes = 8 << 20;
  got = fetch(settings, web_.url("a.example", "/page"));
  EXPECT_EQ(got.fetch.outcome, Outcome::answered);
  EXPECT_LT(got.fetch.bytes, 2 << 20);
  EXPECT_EQ(fetch(settings, web_.url("a.example", "/head")).fetch.status, 200);
}

// Files of this process may be so long, while it lives; what is longer cannot be written, as on a full disk.
class FilesAtMost {
 public:
  explicit FilesAtMost(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FilesAtMost() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FilesAtMost(const FilesAtMost&) = delete;
  FilesAtMost& operator=(const FilesAtMost&) = delete;

 private:
  void (*handler_)(int);
  rlimit before_{};
};

TEST_F(FetcherTest, WhatThisMachineCannotKeepSaysNothingOfTheOffice) {
  web_.tell("a.example", "/small", {200, "application/pdf", "hello"});
  web_.tell("a.example", "/large", {200, "application/pdf", std::string(3 << 20, 'x')});
  web_.listen();
  const FetchSettings settings = settings_for(web_);
  const auto ends_the_run = [&](const std::string& path) {
    const std::filesystem::path folder = next_folder();
    EXPECT_THROW((void)fetch(settings, web_.url("a.example", path)), std::runtime_error) << path;
    EXPECT_TRUE(std::filesystem::is_empty(folder)) << path;
  };
  {
    const FilesAtMost full(0);
    ends_the_run("/small");  // its only bytes are written when the file is closed
  }
  {
    const FilesAtMost full(1 << 20);
    ends_the_run("/large");
  }
  EXPECT_EQ(fetch(settings, web_.url("a.example", "/small")).fetch.outcome, Outcome::answered);
  std::filesystem::create_directories(next_folder() / "1.body");  // in the way
  EXPECT_THROW((void)fetch(settings, web_.url("a.example", "/small")), std::runtime_error);
}

TEST_F(FetcherTest, WaitsNoLongerThanAllowed) {
  WebAnswer late = page_answer("late", "x");
  late.wait_ms = 3000;
  web_.tell("a.example", "/late", late);
  web_.listen();
  FetchSettings settings = settings_for(web_);
  settings.tries = 1;
  settings.timeout = std::chrono::milliseconds(300);
  const Fetched got = fetch(settings, web_.url("a.example", "/late"));
  EXPECT_EQ(got.fetch.outcome, Outcome::failed);
  EXPECT_EQ(got.fetch.status, 0);
  EXPECT_EQ(got.body_file, "");
}

TEST_F(FetcherTest, AHostThatIsAwayCostsOneWaitingOnly) {
  web_.listen();
  FetchSettings settings = settings_for(web_);
  settings.resolve = {"away.example:9:127.0.0.1", "away.example:81:127.0.0.1"};
  Fetcher fetcher(settings, scratch_.path());
  std::vector<Fetch> got;
  for (const char* path : {"/a", "/b", "/c"}) {
    fetcher.ask({parse_address(std::string("http://away.example:81") + path).value()},
                [&](const Fetched& fetched) { got.push_back(fetched.fetch); });
  }
  while (got.size() < 3) fetcher.work({}, std::chrono::milliseconds(100));
  for (const Fetch& fetch : got) EXPECT_EQ(fetch.outcome, Outcome::failed) << fetch.cause;
  EXPECT_LE(fetcher.asked(), 2 * settings.tries);  // two at once, and not three times three
}

// Server-side request forgery of every kind: what an untrusted address may not reach, by whatever way.
TEST_F(FetcherTest, ReachesNothingInside) {
  TestWeb inside;
  inside.tell("127.0.0.1", "/secret", page_answer("secret", ""));
  inside.listen();
  FetchSettings settings;
  settings.contact = "x";
  settings.delay = std::chrono::milliseconds(0);
  settings.connect_timeout = std::chrono::milliseconds(2000);
  const std::string port = std::to_string(inside.port());
  settings.resolve = {"rebound.example:" + port + ":127.0.0.1",
                      "six.example:" + port + ":[::1]",
                      "mapped.example:" + port + ":[::ffff:127.0.0.1]",
                      "nat.example:" + port + ":[64:ff9b::7f00:1]",
                      "cloud.example:80:169.254.169.254",
                      "zero.example:" + port + ":0.0.0.0"};
  const std::vector<std::string> attacks = {
      "http://127.0.0.1:" + port + "/secret",
      "http://127.1:" + port + "/secret",
      "http://0x7f000001:" + port + "/secret",
      "http://2130706433:" + port + "/secret",
      "http://0177.0.0.1:" + port + "/secret",
      "http://[::1]:" + port + "/secret",
      "http://[::ffff:7f00:1]:" + port + "/secret",
      "http://[::127.0.0.1]:" + port + "/secret",
      "http://0.0.0.0:" + port + "/secret",
      "http://rebound.example:" + port + "/secret",
      "http://six.example:" + port + "/secret",
      "http://mapped.example:" + port + "/secret",
      "http://nat.example:" + port + "/secret",
      "http://zero.example:" + port + "/secret",
      "http://cloud.example/latest/meta-data/",
      "http://169.254.169.254/latest/meta-data/",
      "http://[fd00:ec2::254]/latest/meta-data/",
      "http://100.100.100.200/latest/meta-data/",
      "http://192.168.1.1/",
      "http://10.0.0.1/",
      "http://172.16.0.1/",
  };
  for (const std::string& attack : attacks) {
    const Fetched got = fetch(settings, attack);
    EXPECT_EQ(got.fetch.outcome, Outcome::refused) << attack << " " << got.fetch.cause;
    EXPECT_EQ(got.fetch.status, 0) << attack;
  }
  for (const std::string& attack :
       {"http://localhost:" + port + "/secret", std::string("file:///etc/passwd"),
        std::string("gopher://127.0.0.1:6379/_FLUSHALL"), std::string("http://127.0.0.1:6379/"),
        std::string("http://user:pass@127.0.0.1/"), std::string("dict://127.0.0.1/")}) {
    EXPECT_FALSE(parse_address(attack).ok()) << attack;
  }
  EXPECT_EQ(inside.asked_in_all(), 0);
}

// A redirect leads nowhere that an address may not: it is told, and not followed.
TEST_F(FetcherTest, RedirectsLeadToTheWebOnly) {
  const std::vector<std::string> targets = {"file:///etc/passwd",
                                            "gopher://127.0.0.1:6379/_FLUSHALL",
                                            "http://user:secret@a.example/",
                                            "http://127.0.0.1:22/",
                                            "javascript:alert(1)",
                                            "http://localhost/",
                                            "\\\\server\\share"};
  for (std::size_t i = 0; i < targets.size(); ++i) {
    web_.tell("a.example", "/" + std::to_string(i), testing::redirect_answer(targets[i]));
  }
  web_.listen();
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Fetched got = fetch(settings_for(web_), web_.url("a.example", "/" + std::to_string(i)));
    EXPECT_EQ(got.fetch.status, 302) << targets[i];
    EXPECT_EQ(got.fetch.location, "") << targets[i];
    EXPECT_NE(got.fetch.cause, "") << targets[i];
  }
  EXPECT_EQ(web_.asked_in_all(), static_cast<int>(targets.size()));
}

TEST_F(FetcherTest, BelievesValidCertificatesOnly) {
  const std::string good = testing::make_certificate(scratch_.path(), "tls.example");
  const std::string old = testing::make_certificate(scratch_.path(), "old.example", true);
  web_.tell("tls.example", "/x", page_answer("t", "hello"));
  web_.tell("old.example", "/x", page_answer("t", "hello"));
  web_.listen("127.0.0.1", good + ".crt", good + ".key");
  TestWeb expired;
  expired.tell("old.example", "/x", page_answer("t", "hello"));
  expired.listen("127.0.0.1", old + ".crt", old + ".key");
  FetchSettings settings = settings_for(web_);
  for (const std::string& entry : expired.resolve()) settings.resolve.push_back(entry);
  const std::string url = "https://tls.example:" + std::to_string(web_.port()) + "/x";
  const std::string expired_url = "https://old.example:" + std::to_string(expired.port()) + "/x";
  EXPECT_EQ(fetch(settings, url).fetch.outcome, Outcome::untrusted);  // nobody vouches for it
  settings.ca_file = good + ".crt";
  const Fetched trusted = fetch(settings, url);
  EXPECT_EQ(trusted.fetch.status, 200) << trusted.fetch.cause;
  EXPECT_EQ(trusted.fetch.certificate, "");
  EXPECT_EQ(fetch(settings, "https://old.example:" + std::to_string(web_.port()) + "/x").fetch.outcome,
            Outcome::untrusted);
  settings.ca_file = old + ".crt";
  EXPECT_EQ(fetch(settings, expired_url).fetch.outcome, Outcome::untrusted);
  settings.accept_certificates = true;
  const Fetched noted = fetch(settings, expired_url);
  EXPECT_EQ(noted.fetch.status, 200);
  EXPECT_NE(noted.fetch.certificate, "");
}

TEST_F(FetcherTest, IsPoliteToEachHost) {
  std::atomic<int> at_once = 0;
  std::atomic<int> most = 0;
  for (const char* host : {"a.example", "b.example"}) {
    web_.tell(host, "", [&](const WebQuestion&) {
      const int now = ++at_once;
      most = std::max(most.load(), now);
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      --at_once;
      return page_answer("t", "x");
    });
  }
  web_.listen();
  FetchSettings settings = settings_for(web_);
  settings.per_host = 1;
  Fetcher fetcher(settings, scratch_.path());
  int done = 0;
  for (int i = 0; i < 20; ++i) {
    for (const char* host : {"a.example", "b.example"}) {
      fetcher.ask({parse_address(web_.url(host, "/" + std::to_string(i))).value()}, [&](const Fetched&) { ++done; });
    }
  }
  while (done < 40) fetcher.work({}, std::chrono::milliseconds(100));
  EXPECT_LE(most.load(), 2);  // one of each
}

}  // namespace
}  // namespace prongsai::collect
