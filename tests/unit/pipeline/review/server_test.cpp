// The desk over HTTP, as a browser and as a stranger meet it.
#include "pipeline/review/server.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "pipeline/review/assets.hpp"
#include "pipeline/store/store.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::review {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kToken = "a-token-of-the-test-0123456789";

// A server on a free port in a thread of its own.
class Running {
 public:
  explicit Running(const ServerOptions& options) : server_(options), port_(server_.bind()) {
    thread_ = std::thread([this] { server_.run(); });
    httplib::Client probe("127.0.0.1", port_);
    while (!probe.Get("/login")) std::this_thread::yield();
  }
  ~Running() {
    server_.stop();
    thread_.join();
  }
  [[nodiscard]] int port() const { return port_; }

 private:
  Server server_;
  int port_;
  std::thread thread_;
};

// A browser: keeps its cookie, sends the CSRF token.
class Browser {
 public:
  explicit Browser(int port) : client_("127.0.0.1", port) {}

  json get(const std::string& path, int status = 200) {
    const auto answer = client_.Get("/api/v1/" + path, headers());
    EXPECT_TRUE(answer) << path;
    if (!answer) return nullptr;
    EXPECT_EQ(answer->status, status) << path << ": " << answer->body;
    take_cookie(*answer);
    return json::parse(answer->body);
  }
  json post(const std::string& path, const json& body, int status = 200) {
    if (csrf_.empty()) csrf_ = get("session")["csrf_token"];
    return post_as(path, body.dump(), csrf_, "application/json", status);
  }
  json post_as(const std::string& path, const std::string& body, const std::string& csrf, const std::string& type,
               int status) {
    httplib::Headers sent = headers();
    sent.emplace("X-CSRF-Token", csrf);
    const auto answer = client_.Post("/api/v1/" + path, sent, body, type);
    EXPECT_TRUE(answer) << path;
    if (!answer) return nullptr;
    EXPECT_EQ(answer->status, status) << path << ": " << answer->body;
    return json::parse(answer->body, nullptr, false);
  }
  httplib::Headers headers() const {
    return cookie_.empty() ? httplib::Headers{} : httplib::Headers{{"Cookie", cookie_}};
  }
  void take_cookie(const httplib::Response& answer) {
    const std::string set = answer.get_header_value("Set-Cookie");
    if (!set.empty()) cookie_ = set.substr(0, set.find(';'));
  }
  httplib::Client& client() { return client_; }

 private:
  httplib::Client client_;
  std::string cookie_;
  std::string csrf_;
};

