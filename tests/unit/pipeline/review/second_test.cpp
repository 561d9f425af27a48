// Second readings: drawn from what is decided, read without the first reading in any answer, agreement told afterwards.
#include <cmath>

#include "pipeline/review/agreement.hpp"
#include "pipeline/review/server/sessions.hpp"
#include "pipeline/store/review/accounts.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

TEST(AgreementTest, IsWhatCohenDefined) {
  // The example of the paper's tables: 20, 5, 10, 15 of 50.
  const Agreement agreement{20, 15, 5, 10};
  EXPECT_DOUBLE_EQ(*agreement.share(), 0.7);
  EXPECT_DOUBLE_EQ(*agreement.kappa(), 0.4);
  EXPECT_DOUBLE_EQ(*(Agreement{3, 4, 0, 0}.kappa()), 1.0);
  EXPECT_FALSE((Agreement{5, 0, 0, 0}.kappa())) << "chance alone agrees fully";
  EXPECT_FALSE(Agreement{}.share());
  EXPECT_LT(*(Agreement{0, 0, 3, 4}.kappa()), 0);
}

class SecondTest : public DeskTest {
 protected:
  SecondTest() {
    store::Store store(options_.db, store::Open::existing);
    store::set_wants_accounts(store, true);
    store::Accounts accounts(store::Accounts::file_of(options_.db));
    for (const auto& [name, role] :
         {std::pair{"หัวหน้า", store::Role::lead}, {"มานะ", store::Role::evaluator}, {"ปิติ", store::Role::evaluator}}) {
      accounts.add({name, role, "unused", ""});
    }
  }
  std::unique_ptr<Browser> in(int port, const std::string& who) {
    store::Accounts accounts(store::Accounts::file_of(options_.db));
    auto browser = std::make_unique<Browser>(port);
    httplib::Response set;
    set.set_header("Set-Cookie",
                   "prongsai_" + std::to_string(port) + "=" + Sessions(&accounts).open(who, store::Role::reader).id);
    browser->take_cookie(set);
    return browser;
  }
  json draw(Browser& lead, const std::vector<std::string>& reviewers, int status = 200) {
    return lead.post(
        "second-readings/sample",
        {{"share", 50}, {"reviewers", reviewers}, {"digest", lead.get("second-readings/selection")["digest"]}}, status);
  }
  json second(Browser& browser, const json& finding, const std::string& way, int status = 200) {
    return browser.change(at("/second"), finding, {{"status", way}, {"note", "ดูแล้ว"}}, status);
  }
};

TEST_F(SecondTest, TheSecondReaderSeesNothingOfTheFirstUntilSheHasFinished) {
  const Running server(options_);
  const auto [lead, first, other] =
      std::tuple{in(server.port(), "หัวหน้า"), in(server.port(), "มานะ"), in(server.port(), "ปิติ")};
  draw(*lead, {"ปิติ"}, 422);  // nothing is decided yet
  const json read = first->get(at());
  for (const json& finding : read["findings"])
    first->change("findings/" + finding["id"].dump() + "/decision", finding,
                  {{"status", "confirmed"}, {"note", "ลับของคนแรก"}});
  first->score(first->get(at()), 50);
  draw(*lead, {"มานะ"}, 422);  // the first reader herself
  EXPECT_EQ(draw(*lead, {"มานะ", "ปิติ"})["drawn"], 1);
  EXPECT_EQ(lead->get("second-readings/selection")["submissions"], 0) << "drawn once";
  const std::string id = std::to_string(id_);
  for (const std::string& path :
       {at(), std::string("findings"), std::string("findings/causes"), std::string("history"),
        "history?submission_id=" + id, std::string("submissions?decision=confirmed"), std::string("relations/finding"),
        "relations/finding?submission_id=" + id, std::string("overview"), std::string("second-readings")}) {
    const std::string answer = other->get(path).dump();
    EXPECT_THAT(answer, Not(HasSubstr("ลับของคนแรก"))) << path;
    EXPECT_THAT(answer, Not(HasSubstr("\"confirmed\":2"))) << path;
  }
  EXPECT_EQ(other->client().Get("/report/" + id, other->headers())->status, 403);
  EXPECT_EQ(other->client().Get("/report/" + id + ".docx", other->headers())->status, 403);
  const json blind = other->get(at());
  EXPECT_TRUE(blind["final_score"].is_null());
  for (const json& finding : blind["findings"]) EXPECT_EQ(finding["status"], "open");
  EXPECT_EQ(first->get(at())["findings"][0]["status"], "confirmed") << "others see it as it is";
  other->decide(blind["findings"][0], "dismissed", 422);   // kept apart
  second(*first, read["findings"][0], "dismissed", 422);   // not hers
  other->post(at("/second/finish"), json::object(), 422);  // undecided
  std::size_t number = 0;
  for (const json& finding : blind["findings"]) second(*other, finding, number++ == 0 ? "dismissed" : "confirmed");
  EXPECT_EQ(first->get(at())["findings"][0]["status"], "confirmed") << "the first reading stands";
  EXPECT_THAT(first->get("history").dump(), Not(HasSubstr("ดูแล้ว"))) << "nor does the first see the second";
  EXPECT_EQ(first->get("second-readings")["total"]["findings"], 0);
  other->post(at("/second/finish"), json::object());
  const json told = other->get("second-readings");
  EXPECT_EQ(told["total"]["findings"], number);
  EXPECT_EQ(told["total"]["first_only"], 1);
  EXPECT_EQ(told["differing"].size(), 1);
  EXPECT_EQ(other->get(at())["findings"][0]["status"], "confirmed") << "now it is shown";
  second(*other, other->get(at())["findings"][0], "confirmed", 409);  // and stands
  EXPECT_TRUE(other->get("undo").empty() ||
              other->post("undo", {{"change", other->get("undo")["change"]}}, 409).contains("error"));
}

