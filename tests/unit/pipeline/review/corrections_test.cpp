// Setting right what was read, over HTTP: judged anew at once, kept, logged.
#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/store/review/review.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

class CorrectionsOfTheDesk : public DeskTest {
 protected:
  CorrectionsOfTheDesk() {
    // A judge that knows one rule: an empty first cell is a gap.
    options_.judge = [](store::Store& store, const store::StoredSubmission& submission) {
      Judgement judgement;
      if (store.load_corrected(submission.id).cells.at(0).text.empty())
        judgement.findings.push_back(samples::finding("empty_cell", "ว่าง"));
      judgement.suggested_score = judgement.findings.empty() ? 100 : 50;
      store.save_judgement(submission.id, judgement, "judge-2");
    };
  }
};

TEST_F(CorrectionsOfTheDesk, AreJudgedAnewAtOnceAndAgainWhenUndone) {
  const Running server(options_);
  Browser browser(server.port());
  const auto correct = [&](const std::string& text) {
    const json cell = browser.get(at())["cells"][0];
    browser.change("cells/" + cell["id"].dump() + "/correction", cell, {{"text", text}});
  };
  correct("");
  EXPECT_EQ(browser.get(at())["findings"][0]["code"], "empty_cell");
  EXPECT_EQ(browser.get(at())["suggested_score"], 50);
  correct("กรอกแล้ว");
  EXPECT_TRUE(browser.get(at())["findings"].empty());
  EXPECT_EQ(browser.get(at())["suggested_score"], 100);
  browser.undo();
  EXPECT_EQ(browser.get(at())["findings"].size(), 1U);
}

TEST_F(CorrectionsOfTheDesk, FactsIssuesAndGradesCanBeSetRight) {
  const Running server(options_);
  Browser browser(server.port());
  const json one = browser.get(at());
  const auto correct = [&](const std::string& path, const json& row, const char* name, const json& value,
                           int status = 200) {
    browser.change(path + "/" + name, row["fields"][name], {{"value", value}}, status);
  };
  correct(at("/facts"), one, "fiscal_year", 2566);
  correct(at("/facts"), one, "fiscal_year", 2565, 409);
  correct(at("/facts"), one, "agency", "เทศบาลเมืองธารทิพย์");
  correct(at("/facts"), one, "item_code", "x", 422);
  correct(at("/facts"), one, "item_code", "ข้อ ๐๓๕");
  correct("issues/" + one["issues"][0]["id"].dump(), one["issues"][0], "limitation", nullptr);
  correct("scores/" + one["scores"][0]["id"].dump(), one["scores"][0], "grade", "A");
  correct("issues/" + one["issues"][0]["id"].dump(), one["issues"][0], "item_codes", "ข้อ ๐๓๔, o35");
  const json now = browser.get(at());
  EXPECT_EQ(now["fiscal_year"], 2566);
  EXPECT_EQ(now["fields"]["fiscal_year"]["was"], 2567);
  EXPECT_EQ(now["agency"], "เทศบาลเมืองธารทิพย์");
  EXPECT_EQ(now["item_code"], "O35");
  EXPECT_TRUE(now["issues"][0]["limitation"].is_null());
  EXPECT_EQ(now["issues"][0]["fields"]["limitation"]["was"], "ไม่มี");
  EXPECT_EQ(now["scores"][0]["grade"], "A");
  EXPECT_TRUE(now["stale"].empty()) << now["stale"];
  EXPECT_EQ(now["issues"][0]["item_codes"], "O34,O35");
  EXPECT_EQ(now["issues"][0]["fields"]["item_codes"]["was"], one["issues"][0]["item_codes"]);
  EXPECT_EQ(browser.get("history?submission_id=" + std::to_string(id_))["total"], 6);
  const auto refused = [&](const json& value) {
    correct("issues/" + now["issues"][0]["id"].dump(), now["issues"][0], "item_codes", value, 422);
  };
  for (const char* typed : {"O34, 1999", "ไม่มี", "๓๔", ""}) refused(typed);
  refused(34);
}

TEST_F(CorrectionsOfTheDesk, StandWhereTheJudgingBreaks) {
  options_.judge = [](store::Store&, const store::StoredSubmission&) { throw std::runtime_error("no process"); };
  const Running server(options_);
  Browser browser(server.port());
  const json before = browser.get(at());
  browser.change("cells/" + before["cells"][0]["id"].dump() + "/correction", before["cells"][0], {{"text", "ใหม่"}});
  const json after = browser.get(at());
  EXPECT_EQ(after["cells"][0]["text"], "ใหม่");
  EXPECT_EQ(after["findings"].size(), before["findings"].size()) << "what was found stays until it is judged again";
}

