// Attacks by the bytes of a request: paths, methods, hosts, headers, lengths, ranges. Each row is refused or harmless.
#include "tests/unit/pipeline/review/attack_server.hpp"

namespace prongsai::review {
namespace {

struct Attack {
  std::string name;
  std::string bytes;
  std::vector<int> allowed;
};
using Attacks = std::vector<Attack>;

class AttacksOnHttp : public AttackedDesk {
 protected:
  void make(const Attacks& attacks) {
    const Running server(options_);
    const std::string before = kept();
    for (const auto& [name, bytes, allowed] : attacks) {
      expect_refused(server.port(), name, send(server.port(), bytes), allowed);
    }
    EXPECT_EQ(kept(), before);
  }
};

TEST_F(AttacksOnHttp, NoPathLeadsOutOfTheDesk) {
  Attacks attacks;
  for (const char* path : {"/../../etc/passwd",
                           "/..%2f..%2fetc/passwd",
                           "/%2e%2e/%2e%2e/etc/passwd",
                           "/..\\..\\etc\\passwd",
                           "/%5c..%5c..%5cetc%5cpasswd",
                           "/....//....//etc/passwd",
                           "/..;/..;/etc/passwd",
                           "/%c0%ae%c0%ae/etc/passwd",
                           "/%252e%252e/etc/passwd",
                           "/assets/../../etc/passwd",
                           "/assets/..%2f..%2f..%2fetc%2fpasswd",
                           "/assets/app.js/../../../etc/passwd",
                           "/assets//etc/passwd",
                           "/assets/app.js%00.css",
                           "/assets/App.js",
                           "/assets/login.html",
                           "/assets/index.html",
                           "/assets/openapi.json",
                           "/assets/",
                           "/assets",
                           "//assets/app.js",
                           "/./assets/app.js",
                           "/.git/config",
                           "/.env",
                           "/year.db",
                           "/year.db.accounts",
                           "/data/review/messages.json",
                           "/file:///etc/passwd",
                           "/etc/passwd",
                           "/proc/self/environ",
                           "/report/../year.db",
                           "/report/1/../../etc/passwd",
                           "/report/1%00",
                           "/report/1%0a",
                           "/report/%31%2e%2e",
                           "/report/-1",
                           "/report/1e1",
                           "/report/0x1",
                           "/report/\xe0\xb9\x91",
                           "/report/1.docx.html",
                           "/letter/../report/1",
                           "/letter/0123456789ABCDEF",
                           "/letter/0123456789abcdef0",
                           "/letter/0123456789abcdef",
                           "/api/v1/submissions/1/original/../../../etc/passwd",
                           "/api/v1/submissions/1/pages/../../../etc/passwd.png",
                           "/api/v1/submissions/1/pages/..%2f1.png",
                           "/api/v1/submissions/1/pages/1.png/..",
                           "/api/v1/relations/account",
                           "/api/v1/relations/session",
                           "/api/v1/relations/sqlite_master",
                           "/api/v1/relations/decision",
                           "/api/v1/relations/finding;drop",
                           "/api/v1/relations/finding%20WHERE%201",
                           "/api/v1/relations/FINDING",
                           "/api/v1/export/sqlite",
                           "/api/v1/export/..",
                           "/api/v1/export/csv/..",
                           "/api/v2/session",
                           "/API/V1/session"})
    attacks.push_back({path, request(std::string("GET ") + path), {404, 400}});
  make(attacks);
}

TEST_F(AttacksOnHttp, NumbersTooLargeForAnythingAreNobodys) {
  const std::string huge(400, '9');
  Attacks attacks;
  for (const std::string& number :
       {std::string("0"), std::string("999999999999999999"), std::string("9223372036854775807"),
        std::string("9223372036854775808"), std::string("18446744073709551616"), huge}) {
    for (const std::string& path :
         {"/report/" + number, "/report/" + number + ".docx", "/api/v1/submissions/" + number,
          "/api/v1/submissions/" + number + "/original", "/api/v1/submissions/" + number + "/letter",
          "/api/v1/submissions/" + number + "/pages/1.png", "/api/v1/submissions/1/pages/" + number + ".png",
          "/api/v1/submissions/1/pages/" + number + "/text"})
      attacks.push_back({path.substr(0, 60), request("GET " + path), {404}});
  }
  for (const std::string& number : {std::string("-1"), std::string("9223372036854775807"), std::string("1e9"),
                                    std::string("0x10"), std::string("%00"), std::string("NaN"), huge}) {
    for (const char* path :
         {"/api/v1/submissions?page=", "/api/v1/findings?page=", "/api/v1/findings/causes?page=",
          "/api/v1/search?q=a&page=", "/api/v1/history?page=", "/api/v1/history?submission_id=", "/api/v1/next?after=",
          "/api/v1/relations/cell?size=", "/api/v1/relations/cell?page=", "/api/v1/relations/cell?submission_id=",
          "/api/v1/submissions?year=", "/api/v1/findings?submission=", "/api/v1/submissions/1/pages/1.png?dpi="})
      attacks.push_back({path + number.substr(0, 30), request("GET " + std::string(path) + number), {200}});
  }
  make(attacks);
}

TEST_F(AttacksOnHttp, OtherMethodsDoNothing) {
  Attacks attacks;
  for (const char* method : {"PUT", "DELETE", "PATCH", "OPTIONS"}) {
    for (const char* path : {"/", "/api/v1/submissions/1", "/api/v1/findings/1/decision", "/login"})
      attacks.push_back({method, request(std::string(method) + " " + path), {400, 405}});
  }
  for (const char* method : {"TRACE", "CONNECT", "PROPFIND", "get", "GETT", "", "\x01", "DEBUG", "PURGE"})
    attacks.push_back({method, request(std::string(method) + " /api/v1/session"), {0, 400, 404, 405}});
  attacks.push_back({"a path for the engine of patterns", request("PUT /" + std::string(8000, 'a')), {400, 405, 414}});
  attacks.push_back({"a path longer than any", request("GET /" + std::string(20'000, 'a')), {0, 400, 404, 414}});
  attacks.push_back(
      {"a method by a header",
       request("POST /api/v1/session", {"X-HTTP-Method-Override: DELETE", "Content-Type: application/json"}, "{}"),
       {404}});
  attacks.push_back({"POST to what is read", request("POST /api/v1/submissions/1", {}, "{}"), {404}});
  attacks.push_back({"GET of what changes", request("GET /api/v1/findings/1/decision"), {404}});
  attacks.push_back({"GET of what ends the session", request("GET /api/v1/logout"), {404}});
  attacks.push_back({"HEAD of what changes", request("HEAD /api/v1/findings/1/decision"), {404}});
  attacks.push_back({"another server's address", request("GET http://evil.example/api/v1/session"), {400, 404, 421}});
  attacks.push_back({"no version", "GET /\r\n\r\n", {0, 400}});
  attacks.push_back({"a version of the future", "GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n", {0, 400, 505}});
  attacks.push_back({"HTTP/2 by its first words", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {0, 400, 505}});
  attacks.push_back({"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), {0, 400}});
  attacks.push_back({"nothing but zeros", std::string(4096, '\0'), {0, 400}});
  attacks.push_back({"lines without an end", std::string(200'000, '\n'), {0, 400}});
  make(attacks);
}

TEST_F(AttacksOnHttp, OnlyTheServersOwnNamesAreAnswered) {
  Attacks attacks;
  for (const char* host :
       {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "127.evil.example", "",
        "127.0.0.1@evil.example", "evil.example@127.0.0.1.x", "[::1].evil.example", "[evil]", "0.0.0.0", "10.0.0.1",
        "[::ffff:10.0.0.1]", "[::]", "localhost.", "evil.example#127.0.0.1", "127.0.0.1,evil.example", "2130706433",
        "127.0.0.1\xe3\x80\x82"})
    for (const char* path : {"/api/v1/session", "/"})
      attacks.push_back({std::string("Host: ") + host,
                         request(std::string("GET ") + path, {std::string("Host: ") + host}),
                         {400, 421}});
  attacks.push_back({"no host", "GET /api/v1/session HTTP/1.1\r\nConnection: close\r\n\r\n", {400, 421}});
  attacks.push_back({"no host, as long ago", "GET /api/v1/session HTTP/1.0\r\n\r\n", {400, 421}});
  attacks.push_back(
      {"two hosts", request("GET /api/v1/session", {"Host: evil.example", "Host: 127.0.0.1"}), {400, 421}});
  attacks.push_back({"a change for another host",
                     request("POST /api/v1/undo", {"Host: evil.example", "Content-Type: application/json"}, "{}"),
                     {421}});
  attacks.push_back({"a login for another host",
                     request("POST /login", {"Host: evil.example", "Content-Type: application/x-www-form-urlencoded"},
                             "who=a&token=b"),
                     {421}});
  make(attacks);
}

TEST_F(AttacksOnHttp, HeadersAreTakenAsTheyAreOrNotAtAll) {
  const std::string line(4000, 'x');
  Attacks attacks = {
      {"a line end in the path", request("GET /login%0d%0aX-Injected:%201"), {404}},
      {"a line end in the query", request("GET /login?to=/report/1%0d%0aX-Injected:%201"), {200}},
      {"a bare line end in the path", request("GET /login\nX-Injected: 1"), {400}},
      {"a folded header", request("GET /login", {"X-A: 1\r\n X-Injected: 1"}), {200, 400}},
      {"a header without a name", request("GET /login", {": 1"}), {200, 400}},
      {"a header without a colon", request("GET /login", {"nothing"}), {200, 400}},
      {"a blank before the colon", request("GET /login", {"Content-Length : 5"}), {200, 400}},
      {"a zero in a header", request("GET /login", {std::string("X-A: a\0b", 8)}), {400}},
      {"a bare line end in a header", request("GET /login", {"X-A: a\nX-Injected: 1"}), {400}},
      {"a bare return in a header", request("GET /login", {"X-A: a\rX-Injected: 1"}), {400}},
      {"a cookie of 60 kB",
       request("GET /api/v1/session", {"Cookie: prongsai_1=" + std::string(60'000, 'a')}),
       {0, 200, 400, 431}},
      {"a cookie of signs only", request("GET /api/v1/session", {"Cookie: ;;;;=;=;;"}), {200}},
      {"who is asked by whom", request("GET /api/v1/overview", {"Origin: https://evil.example"}), {200}},
      {"asked beforehand by another site",
       request("OPTIONS /api/v1/undo", {"Origin: https://evil.example", "Access-Control-Request-Method: POST"}),
       {405}},
      {"another host for links",
       request("GET /report/1", {"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: ftp"}),
       {200}},
      {"another address for the page",
       request("GET /", {"X-Original-URL: /api/v1/logins", "X-Rewrite-URL: /etc"}),
       {200}},
      {"an upgrade",
       request("GET /", {"Upgrade: websocket", "Sec-WebSocket-Key: AAAA", "Sec-WebSocket-Version: 13"}),
       {200}},
      {"an upgrade to h2c", request("GET /", {"Upgrade: h2c", "HTTP2-Settings: AAMAAABk"}), {200}},
      {"will you go on",
       "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n",
       {0, 100, 400, 417}},
      {"will you go on or not", request("GET /login", {"Expect: " + line}), {200, 417}},
      {"a language of 4 kB", request("GET /login", {"Accept-Language: " + line}), {200}},
      {"a thousand of nothing", request("GET /login", std::vector<std::string>(1000, "A: b")), {0, 200, 400, 431}},
      {"a head that never ends", "GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ", {0}},
      {"half a line", "GET /lo", {0}},
  };
  for (const char* ranges : {"bytes=0-0,1-1", "bytes=-1,0-", "bytes=99999999999999999999-",
                             "bytes=-99999999999999999999", "bytes=5-1", "bytes=a-b", "bytes=", "lines=1-2",
                             "bytes=0-18446744073709551615", "bytes=--1", "bytes=0-9223372036854775808"}) {
    for (const char* path : {"/assets/app.js", "/login"})
      attacks.push_back(
          {ranges, request(std::string("GET ") + path, {std::string("Range: ") + ranges}), {0, 200, 206, 400, 416}});
  }
  make(attacks);
}

TEST_F(AttacksOnHttp, LengthsAreNotBelieved) {
  const std::string post = "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
  const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
  const std::string hidden = "GET /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  Attacks attacks;
  for (const char* length :
       {"-1", "99999999999999999999", "0x10", "1e3", "5, 6", "", "+5", "5 5", "18446744073709551615"})
    attacks.push_back({std::string("a length of ") + length,
                       post + "Content-Length: " + length + "\r\n\r\nwho=a",
                       {0, 400, 403, 429, 411, 413}});
  attacks.push_back({"two lengths", post + "Content-Length: 5\r\nContent-Length: 50\r\n\r\nwho=a", {400}});
  attacks.push_back({"a length and pieces",
                     post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
                     {0, 400, 403, 429}});
  for (const char* coding :
       {"chunked, identity", "identity, chunked", "xchunked", "chunked\x0b", "gzip, chunked", " chunked"})
    attacks.push_back({std::string("pieces as ") + coding,
                       post + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n" + hidden,
                       {0, 400, 403, 429, 415, 501}});
  for (const char* size : {"FFFFFFFFFFFFFFFF", "-1", "zz", "", "FFFFFFFFFFFFFFFFFFFF", "7FFFFFFF"})
    attacks.push_back({std::string("a piece of ") + size,
                       post + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\nx\r\n0\r\n\r\n",
                       {0, 400, 403, 429, 413}});
  attacks.push_back({"pieces with a long tail",
                     post + "Transfer-Encoding: chunked\r\n\r\n0;" + std::string(50'000, 'a') + "\r\n\r\n",
                     {0, 400, 403, 429, 413}});
  attacks.push_back({"2 MB announced and sent",
                     post + form + "Content-Length: 2097152\r\n\r\n" + std::string(2'097'152, 'a'),
                     {0, 413}});
  attacks.push_back(
      {"2 MB in pieces",
       post + form + "Transfer-Encoding: chunked\r\n\r\n200000\r\n" + std::string(2'097'152, 'a') + "\r\n0\r\n\r\n",
       {0, 400, 413}});
  for (const char* coding : {"gzip", "deflate", "br", "x"})
    attacks.push_back(
        {std::string("packed by ") + coding,
         request("POST /login",
                 {std::string("Content-Encoding: ") + coding, "Content-Type: application/x-www-form-urlencoded"},
                 "\x1f\x8b\x08not really packed"),
         {415}});
  std::string fields = "a=1";
  for (int i = 0; i < 20'000; ++i) fields += "&a=1";
  attacks.push_back({"twenty thousand fields",
                     request("POST /login", {"Content-Type: application/x-www-form-urlencoded"}, fields),
                     {0, 400, 403, 429, 413}});
  attacks.push_back({"a form of parts without an end",
                     request("POST /login", {"Content-Type: multipart/form-data; boundary=x"},
                             "--x\r\nContent-Disposition: form-data; name=\"who\"; filename=\"../../x\"\r\n\r\na"),
                     {400, 403, 429}});
  attacks.push_back({"a form of parts with a boundary of nothing",
                     request("POST /login", {"Content-Type: multipart/form-data; boundary="}, "----\r\n\r\n"),
                     {400, 403, 429}});
  make(attacks);
}

}  // namespace
}  // namespace prongsai::review