TEST_F(SecondTest, TheSecondReaderSeesWhatWasReadNotWhatTheFirstSetRight) {
  // One rule: a first cell without words is a gap, one of many words another.
  const auto judged = [](const Record& record) {
    Judgement judgement;
    judgement.findings.push_back(samples::finding(
        !record.cells.empty() && record.cells[0].text == "ลับของคนแรก" ? "empty_cell" : "wrong_year", "ปี ๒๕๖๓"));
    judgement.suggested_score = record.fiscal_year == 2567 ? 100 : 0;
    return judgement;
  };
  options_.judge = [judged](store::Store& store, const store::StoredSubmission& submission) {
    store.save_judgement(submission.id, judged(store.load_corrected(submission.id)), "judge-2");
  };
  options_.judge_as_read = [judged](store::Store& store, const store::StoredSubmission& submission) {
    return judged(store.load_record(submission.id));
  };
  add_a_year_of_eight_issues();
  const Running server(options_);
  const auto lead = in(server.port(), "หัวหน้า");
  const auto first = in(server.port(), "มานะ");
  const auto other = in(server.port(), "ปิติ");
  const json read = first->get(at());
  const auto correct = [&](const std::string& path, const json& seen, const json& value) {
    first->change(path, seen, {{"value", value}});
  };
  first->change("cells/" + read["cells"][0]["id"].dump() + "/correction", read["cells"][0], {{"text", "ลับของคนแรก"}});
  correct(at("/facts/fiscal_year"), read["fields"]["fiscal_year"], 2571);
  correct(at("/facts/agency"), read["fields"]["agency"], "ลับของคนแรก");
  correct("issues/" + read["issues"][0]["id"].dump() + "/title", read["issues"][0]["fields"]["title"], "ลับของคนแรก");
  correct("scores/" + read["scores"][0]["id"].dump() + "/grade", read["scores"][0]["fields"]["grade"], "ลับของคนแรก");
  correct("scores/" + read["scores"][0]["id"].dump() + "/agency", read["scores"][0]["fields"]["agency"], "ลับของคนแรก");
  correct("scores/" + read["scores"][0]["id"].dump() + "/subject", read["scores"][0]["fields"]["subject"], "EIT");
  const auto add = [&](const std::string& path, json what) {
    what.update({{"key", read["final_key"]}, {"version", 0}});
    first->post(at(path), what);
  };
  add("/scores", {{"subject", "ITA"}, {"value", 91.5}, {"unit", "points"}, {"agency", "ลับของคนแรก"}});
  add("/issues", {{"issue_no", 4}, {"title", "ลับของคนแรก"}});
  const std::string table = "tables/" + read["tables"][0]["id"].dump();
  correct(table + "/column/1", read["tables"][0]["fields"]["column/1"], "outcome");
  correct(table + "/issue_no", read["tables"][0]["fields"]["issue_no"], 6);
  correct(table + "/row/1", read["tables"][0]["fields"]["row/1"], nullptr);
  const json set_right = first->get(at());
  for (const json& finding : set_right["findings"]) first->decide(finding, "confirmed");
  EXPECT_EQ(draw(*lead, {"ปิติ"})["drawn"], 1);
  json blind = other->get(at());
  EXPECT_EQ(set_right["issue_numbers"].size(), 8U);
  for (const char* name : {"fiscal_year", "agency", "candidates", "issue_numbers"})
    EXPECT_EQ(blind[name], read[name]) << name;
  EXPECT_THAT(blind.dump(), Not(HasSubstr("ลับของคนแรก")));
  EXPECT_EQ(blind["cells"][0]["text"], read["cells"][0]["text"]);
  EXPECT_EQ(blind["cells"][0]["column_key"], "weakness");
  EXPECT_EQ(blind["cells"][0]["issue_no"], 1);
  EXPECT_EQ(blind["cells"][0]["dismissed"], 0);
  EXPECT_EQ(blind["tables"][0]["columns"], read["tables"][0]["columns"]);
  EXPECT_EQ(blind["tables"][0]["issue_no"], 1);
  EXPECT_EQ(blind["suggested_score"], 100);
  EXPECT_EQ(blind["scores"], read["scores"]);
  EXPECT_EQ(blind["issues"].size(), read["issues"].size());
  EXPECT_THAT(other->get("second-readings").dump(), Not(HasSubstr("ลับของคนแรก")));
  ASSERT_EQ(blind["findings"].size(), 1U);
  EXPECT_EQ(blind["findings"][0]["code"], "wrong_year");
  other->post(at("/second/finish"), json::object(), 422);
  second(*other, blind["findings"][0], "confirmed");
  blind = other->get(at());
  EXPECT_EQ(blind["findings"][0]["status"], "confirmed");
  second(*other, blind["findings"][0], "dismissed");
  other->post(at("/second/finish"), json::object());
  EXPECT_EQ(other->get(at())["fiscal_year"], 2571) << "now it is shown";
}

TEST_F(SecondTest, ASampleIsTakenBackAsOne) {
  const Running server(options_);
  const auto lead = in(server.port(), "หัวหน้า");
  const auto first = in(server.port(), "มานะ");
  const json read = first->get(at());
  for (const json& finding : read["findings"]) first->decide(finding, "dismissed");
  draw(*lead, {"ปิติ"});
  EXPECT_EQ(lead->undo()["what"], "sample");
  EXPECT_EQ(lead->get("second-readings/selection")["submissions"], 1);
}

}  // namespace
}  // namespace prongsai::review
