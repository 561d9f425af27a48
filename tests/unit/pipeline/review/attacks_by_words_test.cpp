// Attacks by words: those of a request that are looked for, and those of reports and reviewers that are shown.
#include "tests/unit/pipeline/review/attack_server.hpp"

namespace prongsai::review {
namespace {

class AttacksByWords : public AttackedDesk {
 protected:
  void change_database(const std::string& sql, const std::string& text) const {
    SQLite::Database database(options_.db.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement statement(database, sql);
    statement.bind(1, text);
    statement.exec();
  }
};

const std::vector<std::string>& words_for_the_database() {
  static const std::vector<std::string> words = {"' OR '1'='1",
                                                 "\" OR 1=1 --",
                                                 "1); DROP TABLE decision; --",
                                                 "' UNION SELECT sql FROM sqlite_master --",
                                                 "x') OR 1=1 --",
                                                 "%",
                                                 "\\",
                                                 std::string("a\0b", 3),
                                                 "\xff\xfe",
                                                 "?1",
                                                 ":x",
                                                 "1 OR 1=1"};
  return words;
}

TEST_F(AttacksByWords, WhatIsLookedForIsText) {
  const Running server(options_);
  const std::string before = kept();
  const auto total = [&](const std::string& path) {
    const Answer answer = send(server.port(), request("GET /api/v1/" + path));
    return answer.status == 200 ? json::parse(answer.body).value("total", -1) : -1;
  };
  ASSERT_EQ(total("submissions?year=2567"), 1);
  for (const std::string& word : words_for_the_database()) {
    const std::string encoded = percent_encoded(word);
    for (const char* name : {"office", "file", "province", "item", "layout", "status", "suggested", "assigned",
                             "letter", "reviewer", "code", "severity", "evidence", "kind"}) {
      for (const char* list : {"submissions?", "findings?"}) {
        const std::string path = std::string(list) + name + "=" + encoded;
        const Answer answer = send(server.port(), request("GET /api/v1/" + path));
        expect_refused(server.port(), path, answer, {200});
        EXPECT_EQ(json::parse(answer.body, nullptr, false).value("total", -1), 0) << path;
      }
    }
    for (const char* path :
         {"submissions?sort=", "submissions?sort=office&dir=", "submissions?final=", "findings?decision=",
          "overview?office=", "search?q=", "history?who=", "history?kind=", "findings/causes?code=",
          "findings/selection?code=", "letters/selection?office=", "submissions/selection?office=",
          "second-readings/selection?code=", "next?code=", "office?name=", "export/jsonl?office=", "letters?office="})
      expect_refused(server.port(), path + word, send(server.port(), request("GET /api/v1/" + (path + encoded))),
                     {200, 404, 422});
  }
  EXPECT_EQ(kept(), before);
}

constexpr const char* kMarkup = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onx='";
constexpr const char* kTurning = "\u202Efdp.\u2066exe\u200F\u061C";

// Everything that is told of a report as a page, as a document's XML or as JSON.
const std::vector<std::string>& stored_texts() {
  static const std::vector<std::string> columns = {"submission.agency",
                                                   "submission.source_path",
                                                   "submission.item_code",
                                                   "submission.layout",
                                                   "submission.error",
                                                   "submission.error_code",
                                                   "submission.published_url",
                                                   "submission.main_site",
                                                   "submission.manifest_agency",
                                                   "submission.manifest_item_code",
                                                   "submission.score_reason",
                                                   "submission.score_reason_en",
                                                   "submission.agency_from",
                                                   "finding.code",
                                                   "finding.item_code",
                                                   "finding.column_key",
                                                   "finding.message_th",
                                                   "finding.message_en",
                                                   "finding.evidence",
                                                   "finding.note",
                                                   "cell.text",
                                                   "cell.header_text",
                                                   "cell.column_key",
                                                   "issue.title",
                                                   "issue.timeframe",
                                                   "issue.limitation",

                                                   "score.grade",
                                                   "score.agency",
                                                   "score.quote",
                                                   "page.text",
                                                   "page.reason",
                                                   "paragraph.text",
                                                   "link.url",
                                                   "doubtful_word.text",
                                                   "doubtful_word.alternative",
                                                   "aside.text",
                                                   "damage.words",
                                                   "identity_candidate.value",
                                                   "identity_candidate.place",
                                                   "score_reading.words"};
  return columns;
}

TEST_F(AttacksByWords, WhatAReportHoldsIsTextToo) {
  const Running server(options_);
  change_database("UPDATE finding SET status = 'confirmed' WHERE ?1 <> ''", "x");
  int shown = 0;
  for (const std::string& column : stored_texts()) {
    const std::string table = column.substr(0, column.find('.'));
    const std::string name = column.substr(column.find('.') + 1);
    for (const std::string& text : {std::string(kMarkup), kTurning + std::string("\x01\x1b[31m")}) {
      change_database("UPDATE " + table + " SET " + name + " = ?1", text);
      for (const std::string& path : {"/report/" + std::to_string(id_), "/report/" + std::to_string(id_) + "?all=1"}) {
        const Answer answer = send(server.port(), request("GET " + path));
        expect_refused(server.port(), column + " in " + path, answer, {200});
        for (const char* sign :
             {"<script>alert", "<img", "\u202E", "\u2066", "\u200F", "\u061C", "\x01", "\x1b", "onx='"})
          EXPECT_THAT(answer.body, Not(HasSubstr(sign))) << column << " in " << path;
        shown += static_cast<int>(answer.body.find("&lt;script&gt;alert") != std::string::npos);
      }
      for (const std::string& path : {"/api/v1/" + at(), std::string("/api/v1/findings"),
                                      std::string("/api/v1/submissions"), std::string("/api/v1/relations/") + "cell"}) {
        const Answer answer = send(server.port(), request("GET " + path));
        expect_refused(server.port(), column + " in " + path, answer, {200});
        EXPECT_THAT(answer.head, HasSubstr("content-type: application/json\r\n")) << path;
        EXPECT_THAT(answer.head, HasSubstr("x-content-type-options: nosniff")) << path;
        EXPECT_TRUE(json::accept(answer.body)) << column << " in " << path;
      }
    }
  }
  EXPECT_GE(shown, 12) << "else no text was in its page at all";
}

TEST_F(AttacksByWords, NoNameOfAnOfficeOrFileIsAPath) {
  const Running server(options_);
  change_database("UPDATE finding SET status = 'dismissed' WHERE ?1 <> ''", "x");
  Browser browser(server.port());
  browser.score(browser.get(at()), 100);
  for (const std::string& name :
       {std::string("../../../etc/cron.d/x"), std::string("..\\..\\x"), std::string("C:\\x"),
        std::string("a\r\nX-Injected: 1"), std::string("a\0b", 3), std::string("\u202Efdp.exe"), std::string(3000, 'x'),
        std::string("a\"; filename=\"b.exe"), std::string("\x1b[2J"), std::string(".."), std::string("~/.ssh/x"),
        std::string("|id")}) {
    change_database("UPDATE submission SET agency = ?1", name);
    for (const std::string& path : {"/report/" + std::to_string(id_) + ".docx", std::string("/api/v1/letters")}) {
      const Answer answer = send(server.port(), request("GET " + path));
      expect_refused(server.port(), path + " of " + name, answer, {200});
      const auto from = answer.head.find("content-disposition: attachment; filename*=utf-8''");
      ASSERT_NE(from, std::string::npos) << path;
      const std::string line = answer.head.substr(from, answer.head.find("\r\n", from) - from);
      for (const char* sign : {"/", "\\", "..%2f", "%2f", "%5c", "%00", "%0d", "%0a", "%1b", "\"", "%e2%80%ae"})
        EXPECT_THAT(line, Not(HasSubstr(sign))) << path << " of " << name;
      for (const char* sign : {"../", "..\\", "\x1b[2J", "\u202E"})  // the archive's names are not packed
        EXPECT_THAT(answer.body.substr(0, 400), Not(HasSubstr(sign))) << path << " of " << name;
    }
  }
}

// With a token names are claims: what is kept of one breaks and turns no line of the log.
TEST_F(AttacksByWords, ANameIsOneLineOfLetters) {
  options_.token = "a-token-of-the-test-0123456789";
  const Running server(options_);
  for (const std::string& name :
       {std::string("   "), std::string("\t\n"), std::string("\u202Eกขค"), std::string("ก\x1b[31mข"),
        std::string("ก\nข"), std::string("ก\0ข", 7), std::string("\u200B\u200B"), std::string("\xff\xfe"),
        std::string(5000, 'x'), std::string("prongsai"), std::string("<b>ก</b>")}) {
    Browser browser(server.port());
    const Answer answer =
        send(server.port(), request("POST /login", {"Content-Type: application/x-www-form-urlencoded"},
                                    "who=" + percent_encoded(name) + "&token=" + options_.token));
    expect_refused(server.port(), "the name " + name, answer, {303, 403, 413});
    if (answer.status != 303) continue;
    const auto at = answer.head.find("set-cookie: ") + 12;
    const Answer session =
        send(server.port(),
             request("GET /api/v1/session", {"Cookie: " + answer.head.substr(at, answer.head.find(';', at) - at)}));
    const std::string who = json::parse(session.body)["who"];
    EXPECT_THAT(who, testing::MatchesRegex(".*[^ ].*"));
    EXPECT_LE(who.size(), 300U);
    for (const char* sign : {"\u202E", "\x1b", "\n", "\r", "\t"}) EXPECT_THAT(who, Not(HasSubstr(sign))) << name;
    EXPECT_EQ(who.find('\0'), std::string::npos);
    EXPECT_NE(who, "prongsai") << "that is what the program itself does";
  }
}

}  // namespace
}  // namespace prongsai::review