TEST_F(CorrectionsOfTheDesk, TablesAreJudgedAnewByTheirPartsAndShowWhatWasRead) {
  options_.judge = [](store::Store& store, const store::StoredSubmission& submission) {
    Judgement judgement;  // one rule: a column of weaknesses is wanted
    const Record record = store.load_corrected(submission.id);
    if (record.tables.empty() || !has_column(record.tables[0], ColumnKey::weakness))
      judgement.findings.push_back(samples::finding("missing_column", ""));
    store.save_judgement(submission.id, judgement, "judge-2");
  };
  const Running server(options_);
  Browser browser(server.port());
  const auto set = [&](const std::string& part, const json& value, int status = 200) {
    const json table = browser.get(at())["tables"][0];
    browser.change("tables/" + table["id"].dump() + "/" + part,
                   table["fields"].value(part, json{{"key", "x"}, {"version", 0}}), {{"value", value}}, status);
  };
  set("column/1", "improvement");
  EXPECT_EQ(browser.get(at())["findings"][0]["code"], "missing_column");
  EXPECT_EQ(browser.get(at())["tables"][0]["fields"]["column/1"]["was"], "weakness");
  browser.undo();
  EXPECT_TRUE(browser.get(at())["findings"].empty());
  set("dismissed", nullptr);
  const json now = browser.get(at());
  EXPECT_EQ(now["tables"][0]["dismissed"], 1);
  EXPECT_EQ(now["findings"][0]["code"], "missing_column");
  EXPECT_EQ(now["cells"].size(), 2U) << "what was read stays";
  EXPECT_TRUE(now["stale"].empty()) << now["stale"];
  set("dismissed", true);
  EXPECT_TRUE(browser.get(at())["findings"].empty());
  set("issue_no", 5);
  EXPECT_EQ(browser.get(at())["cells"][0]["issue_no"], 5);
  EXPECT_EQ(browser.get(at())["tables"][0]["fields"]["issue_no"]["was"], 1);
  set("row/1", nullptr);
  EXPECT_EQ(browser.get(at())["cells"][0]["dismissed"], 1);
  for (const auto& [part, value, status] : std::vector<std::tuple<std::string, json, int>>{{"column/1", "no_such", 422},
                                                                                           {"issue_no", 9, 422},
                                                                                           {"row/1", "x", 422},
                                                                                           {"row/77", nullptr, 410},
                                                                                           {"rows", 1, 404}})
    set(part, value, status);
}

TEST_F(CorrectionsOfTheDesk, AFindingCanBeAdded) {
  const Running server(options_);
  Browser browser(server.port());
  const json one = browser.get(at());
  json own = {{"severity", "error"},
              {"message", "ไม่มีลายมือชื่อ"},
              {"issue_no", nullptr},
              {"page_no", 2},
              {"x0", 10},
              {"y0", 20},
              {"x1", 100},
              {"y1", 60},
              {"key", one["final_key"]},
              {"version", 0}};
  browser.post(at("/findings"), own);
  const json finding = browser.get(at())["findings"][0];
  EXPECT_EQ(finding["own"], 1);
  EXPECT_EQ(finding["status"], "confirmed");
  EXPECT_EQ(finding["page_no"], 2);
  own["message"] = "";
  browser.post(at("/findings"), own, 422);
  own["message"] = "x";
  own["key"] = "0123";
  browser.post(at("/findings"), own, 410);
  EXPECT_EQ(browser.undo()["what"], "own");
  EXPECT_EQ(browser.get(at())["findings"].size(), one["findings"].size());
}

