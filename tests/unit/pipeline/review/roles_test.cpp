// Accounts: who gets in, what each role may do on every route, how long a session lasts.
#include <re2/re2.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>

#include "pipeline/review/server/login_gate.hpp"
#include "tests/unit/pipeline/review/accounts_desk.hpp"

namespace prongsai::review {
namespace {

class RolesTest : public WithAccounts<DeskTest> {};

// What every route needs. A route that is not here fails the test.
const std::map<std::string, Right>& rights() {
  static const std::map<std::string, Right> all = {
      {"GET /", Right::read},
      {"GET /login", Right::anyone},
      {"POST /login", Right::anyone},
      {"GET /favicon.ico", Right::anyone},
      {"GET /assets/login.js", Right::anyone},
      {"GET /assets/style.css", Right::anyone},
      {"GET /assets/app.js", Right::read},
      {"GET /report/1", Right::read},
      {"GET /report/1.docx", Right::read},
      {"GET /letter/0123456789abcdef", Right::read},
      {"GET /letter/0123456789abcdef.docx", Right::read},
      {"GET /api/v1/office", Right::read},
      {"GET /api/v1/export/csv", Right::read},
      {"GET /api/v1/letters", Right::read},
      {"GET /api/v1/letters/selection", Right::read},
      {"POST /api/v1/letters/sent", Right::review},
      {"GET /api/v1/views", Right::read},
      {"POST /api/v1/views", Right::review},
      {"POST /api/v1/views/0123456789abcdef/remove", Right::review},
      {"GET /api/v1/second-readings", Right::read},
      {"GET /api/v1/second-readings/selection", Right::lead},
      {"POST /api/v1/second-readings/sample", Right::lead},
      {"POST /api/v1/submissions/1/second", Right::review},
      {"POST /api/v1/submissions/1/second/finish", Right::review},
      {"GET /api/v1/submissions/1/letter", Right::read},
      {"POST /api/v1/submissions/1/letter", Right::review},
      {"GET /api/v1/openapi.json", Right::read},
      {"GET /api/v1/session", Right::read},
      {"GET /api/v1/overview", Right::read},
      {"GET /api/v1/facets", Right::read},
      {"GET /api/v1/submissions", Right::read},
      {"GET /api/v1/submissions/1", Right::read},
      {"GET /api/v1/next", Right::read},
      {"GET /api/v1/submissions/1/pages/1.png", Right::read},
      {"GET /api/v1/submissions/1/pages/1/text", Right::read},
      {"GET /api/v1/submissions/1/original", Right::read},
      {"GET /api/v1/submissions/1/published", Right::read},
      {"GET /api/v1/submissions/1/published.png", Right::read},
      {"GET /assets/thai.woff2", Right::anyone},
      {"GET /api/v1/search", Right::read},
      {"GET /api/v1/relations/finding", Right::read},
      {"GET /api/v1/history", Right::read},
      {"GET /api/v1/undo", Right::read},
      {"GET /api/v1/findings", Right::read},
      {"GET /api/v1/findings/causes", Right::read},
      {"GET /api/v1/findings/selection", Right::read},
      {"GET /api/v1/reviewers", Right::read},
      {"GET /api/v1/submissions/selection", Right::lead},
      {"GET /api/v1/logins", Right::admin},
      {"POST /api/v1/undo", Right::review},
      {"POST /api/v1/findings/decision", Right::review},
      {"POST /api/v1/findings/1/decision", Right::review},
      {"POST /api/v1/cells/1/correction", Right::review},
      {"POST /api/v1/scores/1/correction", Right::review},
      {"POST /api/v1/scores/1/grade", Right::review},
      {"POST /api/v1/issues/1/title", Right::review},
      {"POST /api/v1/submissions/1/facts/agency", Right::review},
      {"POST /api/v1/tables/1/issue_no", Right::review},
      {"POST /api/v1/submissions/1/findings", Right::review},
      {"POST /api/v1/submissions/1/scores", Right::review},
      {"POST /api/v1/submissions/1/issues", Right::review},
      {"POST /api/v1/scores/1/removal", Right::review},
      {"POST /api/v1/issues/1/removal", Right::review},
      {"POST /api/v1/submissions/1/waiting/keep", Right::review},
      {"POST /api/v1/submissions/1/final-score", Right::review},
      {"POST /api/v1/history/1/undo", Right::lead},
      {"POST /api/v1/submissions/assignment", Right::lead},
      {"POST /api/v1/logout", Right::read},
  };
  return all;
}

TEST_F(RolesTest, EveryRouteIsInTheTable) {
  const Server server(options_);
  for (const Route& route : server.routes()) {
    const RE2 pattern(route.pattern);
    const bool is_there = std::any_of(rights().begin(), rights().end(), [&](const auto& entry) {
      const std::string path = entry.first.substr(entry.first.find(' ') + 1);
      return entry.first.starts_with(route.method + " ") && RE2::FullMatch(path, pattern) &&
             entry.second == route.right;
    });
    EXPECT_TRUE(is_there) << route.method << ' ' << route.pattern;
  }
  EXPECT_EQ(server.routes().size(), rights().size());
}

TEST_F(RolesTest, EveryRoleMeetsEveryRoute) {
  const Running server(options_);
  for (const Role role : {Role::reader, Role::evaluator, Role::lead, Role::admin}) {
    for (const auto& [name, right] : rights()) {
      if (name == "POST /api/v1/logout" || name == "POST /login") continue;
      const auto browser = in(server.port(), store::name_of(role));
      const std::string path = name.substr(name.find(' ') + 1);
      const bool reads = name.starts_with("GET ");
      httplib::Headers headers = browser->headers();
      if (!reads) headers.emplace("X-CSRF-Token", browser->get("session")["csrf_token"].get<std::string>());
      const auto answer = reads ? browser->client().Get(path, headers)
                                : browser->client().Post(path, headers, "{}", "application/json");
      ASSERT_TRUE(answer) << name;
      EXPECT_EQ(answer->status == 403, !may(role, right))
          << store::name_of(role) << ' ' << name << ' ' << answer->status;
      EXPECT_NE(answer->status, 401) << name;
    }
  }
}

TEST_F(RolesTest, WithoutALoginNothingIsShown) {
  const Running server(options_);
  httplib::Client client("127.0.0.1", server.port());
  for (const auto& [name, right] : rights()) {
    const std::string path = name.substr(name.find(' ') + 1);
    if (right == Right::anyone) continue;
    const auto answer = name.starts_with("GET ") ? client.Get(path) : client.Post(path, "{}", "application/json");
    ASSERT_TRUE(answer) << name;
    EXPECT_EQ(answer->status, path.starts_with("/api/") ? 401 : 302) << name;
  }
  EXPECT_EQ(client.Get("/")->get_header_value("Location"), "/login");
  EXPECT_EQ(client.Get("/report/1")->get_header_value("Location"), "/login?to=/report/1");
}

TEST_F(RolesTest, NameAndPasswordOpenTheDeskAndLeadBack) {
  const Running server(options_);
  Browser browser(server.port());
  EXPECT_EQ(log_in(browser, "lead", "wrong password"), 403);
  EXPECT_EQ(log_in(browser, "nobody"), 403);
  EXPECT_EQ(log_in(browser, "lead"), 303);
  EXPECT_EQ(browser.get("session")["role"], "lead");
  for (const auto& [to, place] :
       {std::pair{"/report/1", "/report/1"}, {"//evil.example/", "/"}, {"/report/1/..", "/"}}) {
    const auto answer =
        browser.client().Post(std::string("/login?to=") + to, httplib::Params{{"who", "lead"}, {"token", kPassword}});
    EXPECT_EQ(answer->get_header_value("Location"), place) << to;
  }
  const auto admin = in(server.port(), "admin");
  const json logins = admin->get("logins")["rows"];
  EXPECT_EQ(logins[logins.size() - 1]["succeeded"], false);
  EXPECT_EQ(logins[0]["name"], "lead");
}

TEST_F(RolesTest, GuessingOneNameStopsNobodyElse) {
  const Running server(options_);
  Browser browser(server.port());
  for (int i = 0; i < LoginGate::kFailures; ++i) EXPECT_EQ(log_in(browser, "lead", "guess"), 403);
  EXPECT_EQ(log_in(browser, "lead"), 429);
  EXPECT_EQ(log_in(browser, "มานะ"), 303);
}

TEST_F(RolesTest, ASessionOutlivesTheServerAndEndsWithItsAccount) {
  std::unique_ptr<Browser> browser;
  options_.port = [&] {
    const Running server(options_);
    browser = in(server.port(), "มานะ");
    EXPECT_EQ(browser->get("session")["who"], "มานะ");
    return server.port();
  }();
  const Running server(options_);
  const json one = browser->get(at());
  browser->decide(one["findings"][0], "confirmed");
  store::Accounts accounts(file());
  accounts.set_role("มานะ", Role::reader);
  EXPECT_EQ(browser->get(at())["read_only"], true) << "at once";
  accounts.remove("มานะ");
  browser->get("overview", 401);
}

TEST_F(RolesTest, SessionsSlideAndEnd) {
  store::Accounts accounts(file());
  Sessions sessions(&accounts);
  const auto start = Sessions::Clock::now();
  const std::string id = sessions.open("มานะ", Role::reader, start).id;
  auto now = start;
  for (int hour = 0; hour < 29 * 24; hour += 11) {
    now = start + std::chrono::hours(hour);
    ASSERT_TRUE(sessions.find(id, now)) << hour;
  }
  EXPECT_FALSE(sessions.find(id, now + std::chrono::hours(13))) << "twelve hours without a request";
  EXPECT_FALSE(sessions.find(id, start + std::chrono::hours(31 * 24)));
  EXPECT_FALSE(sessions.find("another", now));
  accounts.set_password("มานะ", hashed());
  EXPECT_FALSE(sessions.find(id, now)) << "a new password ends what the old one opened";
}

TEST_F(RolesTest, NoSecretStandsInTheFile) {
  std::string id;
  {
    store::Accounts accounts(file());
    id = Sessions(&accounts).open("มานะ", Role::reader).id;
  }
  std::ifstream in(file(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_THAT(bytes, Not(HasSubstr(id)));
  EXPECT_THAT(bytes, Not(HasSubstr(kPassword)));
  EXPECT_THAT(bytes, HasSubstr("$argon2id$v=19$m=65536,t=3,p=1$"));
  struct stat about {};
  ASSERT_EQ(stat(file().c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  fs::permissions(file(), fs::perms::others_read, fs::perm_options::add);
  EXPECT_THROW(Server{options_}, std::runtime_error) << "others can read it";
}

TEST_F(RolesTest, AccountsThatAreGoneOpenNothing) {
  fs::remove(file());
  EXPECT_THROW(Server{options_}, std::runtime_error);
  {
    store::Store store(options_.db, store::Open::existing);
    store::set_wants_accounts(store, false);
  }
  const Running server(options_);
  EXPECT_EQ(Browser(server.port()).get("session")["role"], "admin");
}

TEST_F(RolesTest, AccountsAndATokenDoNotMix) {
  options_.token = "a-token-of-the-test-0123456789";
  EXPECT_THROW(Server{options_}, std::runtime_error);
  options_.token.clear();
  options_.listen = "0.0.0.0";
  const Running server(options_);
}

TEST_F(RolesTest, UndoIsOnesOwnUnlessOneLeads) {
  const Running server(options_);
  const auto first = in(server.port(), "evaluator");
  const auto second = in(server.port(), "มานะ");
  const auto lead = in(server.port(), "lead");
  first->decide(first->get(at())["findings"][0], "confirmed");
  EXPECT_EQ(second->get("undo"), json::object());
  const std::string change = first->get("undo")["change"].dump();
  second->post("undo", {{"change", std::stoll(change)}}, 409);
  second->post("history/" + change + "/undo", json::object(), 403);
  EXPECT_EQ(lead->post("history/" + change + "/undo", json::object())["taken_back"], 1);
  EXPECT_EQ(first->get(at())["findings"][0]["status"], "open");
  const json log = lead->get("history")["rows"];
  EXPECT_EQ(log[0]["who"], "lead");
  EXPECT_EQ(log[1]["undone"], 1);
  lead->post("history/" + change + "/undo", json::object(), 409);
  lead->post("history/" + log[0]["id"].dump() + "/undo", json::object(), 422);
  lead->post("history/999/undo", json::object(), 422);
}

TEST_F(RolesTest, ViewsAreOnesOwnUnlessALeadSharesThem) {
  const Running server(options_);
  const auto [lead, mana, other] =
      std::tuple{in(server.port(), "lead"), in(server.port(), "มานะ"), in(server.port(), "evaluator")};
  const auto view = [](const char* name, bool shared) {
    return json{{"name", name}, {"page", "submissions"}, {"query", "decision=open&sort=error"}, {"shared", shared}};
  };
  mana->post("views", view("ของมานะ", false));
  mana->post("views", view("ของทุกคน", true), 422);
  mana->post("views", view("  ", false), 422);
  lead->post("views", view("ของทุกคน", true));
  lead->post("views", view("ของทุกคน", true));  // once more: the same one
  EXPECT_EQ(mana->get("views")["rows"].size(), 2);
  const json seen = other->get("views")["rows"];
  ASSERT_EQ(seen.size(), 1);
  EXPECT_EQ(seen[0]["owner"], "lead");
  const std::string shared = "views/" + seen[0]["key"].get<std::string>() + "/remove";
  other->post(shared, json::object(), 422);
  const json mine = mana->get("views")["rows"][0];
  lead->post("views/" + mine["key"].get<std::string>() + "/remove", json::object(), 422);
  lead->post(shared, json::object());
  EXPECT_EQ(mana->get("views")["rows"].size(), 1);
}

TEST_F(RolesTest, WorkIsAssignedByFilterAndStaysOverANewFile) {
  const Running server(options_);
  const auto lead = in(server.port(), "lead");
  const json chosen = lead->get("submissions/selection?year=2567");
  EXPECT_EQ(chosen["submissions"], 1);
  lead->post("submissions/assignment?year=2567", {{"reviewers", {"nobody"}}, {"digest", chosen["digest"]}}, 422);
  lead->post("submissions/assignment?year=2560", {{"reviewers", {"มานะ"}}, {"digest", chosen["digest"]}}, 409);
  lead->post("submissions/assignment?year=2567", {{"reviewers", {"มานะ"}}, {"digest", chosen["digest"]}});
  EXPECT_EQ(lead->get("submissions?assigned=%E0%B8%A1%E0%B8%B2%E0%B8%99%E0%B8%B0&decision=open")["total"], 1);
  EXPECT_EQ(lead->get("submissions?assigned=none")["total"], 0);
  {
    store::Store store(options_.db, store::Open::existing);
    const Submission given = samples::submission((folder_ / "one.pdf").string(), "other bytes");
    EXPECT_EQ(store.save({given, samples::record(), samples::judgement(), "judge-1",
                          store::ExtractionFacts{"0.1.0", "data-1"}}),
              id_);
  }
  const json reviewers = lead->get("reviewers")["rows"];
  const auto mana =
      std::find_if(reviewers.begin(), reviewers.end(), [](const json& row) { return row["name"] == "มานะ"; });
  ASSERT_NE(mana, reviewers.end());
  EXPECT_EQ((*mana)["assigned"], 1);
  EXPECT_EQ((*mana)["open_reports"], 1);
  EXPECT_EQ((*mana)["unscored"], 1);
  lead->post("submissions/assignment",
             {{"reviewers", json::array()}, {"digest", lead->get("submissions/selection")["digest"]}});
  EXPECT_EQ(lead->get("submissions?assigned=none")["total"], 1);
}

}  // namespace
}  // namespace prongsai::review
