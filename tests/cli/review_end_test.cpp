// `prongsai review` from the command line: where it may not listen, and how it ends.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "pipeline/store/store.hpp"
#include "tests/cli/review_program.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class ReviewEndTest : public testing::Test {
 protected:
  ReviewEndTest() {
    store::Store store(db(), store::Open::create);
    store.save({samples::submission("/a/one.pdf"), samples::record(), samples::judgement(), "judge-1",
                store::ExtractionFacts{"0.1.0", "data-1"}});
  }
  [[nodiscard]] std::string db() const { return folder_.path() / "year.db"; }

  Outcome refused(const std::vector<std::string>& more, User user = User::own) {
    std::vector<std::string> arguments = {"review", "--db", db()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Program(folder_.path(), arguments, user).finish();
  }

  samples::TempFolder folder_;
};

json body_of(const std::string& answer) {
  return json::parse(answer.substr(std::min(answer.find("\r\n\r\n"), answer.size())), nullptr, false);
}

TEST_F(ReviewEndTest, WhereItCannotListenIsTold) {
  const std::string token = folder_.write("token.txt", "a-token-of-the-test-0123456789\n");
  std::filesystem::permissions(token, std::filesystem::perms::owner_read);
  const auto foreign = refused({"--listen", "192.0.2.1", "--port", "0", "--token-file", token});  // of RFC 5737
  EXPECT_EQ(foreign.status, 5);
  EXPECT_EQ(foreign.err,
            "prongsai: cannot listen on 192.0.2.1:0: this is no address of this machine; --listen takes one of its "
            "own\n");
  const auto unknown = refused({"--listen", "no.such.host.invalid", "--token-file", token});
  EXPECT_EQ(unknown.status, 5);
  EXPECT_THAT(unknown.err, HasSubstr("cannot listen on no.such.host.invalid:8080: there is no such address ("));

  ReviewProgram first(folder_.path(), db());
  const std::string port = std::to_string(first.port());
  const std::filesystem::path other = folder_.path() / "other";  // the first one's words stay where they are
  std::filesystem::create_directory(other);
  const auto taken = Program(other, {"review", "--db", db(), "--port", port}).finish();
  EXPECT_EQ(taken.status, 5);
  EXPECT_EQ(taken.err, "prongsai: cannot listen on 127.0.0.1:" + port +
                           ": another program listens there; choose another --port, or 0 for any that is free\n");
  EXPECT_EQ(first.end(SIGTERM).status, 0);
}

TEST_F(ReviewEndTest, APortThatNeedsARightIsTold) {
  int first_free = 0;
  std::ifstream("/proc/sys/net/ipv4/ip_unprivileged_port_start") >> first_free;
  if (first_free < 81) GTEST_SKIP() << "on this machine everybody may listen on port 80";
  std::filesystem::permissions(db(), std::filesystem::perms(0666));
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0777));
  const Outcome outcome = refused({"--port", "80"}, User::without_rights);
  if (outcome.status > 100) GTEST_SKIP() << "another user may not run the program where it lies";
  EXPECT_EQ(outcome.status, 5);
  EXPECT_EQ(outcome.err,
            "prongsai: cannot listen on 127.0.0.1:80: this user may not listen on a port as low; choose a --port above "
            "1023, and let a web server in front take 80 and 443 (--base-url)\n");
}

TEST_F(ReviewEndTest, AnInterruptEndsItCleanly) {
  for (const int signal : {SIGINT, SIGTERM}) {
    ReviewProgram review(folder_.path(), db());
    DeskClient idle(review.port());
    idle.ask("GET /api/v1/session");
    EXPECT_THAT(idle.answer(), HasSubstr("200 OK"));
    const Outcome outcome = review.end(signal);
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("\nprongsai: closing; changes in hand are saved first"));
    EXPECT_THAT(outcome.err, HasSubstr("\nprongsai: the review is closed; all that was saved is in the database\n"));
  }
  EXPECT_FALSE(std::filesystem::exists(db() + "-wal")) << "nothing is left beside the database";
}

// A change that waits for the database, which another program holds, when the interrupt comes.
class ReviewInHandTest : public ReviewEndTest {
 protected:
  void begin_a_change() {
    const DeskClient& client = client_;
    client.ask("GET /api/v1/session");
    const std::string answer = client.answer();
    const json session = body_of(answer);
    const auto cookie = answer.find("Set-Cookie: ") + 12;
    const std::string headers = "Cookie: " + answer.substr(cookie, answer.find(';', cookie) - cookie) +
                                "\r\nX-CSRF-Token: " + session["csrf_token"].get<std::string>() +
                                "\r\nContent-Type: application/json\r\n";
    client.ask("GET /api/v1/submissions/1");
    const json finding = body_of(client.answer())["findings"][0];
    other_.exec("BEGIN IMMEDIATE");
    client.ask("POST /api/v1/findings/" + finding["id"].dump() + "/decision", headers,
               json{{"status", "confirmed"},
                    {"note", ""},
                    {"key", finding["key"]},
                    {"version", finding["version"]},
                    {"database", session["database"]}}
                   .dump());
    // Requests are begun in the order of their coming: when this one is answered, the change is in hand.
    const DeskClient second(review_.port());
    second.ask("GET /api/v1/session");
    EXPECT_THAT(second.answer(), HasSubstr("200 OK"));
  }
  // Whether it has said so in answer to an interrupt.
  void interrupt_until(const std::string& words) {
    review_.program().send(SIGINT);
    while (content_of(folder_.path() / "stderr.txt").find(words) == std::string::npos && !review_.program().ended())
      usleep(20'000);
  }
  std::int64_t decisions() { return other_.execAndGet("SELECT count(*) FROM decision").getInt64(); }

  ReviewProgram review_{folder_.path(), db()};
  DeskClient client_{review_.port()};
  SQLite::Database other_{db(), SQLite::OPEN_READWRITE};
};

TEST_F(ReviewInHandTest, AnInterruptSavesAndAnswersTheChangeInHand) {
  begin_a_change();
  interrupt_until("closing;");
  other_.exec("ROLLBACK");
  EXPECT_THAT(client_.answer(), HasSubstr("200 OK"));
  EXPECT_EQ(review_.program().finish().status, 0);
  EXPECT_EQ(decisions(), 1);
}

TEST_F(ReviewInHandTest, TheSecondInterruptWaitsForNothing) {
  begin_a_change();
  interrupt_until("closing;");
  review_.program().send(SIGINT);
  const Outcome outcome = review_.program().finish();  // while the database is still held
  EXPECT_EQ(outcome.status, 130);
  EXPECT_THAT(outcome.err, HasSubstr("\nprongsai: ended at once; a change that was not answered may not be saved\n"));
  EXPECT_EQ(client_.answer(), "");
  other_.exec("ROLLBACK");
  EXPECT_EQ(decisions(), 0);
}

}  // namespace
}  // namespace prongsai::tests