class DeskTest : public testing::Test {
 protected:
  DeskTest() : folder_(fs::path(testing::TempDir()) / ("desk_" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    std::ofstream(folder_ / "one.pdf") << "twelve bytes";
    options_.db = folder_ / "year.db";
    options_.port = 0;
    options_.who = "สมศรี";
    options_.render = [this](const PagePlace& place) -> Result<std::string> {
      ++painted_;
      if (place.page_no == 3) return Failure{"unreadable_page", "no"};
      return "PNG of page " + std::to_string(place.page_no) + " turned " + std::to_string(place.turn);
    };
    store::Store store(options_.db, store::Open::create);
    Submission given = samples::submission((folder_ / "one.pdf").string());
    given.file_size = 12;
    Record record = samples::record();
    record.cells[0].text = "เว็บไซต์ <script>alert(1)</script> น้ำ";
    Judgement judgement = samples::judgement();
    judgement.findings[0].evidence = "<script>alert(1)</script> & \"x\"";
    id_ = store.save({given, record, judgement, "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
  }
  ~DeskTest() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string at(const std::string& rest = "") const {
    return "submissions/" + std::to_string(id_) + rest;
  }

  fs::path folder_;
  ServerOptions options_;
  std::int64_t id_ = 0;
  std::atomic<int> painted_ = 0;
};

TEST_F(DeskTest, ShowsTheCollectionAndOneSubmission) {
  const Running server(options_);
  Browser browser(server.port());
  const json overview = browser.get("overview");
  EXPECT_EQ(overview["submissions"]["total"], 1);
  EXPECT_EQ(overview["submissions"]["partial"], 1);
  EXPECT_EQ(overview["findings"]["open"]["error"], 1);
  EXPECT_EQ(overview["by_code"].size(), 2U);
  const json facets = browser.get("facets");
  EXPECT_EQ(facets["layout"], json({"results", "seven_issues"}));
  EXPECT_EQ(facets["year"], json({2567}));
  const json list =
      browser.get("submissions?layout=results&code=wrong_year&office=%E0%B8%9A%E0%B9%89%E0%B8%B2%E0%B8%99");
  ASSERT_EQ(list["rows"].size(), 1U);
  EXPECT_EQ(list["rows"][0]["open"]["error"], 1);
  EXPECT_EQ(browser.get("submissions?year=2560")["total"], 0);
  const json one = browser.get(at());
  EXPECT_EQ(one["pages"].size(), 3U);
  EXPECT_EQ(one["findings"][0]["code"], "wrong_year") << "errors come first";
  EXPECT_EQ(one["cells"][0]["version"], 0);
  EXPECT_EQ(one["cells"][0]["corrected"], 0);
  EXPECT_EQ(browser.get("relations/cell?size=1")["total"], 2);
  browser.get("relations/correction", 404);
  browser.get("submissions/999", 404);
}

TEST_F(DeskTest, ADecisionIsSavedAndGoesOnToTheNext) {
  const Running server(options_);
  Browser browser(server.port());
  const json found = browser.get("next");
  EXPECT_EQ(found["submission_id"], id_);
  const std::string finding = std::to_string(found["finding_id"].get<int>());
  browser.post("findings/" + finding + "/decision", {{"status", "confirmed"}, {"note", "จริง"}, {"version", 0}});
  EXPECT_EQ(browser.get(at())["findings"][0]["status"], "confirmed");
  const json after = browser.get("next?after=" + finding);
  EXPECT_NE(after["finding_id"], found["finding_id"]);
  browser.post("findings/" + std::to_string(after["finding_id"].get<int>()) + "/decision",
               {{"status", "dismissed"}, {"note", ""}, {"version", 0}});
  EXPECT_EQ(browser.get("next"), json::object());
  store::Store store(options_.db, store::Open::read_only);
  EXPECT_EQ(store.database().execAndGet("SELECT min(who) FROM review_event").getString(), "สมศรี");
}

TEST_F(DeskTest, TheSlowerOfTwoReviewersIsToldSo) {
  const Running server(options_);
  Browser first(server.port());
  Browser second(server.port());
  const json seen = second.get(at())["findings"][0];
  const std::string path = "findings/" + std::to_string(seen["id"].get<int>()) + "/decision";
  first.post(path, {{"status", "confirmed"}, {"note", ""}, {"version", seen["version"]}});
  second.post(path, {{"status", "dismissed"}, {"note", ""}, {"version", seen["version"]}}, 409);
  EXPECT_EQ(first.get(at())["findings"][0]["status"], "confirmed");
}

TEST_F(DeskTest, CorrectionsFinalScoreAndUndo) {
  const Running server(options_);
  Browser browser(server.port());
  const json one = browser.get(at());
  const auto path = [&](const char* what) {
    return std::string(what) + "s/" + std::to_string(one[std::string(what) + "s"][0]["id"].get<int>()) + "/correction";
  };
  browser.post(path("cell"), {{"text", "แก้แล้ว"}, {"version", 0}});
  browser.post(path("score"), {{"value", 59.35}, {"version", 0}});
  browser.post(path("score"), {{"value", 159.35}, {"version", 0}}, 422);
  browser.post(at("/final-score"), {{"score", 50}, {"version", 0}});
  const json now = browser.get(at());
  EXPECT_EQ(now["cells"][0]["text"], "แก้แล้ว");
  EXPECT_EQ(now["cells"][0]["corrected"], 1);
  EXPECT_EQ(now["scores"][0]["value"], 59.35);
  EXPECT_EQ(now["scores"][0]["corrected_from"], 95.35);
  EXPECT_EQ(now["final_score"], 50);
  EXPECT_EQ(browser.post("undo", json::object())["what"], "final_score");
  EXPECT_EQ(browser.post("undo", json::object())["what"], "score");
  EXPECT_EQ(browser.post("undo", json::object())["what"], "cell");
  EXPECT_EQ(browser.post("undo", json::object()), json::object());
  EXPECT_TRUE(browser.get(at())["final_score"].is_null());
}

TEST_F(DeskTest, AChangeWithoutTheTokenOrTheRightTypeIsRefused) {
  const Running server(options_);
  Browser browser(server.port());
  const std::string csrf = browser.get("session")["csrf_token"];
  const std::string body = R"({"status":"confirmed","note":"","version":0})";
  const std::string path = "findings/1/decision";
  browser.post_as(path, body, "", "application/json", 403);
  browser.post_as(path, body, std::string(64, '0'), "application/json", 403);
  browser.post_as(path, body, csrf, "text/plain", 415);
  browser.post_as(path, "{", csrf, "application/json", 400);
  browser.post_as(path, R"({"status":"confirmed","note":7,"version":0})", csrf, "application/json", 400);
  browser.post_as(path, R"({"status":"confirmed","note":""})", csrf, "application/json", 400);
  Browser stranger(server.port());
  stranger.post_as(path, body, csrf, "application/json", 403);
  EXPECT_EQ(browser.get(at())["findings"][0]["status"], "open");
}

TEST_F(DeskTest, TextOfAReportIsNeverMarkup) {
  const Running server(options_);
  Browser browser(server.port());
  const json finding = browser.get(at())["findings"][0];
  browser.post("findings/" + std::to_string(finding["id"].get<int>()) + "/decision",
               {{"status", "confirmed"}, {"note", "<img src=x onerror=alert(1)>"}, {"version", 0}});
  const auto letter = browser.client().Get("/report/" + std::to_string(id_));
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->status, 200);
  EXPECT_THAT(letter->body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"));
  EXPECT_THAT(letter->body, HasSubstr("&lt;img"));
  EXPECT_THAT(letter->body, Not(HasSubstr("<script")));
  EXPECT_THAT(letter->body, Not(HasSubstr("<img")));
  EXPECT_THAT(letter->body, HasSubstr("<td class=\"n\">2</td>")) << "the page of the finding";
}

TEST_F(DeskTest, EveryAnswerCarriesTheGuardsHeaders) {
  const Running server(options_);
  httplib::Client client("127.0.0.1", server.port());
  for (const char* path : {"/", "/assets/app.js", "/api/v1/session", "/report/1", "/nothing"}) {
    const auto answer = client.Get(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_THAT(answer->get_header_value("Content-Security-Policy"), HasSubstr("default-src 'self'")) << path;
    EXPECT_EQ(answer->get_header_value_count("Content-Security-Policy"), 1U) << path;
    EXPECT_EQ(answer->get_header_value("X-Content-Type-Options"), "nosniff") << path;
  }
  EXPECT_EQ(client.Get("/api/v1/session")->get_header_value("Cache-Control"), "no-store");
  const std::string cookie = client.Get("/api/v1/session")->get_header_value("Set-Cookie");
  EXPECT_THAT(cookie, HasSubstr("HttpOnly"));
  EXPECT_THAT(cookie, HasSubstr("SameSite=Strict"));
}

TEST_F(DeskTest, AForeignHostIsRefused) {
  const Running server(options_);
  httplib::Client client("127.0.0.1", server.port());
  for (const char* host : {"evil.example", "evil.example:80", "127.0.0.1.evil.example", ""}) {
    const auto answer = client.Get("/api/v1/session", {{"Host", host}});
    ASSERT_TRUE(answer) << host;
    EXPECT_EQ(answer->status, 421) << host;
  }
  EXPECT_EQ(client.Get("/api/v1/session", {{"Host", "localhost:8080"}})->status, 200);
  EXPECT_EQ(client.Get("/api/v1/session", {{"Host", "[::1]:8080"}})->status, 200);
}

TEST_F(DeskTest, NoPathOfARequestOpensAFile) {
  const Running server(options_);
  httplib::Client client("127.0.0.1", server.port());
  for (const char* path :
       {"/assets/../server.cpp", "/assets/..%2f..%2fetc%2fpasswd", "/../../etc/passwd", "/assets/login.html",
        "/api/v1/submissions/1/pages/..%2f1.png", "/api/v1/submissions/99999999999999999999", "/report/1%00"}) {
    const auto answer = client.Get(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_EQ(answer->status, 404) << path;
  }
}

TEST_F(DeskTest, AnOversizeRequestIsRefused) {
  const Running server(options_);
  Browser browser(server.port());
  const std::string csrf = browser.get("session")["csrf_token"];
  browser.post_as("undo", std::string((1U << 20U) + 1, ' '), csrf, "application/json", 413);
  browser.post("cells/1/correction", {{"text", std::string(30'000, 'x')}, {"version", 0}}, 422);
}

// A connection without a library in between.
class RawConnection {
 public:
  explicit RawConnection(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0)
      throw std::runtime_error("connect");
  }
  ~RawConnection() { close(socket_); }
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  // Whether the other end still takes it.
  [[nodiscard]] bool say(std::string_view text) const {
    return send(socket_, text.data(), text.size(), MSG_NOSIGNAL) > 0;
  }
  [[nodiscard]] std::string rest() const {
    std::string all;
    std::array<char, 4096> part{};
    for (ssize_t got = 0; (got = recv(socket_, part.data(), part.size(), 0)) > 0;)
      all.append(part.data(), static_cast<std::size_t>(got));
    return all;
  }

 private:
  int socket_;
};

TEST_F(DeskTest, AClientThatDripsItsRequestIsCutOff) {
  options_.patience = std::chrono::milliseconds(400);
  const Running server(options_);
  std::vector<std::unique_ptr<RawConnection>> slow;  // more than the server has threads
  for (int i = 0; i < 70; ++i) {
    slow.push_back(std::make_unique<RawConnection>(server.port()));
    ASSERT_TRUE(slow.back()->say("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "));
    std::this_thread::sleep_for(std::chrono::milliseconds(2));  // the queue of new connections is short
  }
  const auto from = std::chrono::steady_clock::now();
  while (slow.back()->say("x") && std::chrono::steady_clock::now() - from < std::chrono::seconds(20)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - from, std::chrono::seconds(20)) << "each byte bought more time";
  Browser browser(server.port());
  EXPECT_EQ(browser.get("overview")["submissions"]["total"], 1) << "others are served all the same";
}

TEST_F(DeskTest, RequestsSentTogetherAreAnsweredInTurn) {
  const Running server(options_);
  const RawConnection both(server.port());
  ASSERT_TRUE(
      both.say("GET /api/v1/facets HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
               "GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
  const std::string answers = both.rest();
  EXPECT_THAT(answers, HasSubstr("application/json"));
  EXPECT_THAT(answers, HasSubstr("</html>"));
}

TEST_F(DeskTest, TheLogSaysWhoChangedWhatAndWhatItWas) {
  const Running server(options_);
  Browser browser(server.port());
  const json before = browser.get(at());
  browser.post("cells/" + before["cells"][0]["id"].dump() + "/correction", {{"text", "แก้แล้ว"}, {"version", 0}});
  browser.post("undo", json::object());
  const json log = browser.get("history?submission_id=" + std::to_string(id_));
  ASSERT_EQ(log["total"], 2);
  EXPECT_EQ(log["rows"][0]["undoes"], log["rows"][1]["id"]) << "the latest first";
  EXPECT_EQ(log["rows"][1]["who"], "สมศรี");
  EXPECT_EQ(log["rows"][1]["before"], before["cells"][0]["text"]);
  EXPECT_EQ(log["rows"][1]["after"], "แก้แล้ว");
  EXPECT_EQ(log["rows"][1]["submission_id"], id_);
  EXPECT_EQ(browser.get("history?submission_id=99")["total"], 0);
}

TEST_F(DeskTest, WorkThatANewReadingDoesNotFitIsShown) {
  const json before = [this] {
    const Running server(options_);
    Browser browser(server.port());
    json one = browser.get(at());
    browser.post("cells/" + one["cells"][0]["id"].dump() + "/correction", {{"text", "แก้แล้ว"}, {"version", 0}});
    browser.post("findings/" + one["findings"][0]["id"].dump() + "/decision",
                 {{"status", "confirmed"}, {"note", ""}, {"version", 0}});
    EXPECT_TRUE(browser.get(at())["stale"].empty());
    return one;
  }();
  {
    store::Store store(options_.db, store::Open::existing);
    Submission given = samples::submission((folder_ / "one.pdf").string());
    Record record = samples::record();
    record.cells[0].text = "อ่านใหม่ได้อย่างอื่น";
    store.save({given, record, {}, "judge-2", store::ExtractionFacts{"0.2.0", "data-2"}});
  }
  const Running server(options_);
  const json stale = Browser(server.port()).get(at())["stale"];
  ASSERT_EQ(stale.size(), 2U);
  EXPECT_EQ(stale[0]["kind"], "cell");
  EXPECT_EQ(stale[0]["after"], "แก้แล้ว");
  EXPECT_EQ(stale[1]["after"]["status"], "confirmed");
}

TEST_F(DeskTest, ManyRangesAndEndlessHeadsAreRefused) {
  const Running server(options_);
  Browser browser(server.port());
  std::string ranges = "bytes=0-1";
  for (int i = 0; i < 500; ++i) ranges += ",0-1";
  const auto answer = browser.client().Get("/assets/app.js", {{"Range", ranges}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 416);
  const RawConnection endless(server.port());
  ASSERT_TRUE(endless.say("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"));
  const std::string line = "X-Line: " + std::string(4000, 'x') + "\r\n";
  int lines = 0;
  while (lines < 20'000 && endless.say(line)) ++lines;
  EXPECT_LT(lines, 20'000) << "80 MB of headers";
}

TEST_F(DeskTest, TheWayThroughOpenFindingsKeepsToTheFilters) {
  const Running server(options_);
  Browser browser(server.port());
  const json findings = browser.get(at())["findings"];
  const std::string code = findings.back()["code"];
  EXPECT_EQ(browser.get("next?code=" + code)["finding_id"], findings.back()["id"]);
  EXPECT_TRUE(browser.get("next?code=no_such_code").empty());
  EXPECT_TRUE(browser.get("next?year=2400").empty());
}

TEST_F(DeskTest, EveryCodeAndColumnHasAName) {
  const std::string& terms = assets().at("terms.js");
  for (const auto& check : fs::directory_iterator(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "checks")) {
    std::ifstream in(check.path());
    const std::string yaml{std::istreambuf_iterator<char>(in), {}};
    if (!yaml.starts_with("code: ")) continue;
    EXPECT_THAT(terms, HasSubstr("\n  " + yaml.substr(6, yaml.find('\n') - 6) + ": [")) << check.path();
  }
  for (const auto& layout : fs::directory_iterator(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "layouts")) {
    if (layout.path().extension() != ".yaml") continue;
    EXPECT_THAT(terms, HasSubstr("\n  " + layout.path().stem().string() + ": [")) << layout.path();
  }
}

TEST_F(DeskTest, TheDescriptionNamesWhatIsThere) {
  const Running server(options_);
  Browser browser(server.port());
  const json description = json::parse(assets().at("openapi.json"));
  for (const auto& [path, methods] : description["paths"].items()) {
    if (!methods.contains("get")) continue;
    std::string filled = path;
    for (const auto& [name, value] : {std::pair{"{id}", "1"}, {"{page_no}", "1"}, {"{name}", "finding"}}) {
      if (const auto at = filled.find(name); at != std::string::npos) filled.replace(at, std::strlen(name), value);
    }
    const auto answer = browser.client().Get("/api/v1" + filled);
    ASSERT_TRUE(answer) << path;
    EXPECT_EQ(answer->status, 200) << path;
  }
}

TEST_F(DeskTest, APageIsPaintedOnceAndTurnedAsItWasRead) {
  const Running server(options_);
  Browser browser(server.port());
  const std::string path = "/api/v1/" + at("/pages/2.png");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(browser.client().Get(path)->body, "PNG of page 2 turned 90");
  EXPECT_EQ(painted_, 1);
  browser.get(at("/pages/3.png"), 422);
  browser.get(at("/pages/9.png"), 404);
  std::ofstream(folder_ / "one.pdf") << "another file";
  EXPECT_EQ(browser.client().Get("/api/v1/" + at("/pages/1.png"))->status, 200) << "as long as before";
  std::ofstream(folder_ / "one.pdf") << "a longer file than before";
  browser.get(at("/pages/1.png"), 410);
}

TEST_F(DeskTest, FindsThaiWordsOfAnyLength) {
  const Running server(options_);
  Browser browser(server.port());
  struct Case {
    const char* query;
    int hits;
  };
  // เว็บ; น้ำ as typed with the decomposed vowel; ไซ; nothing of LIKE's own signs; a Latin word in other case
  for (const auto& [query, hits] : {Case{"เว็บ", 1}, Case{"น้\u0E4D\u0E32", 1}, Case{"ไซ", 1}, Case{"%", 0}, Case{"_", 0},
                                    Case{"SCRIPT", 1}, Case{"", 0}}) {
    const json found = browser.get("search?q=" + httplib::detail::encode_query_param(query));
    EXPECT_EQ(found["total"], hits) << query;
    if (hits == 0) continue;
    EXPECT_THAT(found["rows"][0]["snippet"].get<std::string>(), HasSubstr("เว็บไซต์"));
  }
}

TEST_F(DeskTest, ReadOnlyShowsAndRefusesChanges) {
  options_.read_only = true;
  const Running server(options_);
  Browser browser(server.port());
  EXPECT_EQ(browser.get(at())["read_only"], true);
  browser.post("findings/1/decision", {{"status", "confirmed"}, {"note", ""}, {"version", 0}}, 403);
}

TEST_F(DeskTest, AnotherAddressNeedsATokenAndThenALogin) {
  options_.listen = "0.0.0.0";
  EXPECT_THROW(Server{options_}, std::runtime_error);
  options_.token = kToken;
  const Running server(options_);
  Browser browser(server.port());
  browser.get("overview", 401);
  browser.post_as("undo", "{}", "", "application/json", 401);
  EXPECT_EQ(browser.client().Get("/")->get_header_value("Location"), "/login");
  const auto wrong = browser.client().Post("/login", httplib::Params{{"who", "a"}, {"token", "wrong"}});
  EXPECT_EQ(wrong->status, 403);
  EXPECT_FALSE(wrong->has_header("Set-Cookie"));
  const auto right = browser.client().Post("/login", httplib::Params{{"who", "มานะ"}, {"token", kToken}});
  EXPECT_EQ(right->status, 303);
  browser.take_cookie(*right);
  EXPECT_EQ(browser.get("session")["who"], "มานะ");
  EXPECT_EQ(browser.get("overview")["submissions"]["total"], 1);
  browser.post("logout", json::object());
  browser.get("overview", 401);
}

TEST(Loopback, IsTold) {
  for (const char* host : {"127.0.0.1", "127.8.0.1", "localhost", "::1"}) EXPECT_TRUE(is_loopback(host)) << host;
  for (const char* host : {"0.0.0.0", "10.0.0.1", "127.evil.example", "127.0.0.1.evil.example", "::", ""}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

}  // namespace
}  // namespace prongsai::review
