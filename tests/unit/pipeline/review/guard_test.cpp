// The review app as one who is not logged in meets it: what it refuses.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>

#include "pipeline/review/server/base_url.hpp"
#include "pipeline/review/server/login_gate.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

// SHA-256 of "%PDF-1.4 twelve bytes".
constexpr const char* kSha256 = "941bc138b61ef3fa6d7c5a2372fab9f03ea0edefa9edd4b632ffabd8ba8bc1a9";
constexpr const char* kToken = "a-token-of-the-test-0123456789";

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
  browser.change("findings/" + finding["id"].dump() + "/decision", finding,
                 {{"status", "confirmed"}, {"note", "<img src=x onerror=alert(1)>"}});
  const auto letter = browser.client().Get("/report/" + std::to_string(id_));
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->status, 200);
  EXPECT_THAT(letter->body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"));
  EXPECT_THAT(letter->body, HasSubstr("&lt;img"));
  EXPECT_THAT(letter->body, Not(HasSubstr("<script")));
  EXPECT_THAT(letter->body, Not(HasSubstr("<img")));
  EXPECT_THAT(letter->body, HasSubstr("<td class=\"n\">2</td>")) << "the page of the finding";
}

TEST_F(DeskTest, TheLetterIsADraftUntilEveryFindingIsDecided) {
  const char* const kReviewed = "ผู้ตรวจได้ตรวจรายงานข้างต้นแล้ว";
  const Running server(options_);
  Browser browser(server.port());
  const auto letter = [&] { return browser.client().Get("/report/" + std::to_string(id_))->body; };
  const json findings = browser.get(at())["findings"];
  for (const json& finding : findings) {
    EXPECT_THAT(letter(), Not(HasSubstr(kReviewed)));
    EXPECT_THAT(letter(), HasSubstr("<p class=\"draft")) << "on paper, too";
    EXPECT_THAT(letter(), Not(HasSubstr("ลงชื่อ")));
    browser.decide(finding, "dismissed");
  }
  EXPECT_THAT(letter(), HasSubstr(std::string(kReviewed) + " ไม่มีข้อสังเกตที่ยืนยัน"));
  EXPECT_THAT(letter(), HasSubstr("ลงชื่อ"));
}

TEST_F(DeskTest, ALetterHoldsNothingOfAnotherOffice) {
  {
    store::Store store(options_.db, store::Open::existing);
    store.database().exec(
        "UPDATE finding SET across = 1, message_th = 'เหมือนกับ สำนักงานอื่น ร้อยละ 97: “ก” / “ข้อความของเขา”', evidence = "
        "'ข้อความของเขา', status = 'confirmed' WHERE id = (SELECT min(id) FROM finding)");
  }
  const Running server(options_);
  const std::string letter = httplib::Client("127.0.0.1", server.port()).Get("/report/" + std::to_string(id_))->body;
  EXPECT_THAT(letter, HasSubstr("เกือบเหมือนกับรายงานฉบับอื่น"));
  EXPECT_THAT(letter, Not(HasSubstr("สำนักงานอื่น")));
  EXPECT_THAT(letter, Not(HasSubstr("ข้อความของเขา")));
}

