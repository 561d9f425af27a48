// Attacks on who is who: sessions, logins, names, roles.
#include <re2/re2.h>

#include "pipeline/review/server/login_gate.hpp"
#include "tests/unit/pipeline/review/accounts_desk.hpp"
#include "tests/unit/pipeline/review/attack_server.hpp"

namespace prongsai::review {
namespace {

constexpr const char* kForm = "Content-Type: application/x-www-form-urlencoded";

class AttacksOnSessions : public WithAccounts<AttackedDesk> {
 protected:
  static std::string cookie_in(const Answer& answer) {
    const auto at = answer.head.find("set-cookie: ");
    if (at == std::string::npos) return "";
    const std::string rest = answer.head.substr(at + 12);
    return rest.substr(0, rest.find(';'));
  }
  static std::string login_form(const std::string& who, const std::string& password) {
    return "who=" + percent_encoded(who) + "&token=" + percent_encoded(password);
  }
};

TEST_F(AttacksOnSessions, NoCookieButALoginsOpensTheDesk) {
  const Running server(options_);
  const auto mana = in(server.port(), "มานะ");
  const std::string mine = mana->headers().begin()->second;  // name=id
  const std::string name = mine.substr(0, mine.find('='));
  const std::string id = mine.substr(mine.find('=') + 1);
  std::string upper = id;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const std::string before = kept();
  std::vector<std::string> cookies = {name + "=",
                                      name + "=0",
                                      name + "=" + std::string(64, '0'),
                                      name + "=" + upper,
                                      name + "=" + id.substr(1),
                                      name + "=" + id + "0",
                                      name + "=\"" + id + "\"",
                                      name + "= " + id.substr(0, 63),
                                      name + "=" + hash_of(id),
                                      "prongsai=" + id,
                                      "prongsai_0=" + id,
                                      name + "x=" + id,
                                      "x" + name + "=" + id,
                                      name,
                                      id,
                                      name + "=admin",
                                      name + "=' OR 1=1 --",
                                      name + "=%27%20OR%201=1",
                                      name + "=x; " + mine,
                                      "__Host-" + mine,
                                      name + "[]=" + id,
                                      name + "==" + id};
  for (const std::string& cookie : cookies) {
    for (const char* line : {"GET /api/v1/overview", "POST /api/v1/undo"})
      expect_refused(server.port(), std::string(line) + " with " + cookie,
                     send(server.port(), request(line, {"Cookie: " + cookie, "Content-Type: application/json"},
                                                 line[0] == 'P' ? "{}" : "")),
                     {401});
  }
  for (const char* header : {"Authorization: Basic YWRtaW46YWRtaW4=", "Authorization: Bearer admin", "X-User: admin",
                             "Remote-User: admin", "X-Forwarded-User: admin", "X-Remote-Role: admin",
                             "X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "Forwarded: for=127.0.0.1"})
    expect_refused(server.port(), header, send(server.port(), request("GET /api/v1/overview", {header})), {401});
  EXPECT_EQ(kept(), before);
  EXPECT_EQ(send(server.port(), request("GET /api/v1/overview", {"Cookie: " + mine})).status, 200);
}

TEST_F(AttacksOnSessions, ASessionThatAStrangerChoseIsNotTaken) {
  const Running server(options_);
  const std::string planted = "prongsai_" + std::to_string(server.port()) + "=" + std::string(64, 'a');
  const Answer in =
      send(server.port(), request("POST /login", {"Cookie: " + planted, kForm}, login_form("lead", kPassword)));
  ASSERT_EQ(in.status, 303);
  EXPECT_NE(cookie_in(in), planted) << "a login gives a new one";
  EXPECT_THAT(in.head, HasSubstr("httponly; samesite=strict"));
  expect_refused(server.port(), "the planted session",
                 send(server.port(), request("GET /api/v1/session", {"Cookie: " + planted})), {401});
  // Whoever was logged in before is not by the next one's login.
  const Answer again =
      send(server.port(), request("POST /login", {"Cookie: " + cookie_in(in), kForm}, login_form("มานะ", kPassword)));
  EXPECT_NE(cookie_in(again), cookie_in(in));
  const auto who = [&](const std::string& cookie) {
    return send(server.port(), request("GET /api/v1/session", {"Cookie: " + cookie}));
  };
  EXPECT_THAT(who(cookie_in(again)).body, HasSubstr("มานะ"));
  // Over with the logout, for everybody who kept it.
  const json session = json::parse(who(cookie_in(again)).body);
  EXPECT_EQ(send(server.port(), request("POST /api/v1/logout",
                                        {"Cookie: " + cookie_in(again), "Content-Type: application/json",
                                         "X-CSRF-Token: " + session["csrf_token"].get<std::string>()},
                                        "{}"))
                .status,
            200);
  expect_refused(server.port(), "a session after its logout", who(cookie_in(again)), {401});
  // A token of a session opens no other one.
  const auto evaluator = this->in(server.port(), "evaluator");
  const std::string theirs = evaluator->get("session")["csrf_token"];
  expect_refused(
      server.port(), "another's token",
      send(server.port(),
           request("POST /api/v1/undo",
                   {"Cookie: " + cookie_in(in), "Content-Type: application/json", "X-CSRF-Token: " + theirs}, "{}")),
      {403});
}

TEST_F(AttacksOnSessions, NoWordsButThePasswordLogIn) {
  options_.patience = std::chrono::seconds(5);
  const Running server(options_);
  const std::string quote = "' OR '1'='1";
  const std::string right = percent_encoded(kPassword);
  const std::vector<std::pair<std::string, std::string>> forms = {
      {"nothing", "x="},
      {"no password", "who=lead&token="},
      {"no name", "who=&token=" + right},
      {"a name that is none", login_form("nobody", kPassword)},
      {"SQL for a name", login_form(quote, kPassword)},
      {"SQL for a password", login_form("lead", quote)},
      {"all names", login_form("%", kPassword)},
      {"a name and a zero", "who=lead%00&token=" + right},
      {"a name in capitals", login_form("LEAD", kPassword)},
      {"letters that look alike", login_form("l\xd0\xb5\xd0\xb0"
                                             "d",
                                             kPassword)},
      {"the hash for a password", login_form("lead", hashed())},
      {"a list of names", "who[]=lead&token[]=" + right},
      {"half a password", login_form("lead", std::string(kPassword).substr(0, 12))},
      {"a password and more", login_form("lead", std::string(kPassword) + "x")},
      {"a password and a zero", "who=lead&token=" + right + "%00"},
      {"a password of 900 kB", "who=lead&token=" + std::string(900'000, 'a')},
  };
  for (const auto& [name, form] : forms) {
    const Answer answer = send(server.port(), request("POST /login", {kForm}, form));
    expect_refused(server.port(), name, answer, {403, 413, 429});
    EXPECT_EQ(cookie_in(answer), "") << name;
  }
  const Answer as_json = send(server.port(), request("POST /login", {"Content-Type: application/json"},
                                                     R"({"who":"lead","token":{"$ne":""}})"));
  expect_refused(server.port(), "a login as JSON", as_json, {403, 429});
  const Answer in_address = send(server.port(), request("GET /login?who=lead&token=" + right));
  expect_refused(server.port(), "a password in the address", in_address, {200});
  EXPECT_EQ(cookie_in(in_address), "");
}

// The same door with the token behind it: a password takes its time, by design.
class AttacksOnALogin : public AttackedDesk {
 protected:
  AttacksOnALogin() { options_.token = kToken; }
  static std::string form(const std::string& token) { return "who=a&token=" + token; }

  static constexpr const char* kToken = "a-token-of-the-test-0123456789";
};

TEST_F(AttacksOnALogin, GuessesUnderOtherAddressesAreOneGuessers) {
  const Running server(options_);
  int refused = 0;
  for (int i = 0; i <= LoginGate::kFailures; ++i) {
    const Answer answer =
        send(server.port(),
             request("POST /login",
                     {kForm, "X-Forwarded-For: 10.0.0." + std::to_string(i), "X-Real-IP: 10.1.0." + std::to_string(i)},
                     form("guess+" + std::to_string(i))));
    expect_refused(server.port(), "a guess", answer, {403, 429});
    refused += static_cast<int>(answer.status == 429);
  }
  EXPECT_EQ(refused, 1);
}

TEST_F(AttacksOnALogin, ALoginLeadsNowhereElse) {
  const Running server(options_);
  for (const char* to :
       {"//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
        "/report/1@evil.example", "/report/1/../../evil", "/report/1%0d%0aSet-Cookie:%20x=1",
        "/report/1%0aX-Injected:%201", "/report/1?x=//evil.example", "/report/1#//evil.example", " /report/1",
        "/report/%E0%B9%91", "%2f%2fevil.example", "/report/1%00", "//report/1", "/report/1234567890123456789",
        "data:text/html,x"}) {
    const Answer answer = send(server.port(), request(std::string("POST /login?to=") + to, {kForm}, form(kToken)));
    expect_refused(server.port(), to, answer, {0, 303, 400});
    if (answer.status == 303) {
      EXPECT_TRUE(RE2::PartialMatch(answer.head, R"(\nlocation: /(?:report/\d+)?\r)")) << to << ": " << answer.head;
    }
  }
}

TEST_F(AttacksOnSessions, NobodyRisesAboveTheirRole) {
  const Running server(options_);
  const auto reader = in(server.port(), "reader");
  const auto evaluator = in(server.port(), "evaluator");
  const auto lead = in(server.port(), "lead");
  const std::string before = kept();
  const auto raw = [&](Browser& browser, const std::string& line, json body,
                       const std::vector<std::string>& more = {}) {
    const json session = browser.get("session");
    std::vector<std::string> headers = {"Cookie: " + browser.headers().begin()->second,
                                        "X-CSRF-Token: " + session["csrf_token"].get<std::string>(),
                                        "Content-Type: application/json"};
    headers.insert(headers.end(), more.begin(), more.end());
    if (!body.is_null()) body["database"] = session["database"];
    return send(server.port(), request(line, headers, body.is_null() ? "" : body.dump()));
  };
  const json one = lead->get(at());
  const json& finding = one["findings"][0];
  const json decision = {{"status", "confirmed"}, {"note", ""}, {"key", finding["key"]}, {"version", 0}};
  const std::string decide = "POST /api/v1/findings/" + finding["id"].dump() + "/decision";
  const std::string assign = "POST /api/v1/submissions/assignment";
  const json assignment = {{"reviewers", {"มานะ"}}, {"digest", lead->get("submissions/selection")["digest"]}};
  const json shared = {{"name", "ก"}, {"page", "findings"}, {"query", ""}, {"shared", true}};
  for (const auto& [who, line, body, allowed] : std::vector<std::tuple<Browser*, std::string, json, std::vector<int>>>{
           {reader.get(), decide, decision, {403}},
           {reader.get(), decide + "?role=admin", decision, {403}},
           {reader.get(), decide + "/", decision, {403, 404}},
           {reader.get(), "POST /api/v1//findings/" + finding["id"].dump() + "/decision", decision, {403, 404}},
           {reader.get(), "POST /api/v1/views", shared, {403}},
           {reader.get(), "POST " + at("/letter").insert(0, "/api/v1/"), json::object(), {403}},
           {evaluator.get(), assign, assignment, {403}},
           {evaluator.get(), assign + "?who=lead", assignment, {403}},
           {evaluator.get(), "POST /api/v1/views", shared, {422}},
           {evaluator.get(), "POST /api/v1/history/1/undo", json::object(), {403}},
           {evaluator.get(), "POST /api/v1/second-readings/sample", {{"share", 100}, {"reviewers", {"มานะ"}}}, {403}},
           {evaluator.get(), "GET /api/v1/logins", nullptr, {403}},
           {evaluator.get(), "GET /api/v1/submissions/selection", nullptr, {403}},
           {lead.get(), "GET /api/v1/logins", nullptr, {403}},
           {lead.get(), "GET /api/v1/logins?role=admin", nullptr, {403}},
           {lead.get(), "HEAD /api/v1/logins", nullptr, {403}},
           {lead.get(), "GET /api/v1/logins/", nullptr, {404}},
           {lead.get(), "GET /api/v1/relations/login", nullptr, {404}}}) {
    expect_refused(server.port(), line, raw(*who, line, body), allowed);
    if (line.starts_with("POST"))
      expect_refused(server.port(), line + " as another role",
                     raw(*who, line, body, {"X-Role: admin", "X-HTTP-Method-Override: GET"}), allowed);
  }
  EXPECT_EQ(kept(), before);
  json named = decision;  // a change is its session's, whoever it names
  named["who"] = named["author"] = named["decided_by"] = "admin";
  EXPECT_EQ(raw(*evaluator, decide, named).status, 200);
  EXPECT_EQ(lead->get("history")["rows"][0]["who"], "evaluator");
}

}  // namespace
}  // namespace prongsai::review
