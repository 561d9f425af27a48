// The review app over HTTP, as a browser meets it.
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstring>

#include "pipeline/review/assets.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

TEST_F(DeskTest, ShowsTheCollectionAndOneSubmission) {
  const Running server(options_);
  Browser browser(server.port());
  const json overview = browser.get("overview");
  EXPECT_EQ(overview["submissions"]["total"], 1);
  EXPECT_EQ(overview["submissions"]["partial"], 1);
  EXPECT_EQ(overview["findings"]["open"]["error"], 1);
  EXPECT_EQ(overview["by_code"].size(), 2U);
  const json facets = browser.get("facets");
  EXPECT_EQ(facets["layout"], json({"results", "seven_issues"}));
  EXPECT_EQ(facets["year"], json({2567}));
  const json list =
      browser.get("submissions?layout=results&code=wrong_year&office=%E0%B8%9A%E0%B9%89%E0%B8%B2%E0%B8%99");
  ASSERT_EQ(list["rows"].size(), 1U);
  EXPECT_EQ(list["rows"][0]["open"]["error"], 1);
  EXPECT_EQ(browser.get("submissions?year=2560")["total"], 0);
  const json one = browser.get(at());
  EXPECT_EQ(one["pages"].size(), 3U);
  EXPECT_EQ(one["findings"][0]["code"], "wrong_year") << "errors come first";
  EXPECT_EQ(one["cells"][0]["version"], 0);
  EXPECT_EQ(one["cells"][0]["corrected"], 0);
  EXPECT_EQ(browser.get("relations/cell?size=1")["total"], 2);
  browser.get("relations/correction", 404);
  browser.get("submissions/999", 404);
}

TEST_F(DeskTest, ADecisionIsSavedAndGoesOnToTheNext) {
  const Running server(options_);
  Browser browser(server.port());
  const json found = browser.get("next");
  EXPECT_EQ(found["submission_id"], id_);
  const std::string finding = found["finding_id"].dump();
  browser.change("findings/" + finding + "/decision", browser.get(at())["findings"][0],
                 {{"status", "confirmed"}, {"note", "จริง"}});
  EXPECT_EQ(browser.get(at())["findings"][0]["status"], "confirmed");
  const json after = browser.get("next?after=" + finding);
  EXPECT_NE(after["finding_id"], found["finding_id"]);
  browser.decide(browser.get(at())["findings"][1], "dismissed");
  EXPECT_EQ(browser.get("next"), json::object());
  store::Store store(options_.db, store::Open::read_only);
  EXPECT_EQ(store.database().execAndGet("SELECT min(who) FROM review_event").getString(), "สมศรี");
}

TEST_F(DeskTest, TheSlowerOfTwoReviewersIsToldSo) {
  const Running server(options_);
  Browser first(server.port());
  Browser second(server.port());
  const json seen = second.get(at())["findings"][0];
  first.decide(seen, "confirmed");
  second.decide(seen, "dismissed", 409);
  EXPECT_EQ(first.get(at())["findings"][0]["status"], "confirmed");
}

TEST_F(DeskTest, CorrectionsFinalScoreAndUndo) {
  const Running server(options_);
  Browser browser(server.port());
  const json one = browser.get(at());
  const auto path = [&](const char* what) {
    return std::string(what) + "s/" + std::to_string(one[std::string(what) + "s"][0]["id"].get<int>()) + "/correction";
  };
  browser.change(path("cell"), one["cells"][0], {{"text", "แก้แล้ว"}});
  browser.change(path("score"), one["scores"][0], {{"value", 59.35}});
  browser.change(path("score"), one["scores"][0], {{"value", 159.35}}, 422);
  browser.score(one, 50);
  const json now = browser.get(at());
  EXPECT_EQ(now["cells"][0]["text"], "แก้แล้ว");
  EXPECT_EQ(now["cells"][0]["corrected"], 1);
  EXPECT_EQ(now["scores"][0]["value"], 59.35);
  EXPECT_EQ(now["scores"][0]["corrected_from"], 95.35);
  EXPECT_EQ(now["final_score"], 50);
  EXPECT_EQ(browser.undo()["what"], "final_score");
  EXPECT_EQ(browser.undo()["what"], "score");
  EXPECT_EQ(browser.undo()["what"], "cell");
  EXPECT_EQ(browser.undo(), json::object());
  EXPECT_TRUE(browser.get(at())["final_score"].is_null());
}

TEST_F(DeskTest, TheLogSaysWhoChangedWhatAndWhatItWas) {
  const Running server(options_);
  Browser browser(server.port());
  const json before = browser.get(at());
  browser.change("cells/" + before["cells"][0]["id"].dump() + "/correction", before["cells"][0], {{"text", "แก้แล้ว"}});
  browser.undo();
  const json log = browser.get("history?submission_id=" + std::to_string(id_));
  ASSERT_EQ(log["total"], 2);
  EXPECT_EQ(log["rows"][0]["undoes"], log["rows"][1]["id"]) << "the latest first";
  EXPECT_EQ(log["rows"][1]["who"], "สมศรี");
  EXPECT_EQ(log["rows"][1]["before"], before["cells"][0]["text"]);
  EXPECT_EQ(log["rows"][1]["after"], "แก้แล้ว");
  EXPECT_EQ(log["rows"][1]["submission_id"], id_);
  EXPECT_EQ(browser.get("history?submission_id=99")["total"], 0);
}

