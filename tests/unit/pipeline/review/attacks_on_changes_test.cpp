// Attacks by what a change says, from a reviewer who is logged in and may do everything: values of other types, numbers
// beyond bounds, texts that are none; and changes that another site would have her make. Each request is accepted as it
// should be at the end, so that what was refused was refused for what was wrong with it.
#include <limits>

#include "tests/unit/pipeline/review/attack_server.hpp"

namespace prongsai::review {
namespace {

// A change and a body that is right.
struct Form {
  std::string path;
  json good;
};

class AttacksOnChanges : public AttackedDesk {
 protected:
  static std::string host_and(const Browser& browser) {
    std::string lines;
    for (const auto& [name, value] : browser.headers()) lines += name + ": " + value;
    return lines;
  }

  // The forms of all changes, as the page would fill them in now.
  std::vector<Form> forms(Browser& browser) const {
    const json one = browser.get(at());
    const json& finding = one["findings"][0];
    const json& cell = one["cells"][0];
    const json& score = one["scores"][0];
    const json& issue = one["issues"][0];
    const json& table = one["tables"][0];
    const auto of = [](const json& row, json body) {
      body["key"] = row["key"];
      body["version"] = row["version"];
      return body;
    };
    const auto part = [&](const json& row, const char* name, json value) {
      return of(row["fields"][name], {{"value", std::move(value)}});
    };
    const auto number = [](const json& row) { return row["id"].dump(); };
    return {
        {"findings/" + number(finding) + "/decision", of(finding, {{"status", "confirmed"}, {"note", "ก"}})},
        {"cells/" + number(cell) + "/correction", of(cell, {{"text", "ก"}})},
        {"scores/" + number(score) + "/correction", of(score, {{"value", 99.5}})},
        {"scores/" + number(score) + "/grade", part(score, "grade", "A")},
        {"scores/" + number(score) + "/rank", part(score, "rank", 4)},
        {"scores/" + number(score) + "/subject", part(score, "subject", "item O29")},
        {"scores/" + number(score) + "/fiscal_year", part(score, "fiscal_year", 2567)},
        {"scores/" + number(score) + "/agency", part(score, "agency", "เทศบาลเมืองธารทิพย์")},
        {at("/scores"),
         {{"subject", "ITA"}, {"value", 91.5}, {"unit", "points"}, {"key", one["final_key"]}, {"version", 0}}},
        {at("/issues"), {{"issue_no", 7}, {"key", one["final_key"]}, {"version", 0}}},
        {"issues/" + number(issue) + "/title", part(issue, "title", "ชื่อ")},
        {"issues/" + number(issue) + "/timeframe", part(issue, "timeframe", "ต.ค. ๒๕๖๗")},
        {at("/facts/agency"), part(one, "agency", "เทศบาลเมืองธารทิพย์")},
        {at("/facts/fiscal_year"), part(one, "fiscal_year", 2566)},
        {at("/facts/item_code"), part(one, "item_code", "O35")},
        {"tables/" + number(table) + "/issue_no", part(table, "issue_no", 5)},
        {"tables/" + number(table) + "/column/1", part(table, "column/1", "improvement")},
        {"tables/" + number(table) + "/row/1", part(table, "row/1", nullptr)},
        {at("/findings"),
         {{"severity", "error"},
          {"message", "ก"},
          {"issue_no", 2},
          {"page_no", 2},
          {"x0", 1.0},
          {"y0", 2.0},
          {"x1", 30.0},
          {"y1", 40.0},
          {"key", one["final_key"]},
          {"version", 0}}},
        {at("/final-score"), {{"score", 50}, {"key", one["final_key"]}, {"version", one["final_version"]}}},
        {"views", {{"name", "ก"}, {"page", "findings"}, {"query", "code=x"}, {"shared", false}}},
        {"submissions/assignment",
         {{"reviewers", json::array({options_.who})}, {"digest", browser.get("submissions/selection")["digest"]}}},
    };
  }