TEST_F(CorrectionsOfTheDesk, ThatNoLongerFitAreKeptAppliedOrDiscarded) {
  {
    store::Store store(options_.db, store::Open::existing);
    const std::int64_t cell = store.database().execAndGet("SELECT min(id) FROM cell").getInt64();
    store::correct_cell(store, cell, "", {"สมศรี", 0});
    Record other = samples::record();
    other.cells[0].text = "คำอื่น";
    Submission given = samples::submission((folder_ / "one.pdf").string(), "cd34");
    store.save({given, other, samples::judgement(), "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
  }
  const Running server(options_);
  Browser browser(server.port());
  const auto settle = [&](const std::string& way, int status = 200) {
    browser.change(at("/waiting/" + way), browser.get(at())["waiting"][0], json::object(), status);
  };
  const json waits = browser.get(at())["waiting"][0];
  EXPECT_EQ(waits["now"], "คำอื่น");
  EXPECT_EQ(waits["fits"], true);
  EXPECT_EQ(waits["earlier_version"], 1);
  settle("keep");
  EXPECT_EQ(browser.get(at())["waiting"][0]["kept"], 1);
  settle("apply");
  const json now = browser.get(at());
  EXPECT_TRUE(now["waiting"].empty());
  EXPECT_TRUE(now["cells"][0]["text"].is_null()) << now["cells"][0];
  EXPECT_EQ(now["findings"][0]["code"], "empty_cell") << "judged anew";
  browser.undo();
  EXPECT_TRUE(browser.get(at())["findings"].empty()) << "judged anew";
  settle("discard");
  EXPECT_TRUE(browser.get(at())["waiting"].empty());
  browser.change(at("/waiting/apply"), waits, json::object(), 410);
}

TEST_F(CorrectionsOfTheDesk, WhoseScoreItIsCanBeSetRightAndScoresAndIssuesAdded) {
  options_.judge = [](store::Store& store, const store::StoredSubmission& submission) {
    Judgement judgement;  // rules: three issues and three scores are wanted
    const Record record = store.load_corrected(submission.id);
    if (record.issues.size() < 3) judgement.findings.push_back(samples::finding("missing_issue", ""));
    judgement.suggested_score = record.scores.size() > 2 ? 100 : 0;
    store.save_judgement(submission.id, judgement, "judge-2");
  };
  const Running server(options_);
  Browser browser(server.port());
  const json one = browser.get(at());
  const json score = one["scores"][0];
  const auto correct = [&](const char* part, const json& value, int status = 200) {
    browser.change("scores/" + score["id"].dump() + "/" + part, score["fields"][part], {{"value", value}}, status);
  };
  correct("subject", "item o29");
  correct("fiscal_year", 2567);
  correct("agency", "เทศบาลเมืองธารทิพย์");
  correct("agency", "เทศบาลเมืองธารทิพย์", 409);
  const json now = browser.get(at())["scores"][0];
  EXPECT_EQ(now["subject_no"], "O29");
  EXPECT_EQ(now["fields"]["subject"]["was"], "indicator");
  EXPECT_EQ(now["fields"]["subject_no"]["was"], "9");
  EXPECT_EQ(now["fields"]["fiscal_year"]["was"], 2566);
  EXPECT_EQ(now["key"], score["key"]) << "the score's place stays";
  json total = {{"subject", "ITA"}, {"value", 91.5}, {"unit", "points"}, {"key", one["final_key"]}, {"version", 0}};
  browser.post(at("/scores"), total);
  json issue = {{"issue_no", 3},
                {"title", "การใช้งบประมาณ"},
                {"item_codes", "O18 O19"},
                {"key", one["final_key"]},
                {"version", 0}};
  browser.post(at("/issues"), issue);
  browser.post(at("/issues"), issue, 422);
  issue["issue_no"] = 9;
  browser.post(at("/issues"), issue, 422);
  total["subject"] = "indicator";
  browser.post(at("/scores"), total, 422);
  total["subject"] = 3;
  browser.post(at("/scores"), total, 400);
  const json grown = browser.get(at());
  EXPECT_EQ(grown["suggested_score"], 100) << "judged anew";
  EXPECT_TRUE(grown["findings"].empty());
  EXPECT_TRUE(grown["stale"].empty()) << grown["stale"];
  EXPECT_EQ(grown["issues"][2]["item_codes"], "O18,O19");
  const json added = grown["scores"][2];
  EXPECT_EQ(grown["scores"][0]["added"], false);
  browser.change("scores/" + score["id"].dump() + "/removal", added["added"], json::object(), 410);
  browser.change("scores/" + added["id"].dump() + "/removal", added["added"], json::object());
  EXPECT_EQ(browser.get(at())["suggested_score"], 0) << "judged anew";
  EXPECT_EQ(browser.get(at())["scores"].size(), 2U);
  EXPECT_EQ(browser.get("history?kind=added")["total"], 3);
}

TEST_F(CorrectionsOfTheDesk, JsonsTypesAreTakenAsTheyAre) {
  const Running server(options_);
  Browser browser(server.port());
  const json one = browser.get(at());
  const auto score = [&](const json& value, const json& version) {
    browser.post(at("/final-score"), {{"score", value}, {"key", one["final_key"]}, {"version", version}}, 422);
  };
  for (const json& value : {json(50.7), json(true), json("50"), json(9'000'000'000)}) score(value, 0);
  for (const json& version : {json(0.9), json(false), json("0")}) score(50, version);
  EXPECT_TRUE(browser.get(at())["final_score"].is_null());
}

}  // namespace
}  // namespace prongsai::review