TEST_F(DeskTest, WorkThatANewReadingDoesNotFitIsShown) {
  const json before = [this] {
    const Running server(options_);
    Browser browser(server.port());
    json one = browser.get(at());
    browser.change("cells/" + one["cells"][0]["id"].dump() + "/correction", one["cells"][0], {{"text", "แก้แล้ว"}});
    browser.decide(one["findings"][0], "confirmed");
    EXPECT_TRUE(browser.get(at())["stale"].empty());
    return one;
  }();
  {
    store::Store store(options_.db, store::Open::existing);
    Submission given = samples::submission((folder_ / "one.pdf").string());
    Record record = samples::record();
    record.cells[0].text = "อ่านใหม่ได้อย่างอื่น";
    store.save({given, record, {}, "judge-2", store::ExtractionFacts{"0.2.0", "data-2"}});
  }
  const Running server(options_);
  const json now = Browser(server.port()).get(at());
  ASSERT_EQ(now["waiting"].size(), 1U);
  EXPECT_EQ(now["waiting"][0]["kind"], "cell");
  EXPECT_EQ(now["waiting"][0]["after"], "แก้แล้ว");
  ASSERT_EQ(now["stale"].size(), 1U);
  EXPECT_EQ(now["stale"][0]["after"]["status"], "confirmed");
}

TEST_F(DeskTest, TheWayThroughOpenFindingsKeepsToTheFilters) {
  const Running server(options_);
  Browser browser(server.port());
  const json findings = browser.get(at())["findings"];
  const std::string code = findings.back()["code"];
  EXPECT_EQ(browser.get("next?code=" + code)["finding_id"], findings.back()["id"]);
  EXPECT_TRUE(browser.get("next?code=no_such_code").empty());
  EXPECT_TRUE(browser.get("next?year=2400").empty());
}

TEST_F(DeskTest, EveryCodeAndColumnHasAName) {
  const std::string& terms = assets().at("termlist.js");
  for (const auto& check : fs::directory_iterator(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "checks")) {
    std::ifstream in(check.path());
    const std::string yaml{std::istreambuf_iterator<char>(in), {}};
    if (!yaml.starts_with("code: ")) continue;
    EXPECT_THAT(terms, HasSubstr("\n  \"" + yaml.substr(6, yaml.find('\n') - 6) + "\": [")) << check.path();
  }
  for (const auto& layout : fs::directory_iterator(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "layouts")) {
    if (layout.path().extension() != ".yaml") continue;
    EXPECT_THAT(terms, HasSubstr("\n  \"" + layout.path().stem().string() + "\": [")) << layout.path();
  }
}

TEST_F(DeskTest, TheDescriptionNamesWhatIsThere) {
  const Running server(options_);
  Browser browser(server.port());
  const json description = json::parse(assets().at("openapi.json"));
  for (const auto& [path, methods] : description["paths"].items()) {
    if (!methods.contains("get")) continue;
    std::string filled = path;
    for (const auto& [name, value] :
         {std::pair{"{id}", "1"}, {"{page_no}", "1"}, {"{name}", "finding"}, {"{format}", "csv"}}) {
      if (const auto at = filled.find(name); at != std::string::npos) filled.replace(at, std::strlen(name), value);
    }
    const auto answer = browser.client().Get("/api/v1" + filled);
    ASSERT_TRUE(answer) << path;
    // What needs a name, finished letters, or a page that was collected, says so.
    const bool asks_for_more = path == "/office" || path == "/letters" || path.find("/published") != std::string::npos;
    const std::string status = std::to_string(answer->status);
    EXPECT_TRUE(asks_for_more ? methods["get"]["responses"].contains(status) : status == "200")
        << path << ' ' << status;
  }
}

TEST_F(DeskTest, APageIsPaintedOnceAndTurnedAsItWasRead) {
  const Running server(options_);
  Browser browser(server.port());
  const std::string path = "/api/v1/" + at("/pages/2.png");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(browser.client().Get(path)->body, "PNG of page 2 turned 90");
  EXPECT_EQ(painted_, 1);
  browser.get(at("/pages/3.png"), 422);
  browser.get(at("/pages/9.png"), 404);
  std::ofstream(folder_ / "one.pdf") << "another file";
  EXPECT_EQ(browser.client().Get("/api/v1/" + at("/pages/1.png"))->status, 200) << "as long as before";
  std::ofstream(folder_ / "one.pdf") << "a longer file than before";
  browser.get(at("/pages/1.png"), 410);
}

TEST_F(DeskTest, FindsThaiWordsOfAnyLength) {
  const Running server(options_);
  Browser browser(server.port());
  struct Case {
    const char* query;
    int hits;
  };
  // เว็บ; น้ำ as typed with the decomposed vowel; ไซ; nothing of LIKE's own signs; a Latin word in other case
  for (const auto& [query, hits] : {Case{"เว็บ", 1}, Case{"น้\u0E4D\u0E32", 1}, Case{"ไซ", 1}, Case{"%", 0}, Case{"_", 0},
                                    Case{"SCRIPT", 1}, Case{"", 0}}) {
    const json found = browser.get("search?q=" + httplib::detail::encode_query_param(query));
    EXPECT_EQ(found["total"], hits) << query;
    if (hits == 0) continue;
    EXPECT_THAT(found["rows"][0]["snippet"].get<std::string>(), HasSubstr("เว็บไซต์"));
  }
}

}  // namespace
}  // namespace prongsai::review