  // What must not be taken for the value that is right.
  static std::vector<json> wrong_for(const std::string& name, const json& right) {
    const json deep = json::parse(std::string(2000, '[') + std::string(2000, ']'));
    std::vector<json> wrong = {json::array(), json::object(), json::array({right}), json{{"value", right}}, deep};
    const auto add = [&](const std::vector<json>& more) { wrong.insert(wrong.end(), more.begin(), more.end()); };
    const bool may_be_null = name == "value" || name == "score" || name == "issue_no" || name == "page_no";
    if (!may_be_null) wrong.emplace_back(nullptr);
    if (right.is_string()) add({7, 7.5, true, std::string(30'000, 'x')});
    if (right.is_number())
      add({"7", true, 1e300, -1e300, json::parse("9223372036854775808"), json::parse("-9223372036854775808"),
           json::parse("18446744073709551615"), 2147483648, "", "0x1"});
    if (right.is_number_integer()) add({1.5, -0.5});
    if (right.is_boolean()) add({"true", 1, 0});
    if (right.is_null()) add({false, 0, "null", 7});
    if (right.is_array())
      return {nullptr, "x", 7, json::array({7}), json::array({nullptr}), json::array({"nobody"}), deep};
    return wrong;
  }
};

TEST_F(AttacksOnChanges, ValuesOfOtherTypesAndBeyondBoundsAreNotTaken) {
  const Running server(options_);
  Browser browser(server.port());
  const json session = browser.get("session");
  const std::string csrf = session["csrf_token"];
  const auto post = [&](const std::string& path, const json& body) {
    return send(server.port(),
                request("POST /api/v1/" + path,
                        {host_and(browser), "X-CSRF-Token: " + csrf, "Content-Type: application/json"}, body.dump()));
  };
  std::vector<Form> all = forms(browser);
  const std::string before = kept();
  for (Form& form : all) form.good["database"] = session["database"];
  for (const Form& form : all) {
    for (const auto& [name, right] : form.good.items()) {
      for (const json& wrong : wrong_for(name, right)) {
        const bool is_new = form.path == at("/findings") || form.path == at("/scores") ||
                            form.path == at("/issues");  // its version is not looked at
        if (is_new && name == "version" && (wrong == 2147483648 || wrong == std::numeric_limits<std::int64_t>::min()))
          continue;
        json body = form.good;
        body[name] = wrong;
        const std::string said = form.path + " " + name + " = " + wrong.dump().substr(0, 60);
        expect_refused(server.port(), said, post(form.path, body), {400, 409, 410, 422});
      }
      json body = form.good;
      body.erase(name);
      if (name == "issue_no" || name == "page_no") continue;  // none need be named
      expect_refused(server.port(), form.path + " without " + name, post(form.path, body), {400, 410, 422});
    }
  }
  EXPECT_EQ(kept(), before);
  for (const Form& form : forms(browser)) {  // each row anew: a change may move the others' versions
    json now;
    for (Form& fresh : all = forms(browser)) {
      if (fresh.path == form.path) now = fresh.good;
    }
    now["database"] = session["database"];
    EXPECT_EQ(post(form.path, now).status, 200) << form.path << " as it is right: " << post(form.path, now).body;
  }
}

TEST_F(AttacksOnChanges, TextsThatAreNoneAreNotTaken) {
  const Running server(options_);
  Browser browser(server.port());
  const json session = browser.get("session");
  const json finding = browser.get(at())["findings"][0];
  const std::string rest = R"(","status":"confirmed","key":")" + finding["key"].get<std::string>() +
                           R"(","version":0,"database":")" + session["database"].get<std::string>() + "\"}";
  const std::string before = kept();
  const std::vector<std::pair<const char*, std::string>> notes = {
      {"half a pair", "\\ud800"},
      {"the other half", "\\udc00"},
      {"a byte that is no letter", "\xff\xfe"},
      {"a letter written too long", "\xc0\xaf"},
      {"half a letter", "\xe0\xb8"},
      {"a surrogate in bytes", "\xed\xa0\x80"},
      {"beyond all letters", "\xf4\x90\x80\x80"},
      {"a bare control", "\x01"},
      {"a bare line end", "\n"},
      {"an escape that is none", "\\x41"},
  };
  const auto post = [&](const std::string& body, const std::string& type = "application/json") {
    return send(server.port(), request("POST /api/v1/findings/" + finding["id"].dump() + "/decision",
                                       {host_and(browser), "X-CSRF-Token: " + session["csrf_token"].get<std::string>(),
                                        "Content-Type: " + type},
                                       body));
  };
  for (const auto& [name, note] : notes) expect_refused(server.port(), name, post("{\"note\":\"" + note + rest), {400});
  const std::string good = "{\"note\":\"ก" + rest;
  std::string wide;  // as another encoding writes it
  for (const char c : good) wide += {c, '\0'};
  const std::vector<std::pair<const char*, std::string>> bodies = {
      {"nothing", " "},
      {"no object", "[]"},
      {"a number", "7"},
      {"half a body", good.substr(0, 40)},
      {"more than one", good + good},
      {"a comment", "/* */" + good},
      {"not a number", "{\"version\":NaN" + good.substr(1)},
      {"two bytes a letter", wide},
      {"a deep pit", std::string(400'000, '[')},
      {"a deep pit with a way out", std::string(400'000, '[') + std::string(400'000, ']')},
      {"objects in objects",
       [] {
         std::string deep;
         for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
         return deep;
       }()},
      {"a number of many digits", "{\"version\":" + std::string(500'000, '9') + "," + good.substr(1)},
  };
  for (const auto& [name, body] : bodies) expect_refused(server.port(), name, post(body), {400, 410, 422});
  for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "",
                           "text/plain; application/json", "text/json", "application/jsonp"})
    expect_refused(server.port(), type, post(good, type), {400, 413, 415});
  EXPECT_EQ(kept(), before);
  EXPECT_EQ(post(good).status, 200);
}

TEST_F(AttacksOnChanges, DepthsInsideAValueAreNotTaken) {
  const Running server(options_);
  Browser browser(server.port());
  const json session = browser.get("session");
  const std::string before = kept();
  const std::string deep = std::string(400'000, '[') + std::string(400'000, ']');
  for (Form& form : forms(browser)) {
    for (const auto& [name, right] : form.good.items()) {
      json body = form.good;
      body["database"] = session["database"];
      body[name] = "DEEP";
      std::string bytes = body.dump();
      bytes.replace(bytes.find("\"DEEP\""), 6, deep);
      expect_refused(server.port(), form.path + " " + name + " 400,000 deep",
                     send(server.port(), request("POST /api/v1/" + form.path,
                                                 {host_and(browser), "Content-Type: application/json",
                                                  "X-CSRF-Token: " + session["csrf_token"].get<std::string>()},
                                                 bytes)),
                     {400, 410, 422});
    }
  }
  EXPECT_EQ(kept(), before);
}

TEST_F(AttacksOnChanges, AnotherSiteMakesNoneOfThem) {
  const Running server(options_);
  Browser browser(server.port());
  Browser other(server.port());
  const std::string csrf = browser.get("session")["csrf_token"];
  const std::string others = other.get("session")["csrf_token"];
  const std::string cookie = host_and(browser);
  const std::string json_type = "Content-Type: application/json";
  const std::string before = kept();
  std::vector<Form> all = forms(browser);
  for (const char* path :
       {"undo", "history/1/undo", "findings/decision", "letters/sent", "second-readings/sample", "submissions/1/second",
        "submissions/1/second/finish", "submissions/1/letter", "logout", "views/0123456789abcdef/remove"})
    all.push_back({path, json::object()});
  const std::string database = browser.get("session")["database"];
  for (Form& form : all) {
    form.good["database"] = database;
    const std::string line = "POST /api/v1/" + form.path;
    const std::string body = form.good.dump();
    const std::vector<std::pair<std::string, std::vector<std::string>>> ways = {
        {" without a token", {cookie, json_type}},
        {" with another session's token", {cookie, json_type, "X-CSRF-Token: " + others}},
        {" with a token and no session", {json_type, "X-CSRF-Token: " + csrf}},
        {" with half a token", {cookie, json_type, "X-CSRF-Token: " + csrf.substr(0, 32)}},
    };
    for (const auto& [name, headers] : ways)
      expect_refused(server.port(), form.path + name, send(server.port(), request(line, headers, body)), {403});
    expect_refused(
        server.port(), form.path + " as a form of another page",
        send(server.port(), request(line, {cookie, "X-CSRF-Token: " + csrf, "Content-Type: text/plain"}, body)), {415});
    expect_refused(server.port(), form.path + " with the token in the address",
                   send(server.port(), request(line + "?csrf_token=" + csrf, {cookie, json_type}, body)), {403});
  }
  EXPECT_EQ(kept(), before);
}

}  // namespace
}  // namespace prongsai::review
