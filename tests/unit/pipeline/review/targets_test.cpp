// A change lands on what its author saw, or nowhere.
#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/store/across_findings.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

using samples::finding;

class TargetsTest : public DeskTest {
 protected:
  // A file at a path, with these findings.
  std::int64_t save(const std::string& path, const std::string& sha256, const std::vector<Finding>& findings) {
    store::Store store(options_.db, store::Open::existing);
    Submission given = samples::submission((folder_ / path).string(), sha256);
    given.manifest.reset();
    Record record = samples::record();
    record.agency = path;
    return store.save({given, record, {findings, 50, "", ""}, "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
  }
  std::int64_t number(const std::string& sql) {
    store::Store store(options_.db, store::Open::existing);
    return store.database().execAndGet(sql).getInt64();
  }
};

// The reviewer has report b open; b is replaced by a file with fewer findings, and c arrives.
TEST_F(TargetsTest, AChangeNeverLandsInAnotherReport) {
  const std::int64_t b = save("b.pdf", "b1", {finding("wrong_year", "ก"), finding("empty_cell", "ข")});
  const Running server(options_);
  Browser browser(server.port());
  const json seen = browser.get("submissions/" + std::to_string(b));
  save("b.pdf", "b2", {});
  const std::int64_t c = save("c.pdf", "c1", {finding("grade_mismatch", "ค"), finding("empty_cell", "ง")});
  for (const json& each : seen["findings"]) browser.decide(each, "dismissed", 410);
  browser.change("cells/" + seen["cells"][0]["id"].dump() + "/correction", seen["cells"][0], {{"text", "x"}}, 410);
  browser.change("scores/" + seen["scores"][0]["id"].dump() + "/correction", seen["scores"][0], {{"value", 1}}, 410);
  browser.post("submissions/" + std::to_string(b) + "/final-score",
               {{"score", 100}, {"key", seen["final_key"]}, {"version", 0}}, 410);
  for (const std::int64_t id : {b, c}) {
    const json now = browser.get("submissions/" + std::to_string(id));
    for (const json& each : now["findings"]) EXPECT_EQ(each["status"], "open");
    EXPECT_TRUE(now["final_score"].is_null());
  }
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 0);
}

TEST_F(TargetsTest, NumbersAreNeverUsedAgain) {
  const std::int64_t last = number("SELECT max(id) FROM finding");
  const std::int64_t cell = number("SELECT max(id) FROM cell");
  save("one.pdf", "other", {});
  save("d.pdf", "d1", {finding("empty_cell", "ก")});
  EXPECT_GT(number("SELECT max(id) FROM finding"), last);
  EXPECT_GT(number("SELECT min(id) FROM cell"), cell);
}

TEST_F(TargetsTest, AFindingKeepsItsNumberWhenJudgedAgain) {
  const std::int64_t b = save("b.pdf", "b1", {finding("wrong_year", "ก"), finding("empty_cell", "ข")});
  const Running server(options_);
  Browser browser(server.port());
  const json before = browser.get("submissions/" + std::to_string(b))["findings"];
  {
    store::Store store(options_.db, store::Open::existing);
    store.save_judgement(b, {{finding("missing_issue", "ค"), finding("empty_cell", "ข")}, 50, "", ""}, "judge-2");
  }
  const json now = browser.get("submissions/" + std::to_string(b))["findings"];
  const auto number_of = [](const json& findings, const char* code) {
    for (const json& each : findings)
      if (each["code"] == code) return each["id"].get<std::int64_t>();
    return std::int64_t{0};
  };
  EXPECT_EQ(number_of(now, "empty_cell"), number_of(before, "empty_cell"));
  EXPECT_GT(number_of(now, "missing_issue"), number_of(before, "empty_cell"));
  browser.decide(before[0]["code"] == "empty_cell" ? before[0] : before[1], "confirmed");
  browser.decide(before[0]["code"] == "wrong_year" ? before[0] : before[1], "confirmed", 410);
}

TEST_F(TargetsTest, FindingsFromComparingKeepTheirNumbers) {
  const auto compare = [this](const std::vector<std::string>& words) {
    store::Store store(options_.db, store::Open::existing);
    store::AcrossFindings across(store);
    std::vector<Finding> findings;
    for (const std::string& word : words) findings.push_back(finding("near_duplicate", word));
    across.add(id_, findings);
    across.put_in_place("judge");
  };
  compare({"หนึ่ง", "สอง"});
  const std::int64_t two = number("SELECT id FROM finding WHERE across = 1 AND evidence = 'สอง'");
  compare({"สาม", "สอง"});
  EXPECT_EQ(number("SELECT id FROM finding WHERE across = 1 AND evidence = 'สอง'"), two);
  EXPECT_GT(number("SELECT id FROM finding WHERE across = 1 AND evidence = 'สาม'"), two);
  EXPECT_EQ(number("SELECT count(*) FROM finding WHERE across = 1"), 2);
}

TEST_F(TargetsTest, AChangeMadeOnAnotherDatabaseIsRefused) {
  const Running server(options_);
  Browser browser(server.port());
  const json one = browser.get(at());
  json change = {{"status", "confirmed"}, {"note", ""}, {"key", one["findings"][0]["key"]}, {"version", 0}};
  const std::string path = "findings/" + one["findings"][0]["id"].dump() + "/decision";
  change["database"] = std::string(32, '0');
  browser.post(path, change, 410);
  browser.post("undo", {{"change", 1}, {"database", std::string(32, '0')}}, 410);
  change.erase("database");
  browser.post(path, change);
  EXPECT_EQ(browser.client().Get("/")->get_header_value("X-Prongsai-Database").size(), 32U);
}

TEST_F(TargetsTest, UndoTakesBackWhatItNames) {
  const Running server(options_);
  Browser browser(server.port());
  browser.decide(browser.get(at())["findings"][0], "confirmed");
  const json first = browser.get("undo");
  EXPECT_EQ(first["submission_id"], id_);
  browser.decide(browser.get(at())["findings"][1], "confirmed");
  browser.post("undo", {{"change", first["change"]}}, 409);
  EXPECT_EQ(browser.get(at())["findings"][0]["status"], "confirmed");
  EXPECT_EQ(browser.undo()["what"], "decision");
}

TEST_F(TargetsTest, AnEarlierFilesReviewIsShown) {
  const std::int64_t b = save("b.pdf", "b1", {finding("wrong_year", "ก"), finding("empty_cell", "ข")});
  const Running server(options_);
  Browser browser(server.port());
  const std::string path = "submissions/" + std::to_string(b);
  const json before = browser.get(path);
  for (const json& each : before["findings"]) browser.decide(each, "confirmed");
  browser.score(browser.get(path), 50);
  save("b.pdf", "b2", {finding("empty_cell", "ข")});
  const json now = browser.get(path);
  ASSERT_EQ(now["versions"].size(), 1U);
  const json& version = now["versions"][0];
  EXPECT_EQ(version["final_score"], 50);
  ASSERT_EQ(version["findings"].size(), 2U);
  for (const json& each : version["findings"]) {
    EXPECT_EQ(each["status"], "confirmed");
    EXPECT_EQ(each["decided_by"], "สมศรี");
    EXPECT_EQ(each["still"], each["code"] == "empty_cell" ? 1 : 0);
  }
  EXPECT_EQ(now["findings"][0]["status"], "confirmed");
  EXPECT_EQ(now["findings"][0]["carried"], 1);
  EXPECT_TRUE(now["final_score"].is_null()) << "a new file is scored anew";
  EXPECT_EQ(browser.get("history?submission_id=" + std::to_string(b))["total"], 4);
  EXPECT_EQ(browser.get("history")["rows"][1]["agency"], "b.pdf") << "the office of an earlier version is told";
  browser.decide(now["findings"][0], "dismissed");
  EXPECT_EQ(browser.get(path)["findings"][0]["carried"], 0) << "decided by a person on this file";
}

}  // namespace
}  // namespace prongsai::review