TEST_F(DeskTest, OneLetterForAllReportsOfAnOfficeInAYear) {
  {
    store::Store store(options_.db, store::Open::existing);
    for (const auto& [name, year] : {std::pair{"two.pdf", 2567}, {"other-year.pdf", 2566}}) {
      Submission given = samples::submission((folder_ / name).string(), name);
      given.manifest.reset();
      Record record = samples::record();
      record.fiscal_year = year;
      store.save({given, record, samples::judgement(), "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
    }
  }
  const Running server(options_);
  Browser browser(server.port());
  const auto letter = [&](const char* query) {
    return browser.client().Get("/report/" + std::to_string(id_) + query)->body;
  };
  EXPECT_THAT(letter(""), HasSubstr("?all=1"));
  EXPECT_THAT(letter(""), Not(HasSubstr("two.pdf")));
  EXPECT_THAT(letter("?all=1"), HasSubstr("two.pdf"));
  EXPECT_THAT(letter("?all=1"), Not(HasSubstr("other-year.pdf")));
  const json findings = browser.get(at())["findings"];
  for (const json& finding : findings) browser.decide(finding, "confirmed");
  EXPECT_THAT(letter(""), Not(HasSubstr("class=\"draft")));
  EXPECT_THAT(letter(""), HasSubstr("<b>ผู้ตรวจ</b> สมศรี"));
  EXPECT_THAT(letter(""), HasSubstr("ขอแสดงความนับถือ"));
  EXPECT_THAT(letter("?all=1"), HasSubstr("class=\"draft")) << "the other report is open";
}

TEST_F(DeskTest, NobodyHasReviewedAReportWithoutFindingsThatNobodyScored) {
  {
    store::Store store(options_.db, store::Open::existing);
    store.save_judgement(id_, {}, "judge-2");
  }
  const Running server(options_);
  Browser browser(server.port());
  const auto letter = [&] { return browser.client().Get("/report/" + std::to_string(id_))->body; };
  EXPECT_THAT(letter(), HasSubstr("<p class=\"draft"));
  browser.score(browser.get(at()), 100);
  EXPECT_THAT(letter(), HasSubstr("ไม่มีข้อสังเกตที่ยืนยัน"));
}

TEST_F(DeskTest, ASecondServerOnThePortIsRefused) {
  const Running server(options_);
  ServerOptions other = options_;
  other.port = server.port();
  for (const char* listen : {"127.0.0.1", "localhost"}) {
    other.listen = listen;
    Server second(other);
    EXPECT_THROW((void)second.bind(), std::runtime_error) << listen;
  }
}

TEST_F(DeskTest, AServerThatEndedLeavesItsPort) {
  options_.port = [this] {
    const Running server(options_);
    Browser(server.port()).get("overview");
    return server.port();
  }();
  const Running again(options_);
  EXPECT_EQ(again.port(), options_.port);
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
  browser.post("cells/1/correction", {{"text", std::string(30'000, 'x')}, {"key", "k"}, {"version", 0}}, 422);
}

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

// Before any login: what others leave open or send slowly costs a reviewer nothing.
TEST_F(DeskTest, ThousandsThatSaySlowlyOrNothingDelayNobody) {
  const Running server(options_);
  std::vector<std::unique_ptr<RawConnection>> idle;
  std::vector<std::unique_ptr<RawConnection>> slow;
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);  // this process holds both ends; the server has raised it
  const int many = limit.rlim_cur >= 3000 ? 1000 : 300;
  for (int i = 0; i < many; ++i) idle.push_back(std::make_unique<RawConnection>(server.port()));
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<RawConnection>(server.port()));
    ASSERT_TRUE(slow.back()->say("POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900000\r\nX-Slow: "));
  }
  Browser browser(server.port());
  std::chrono::milliseconds worst{0};
  for (int i = 0; i < 20; ++i) {
    for (const auto& connection : slow) EXPECT_TRUE(connection->say("x"));
    const auto from = std::chrono::steady_clock::now();
    EXPECT_EQ(browser.get("overview")["submissions"]["total"], 1);
    worst =
        std::max(worst, std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - from));
  }
  EXPECT_LT(worst.count(), 1000) << "beside " << many << " idle and 200 slow clients";
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

TEST_F(DeskTest, ReadOnlyShowsAndRefusesChanges) {
  options_.read_only = true;
  const Running server(options_);
  Browser browser(server.port());
  EXPECT_EQ(browser.get(at())["read_only"], true);
  browser.post("findings/1/decision", {{"status", "confirmed"}, {"note", ""}, {"version", 0}}, 403);
}

TEST_F(DeskTest, GuessingTheTokenEndsInWaiting) {
  options_.token = kToken;
  const Running server(options_);
  httplib::Client client("127.0.0.1", server.port());
  const auto log_in = [&](const char* token) {
    return client.Post("/login", httplib::Params{{"who", "a"}, {"token", token}})->status;
  };
  for (int i = 0; i < LoginGate::kFailures; ++i) EXPECT_EQ(log_in("wrong"), 403);
  EXPECT_EQ(log_in("wrong"), 429);
  EXPECT_EQ(log_in(kToken), 429);
}

TEST(LoginGate, OpensAgain) {
  LoginGate gate;
  const auto now = LoginGate::Clock::now();
  for (int i = 0; i < LoginGate::kFailures; ++i) gate.failed("a", now);
  EXPECT_FALSE(gate.admits("a", LoginGate::kFailures, now + std::chrono::minutes(9)));
  EXPECT_TRUE(gate.admits("b", LoginGate::kFailures, now));
  EXPECT_TRUE(gate.admits("a", LoginGate::kFailures, now + std::chrono::minutes(11)));
}

TEST_F(DeskTest, ANameIsCutBetweenLetters) {
  options_.token = kToken;
  const Running server(options_);
  Browser browser(server.port());
  std::string name = "ab";
  for (int i = 0; i < 110; ++i) name += "ส";
  browser.take_cookie(*browser.client().Post("/login", httplib::Params{{"who", name}, {"token", kToken}}));
  const std::string who = browser.get("session")["who"];
  EXPECT_LE(who.size(), 300U);
  EXPECT_EQ(who, name.substr(0, who.size()));
  EXPECT_EQ((who.size() - 2) % 3, 0U);
}

TEST_F(DeskTest, OtherMethodsAndHugeNumbersAreAnswered) {
  const Running server(options_);
  Browser browser(server.port());
  httplib::Client& client = browser.client();
  EXPECT_EQ(client.Put("/api/v1/submissions/1", "{}", "application/json")->status, 405);
  EXPECT_EQ(client.Delete("/api/v1/submissions/1")->status, 405);
  EXPECT_EQ(client.Delete("/api/v1/submissions/1")->get_header_value("Allow"), "GET, HEAD, POST");
  for (const char* page : {"9223372036854775807", "99999999999999999999"}) {
    EXPECT_TRUE(browser.get(std::string("submissions?page=") + page)["rows"].empty()) << page;
  }
  EXPECT_EQ(browser.get("submissions?page=-99999999999999999999")["rows"].size(), 1U);
}

TEST_F(DeskTest, NoTextTurnsTheDirectionOfALine) {
  {
    store::Store store(options_.db, store::Open::existing);
    Submission given = samples::submission((folder_ / "one.pdf").string());
    given.source_path = "\u202Efdp.eno";
    store.save({given, samples::record(), {}, "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
  }
  const Running server(options_);
  const std::string letter = httplib::Client("127.0.0.1", server.port()).Get("/report/" + std::to_string(id_))->body;
  EXPECT_THAT(letter, Not(HasSubstr("\u202E")));
  EXPECT_THAT(letter, HasSubstr("\uFFFDfdp.eno"));
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

TEST_F(DeskTest, BehindAWebServerItsHostAndPathCount) {
  options_.base_url = "https://ITA.example.go.th:8443/review/";
  EXPECT_THROW(Server{options_}, std::runtime_error) << "others come in by it: a login is wanted";
  options_.token = kToken;
  const Running server(options_);
  httplib::Client client("127.0.0.1", server.port());
  const httplib::Headers in_front = {{"Host", "ita.example.go.th:8443"}, {"X-Forwarded-For", "10.1.1.1, 10.2.2.2"}};
  EXPECT_EQ(client.Get("/", in_front)->get_header_value("Location"), "/review/login");
  EXPECT_EQ(client.Get("/report/1", in_front)->get_header_value("Location"), "/review/login?to=/report/1");
  EXPECT_EQ(client.Get("/login", {{"Host", "other.example.go.th"}})->status, 421);
  const auto log_in = [&](const char* token, const char* from) {
    return client.Post("/login", {{"Host", "ita.example.go.th"}, {"X-Forwarded-For", from}},
                       httplib::Params{{"who", "a"}, {"token", token}});
  };
  const auto right = log_in(kToken, "10.2.2.2");
  EXPECT_EQ(right->get_header_value("Location"), "/review/");
  const std::string cookie = right->get_header_value("Set-Cookie");
  EXPECT_THAT(cookie, HasSubstr("Path=/review/;"));
  EXPECT_THAT(cookie, HasSubstr("; Secure"));
  // Each sender waits for his own failures; what he says before the last entry is his own word.
  for (int i = 0; i < LoginGate::kFailures; ++i) log_in("wrong", ("1.1.1." + std::to_string(i) + ", 10.3.3.3").c_str());
  EXPECT_EQ(log_in(kToken, "10.3.3.3")->status, 429);
  EXPECT_EQ(log_in(kToken, "10.4.4.4")->status, 303);
}

TEST(BaseUrl, IsTakenApart) {
  struct Case {
    const char* url;
    bool secure;
    const char* host;
    const char* path;
  };
  for (const auto& [url, secure, host, path] :
       {Case{"", false, "", ""}, Case{"http://a.example", false, "a.example", ""},
        Case{"https://A.example:443/", true, "a.example", ""},
        Case{"https://a.example/x/y/", true, "a.example", "/x/y"},
        Case{"http://[2001:DB8::1]:80/x", false, "2001:db8::1", "/x"}}) {
    const BaseUrl base = parsed_base_url(url);
    EXPECT_EQ(base.secure, secure) << url;
    EXPECT_EQ(base.host, host) << url;
    EXPECT_EQ(base.path, path) << url;
  }
  for (const char* url : {"a.example", "ftp://a.example", "https://", "https://a.example/?x", "https://a/b;c",
                          "https://a.example//x", "https://a\nb"}) {
    EXPECT_THROW((void)parsed_base_url(url), std::runtime_error) << url;
  }
}

// The page is painted from the file that it lies in, by its place and its own hash; the file is what can be kept.
TEST_F(DeskTest, OfWhatIsAttachedToAFileThePagesAreShownAndTheFileIsGiven) {
  PagePlace asked;
  options_.render = [&](const PagePlace& place) -> Result<std::string> {
    asked = place;
    return std::string("PNG");
  };
  {
    store::Store store(options_.db, store::Open::existing);
    std::ofstream(folder_ / "outer.pdf") << "%PDF-1.4 twelve bytes";
    Submission outer = samples::submission((folder_ / "outer.pdf").string(), kSha256);
    outer.file_size = 21;
    Record record = samples::record();
    record.attached = {{3, "x.pdf", "ef", 7}};
    (void)store.save({outer, record, {}, "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
    Submission inner = samples::submission((folder_ / "outer.pdf/#x.pdf").string(), "ef");
    inner.source_path = (folder_ / "outer.pdf#x.pdf").string();
    inner.attached_at = "3";
    inner.file_size = 7;
    id_ = store.save({inner, samples::record(), {}, "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
  }
  const Running server(options_);
  Browser browser(server.port());
  ASSERT_EQ(browser.client().Get("/api/v1/" + at("/pages/1.png"))->body, "PNG");
  EXPECT_EQ(asked.file, folder_ / "outer.pdf");
  EXPECT_EQ(asked.attached_at, "3");
  EXPECT_EQ(asked.sha256, "ef");
  const auto file = browser.client().Get("/api/v1/" + at("/original"));
  EXPECT_EQ(file->body, "%PDF-1.4 twelve bytes");
  EXPECT_THAT(file->get_header_value("Content-Disposition"), HasSubstr("outer.pdf"));
  std::ofstream(folder_ / "outer.pdf") << "%PDF-1.4 another one";
  browser.get(at("/pages/2.png"), 410);
  browser.get(at("/original"), 410);
}

TEST_F(DeskTest, TheOriginalIsAFileToKeepAndTheVeryBytesThatWereRead) {
  const Running server(options_);
  Browser browser(server.port());
  const std::string path = "/api/v1/" + at("/original");
  EXPECT_EQ(browser.client().Get(path)->status, 410) << "its bytes are not those that the database names";
  {
    store::Store store(options_.db, store::Open::existing);
    std::ofstream(folder_ / "รายงาน \"1\".pdf") << "%PDF-1.4 twelve bytes";
    Submission given = samples::submission((folder_ / "รายงาน \"1\".pdf").string(), kSha256);
    id_ = store.save({given, samples::record(), {}, "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
  }
  const std::string now = "/api/v1/" + at("/original");
  const auto answer = browser.client().Get(now);
  ASSERT_EQ(answer->status, 200) << answer->body;
  EXPECT_EQ(answer->body, "%PDF-1.4 twelve bytes");
  EXPECT_EQ(answer->get_header_value("Content-Type"), "application/pdf");
  const RawConnection raw(server.port());  // the client library takes what is encoded in headers apart
  ASSERT_TRUE(raw.say("GET " + now + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
  EXPECT_THAT(raw.rest(),
              HasSubstr("\r\nContent-Disposition: attachment; filename*=UTF-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%"
                        "E0%B8%B2%E0%B8%99%20%221%22.pdf\r\n"));
  EXPECT_EQ(answer->get_header_value("Content-Security-Policy"), "sandbox; default-src 'none'");
  EXPECT_EQ(answer->get_header_value_count("Content-Security-Policy"), 1U);
  EXPECT_EQ(browser.client().Get(now, {{"Range", "bytes=0-3"}})->body, "%PDF");
  fs::remove(folder_ / "รายงาน \"1\".pdf");
  fs::create_symlink("/etc/passwd", folder_ / "รายงาน \"1\".pdf");
  browser.get(at("/original"), 410);
  browser.get("submissions/999/original", 404);
}

TEST_F(DeskTest, APageIsPaintedAnewForALargerView) {
  const Running server(options_);
  Browser browser(server.port());
  for (const char* dpi : {"", "?dpi=110", "?dpi=90", "?dpi=200", "?dpi=220", "?dpi=9999", "?dpi=300"}) {
    EXPECT_EQ(browser.client().Get("/api/v1/" + at("/pages/2.png") + dpi)->status, 200) << dpi;
  }
  EXPECT_EQ(painted_, 3) << "110, 220 and 300";
  EXPECT_EQ(browser.get(at("/pages/1/text"))["source"], "text");
  browser.get(at("/pages/99/text"), 404);
}

TEST(Loopback, IsTold) {
  for (const char* host : {"127.0.0.1", "127.8.0.1", "localhost", "::1"}) EXPECT_TRUE(is_loopback(host)) << host;
  for (const char* host : {"0.0.0.0", "10.0.0.1", "127.evil.example", "127.0.0.1.evil.example", "::", ""}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

}  // namespace
}  // namespace prongsai::review
