// Many findings decided at one stroke, and taken back as one.
#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/store/review/review.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

using samples::finding;

std::string encoded(const std::string& text) {
  return httplib::detail::encode_query_param(text);
}

class BulkTest : public DeskTest {
 protected:
  // Two reports that name the same foreign office, one of them three times.
  BulkTest() {
    add("a.pdf", {finding("foreign_agency", kForeignOffice), finding("foreign_agency", kForeignOffice),
                  finding("foreign_agency", kForeignOffice), finding("empty_cell", "ก")});
    add("b.pdf", {finding("foreign_agency", kForeignOffice), finding("foreign_agency", "สำนักงานอื่น")});
  }
  void add(const std::string& name, const std::vector<Finding>& findings) {
    store::Store store(options_.db, store::Open::existing);
    Submission given = samples::submission((folder_ / name).string(), name);
    given.manifest.reset();
    store.save(
        {given, samples::record(), {findings, 50, "", ""}, "judge-1", store::ExtractionFacts{"0.1.0", "data-1"}});
  }
  static std::string named_so() { return "?code=foreign_agency&evidence=" + encoded(kForeignOffice); }
  static json decision(const json& selection, const char* status, const char* note = "") {
    return {{"status", status}, {"note", note}, {"digest", selection["digest"]}, {"latest", selection["latest"]}};
  }
  std::int64_t number(const std::string& sql) {
    store::Store store(options_.db, store::Open::existing);
    return store.database().execAndGet(sql).getInt64();
  }
  std::int64_t with_status(const std::string& status) {
    return number("SELECT count(*) FROM finding WHERE status = '" + status + "'");
  }

  static constexpr const char* kForeignOffice = "สำนักงานศึกษาธิการจังหวัดธารทิพย์";
};

TEST_F(BulkTest, OneCauseIsDecidedAtOneStrokeAndTakenBackAsOne) {
  const Running server(options_);
  Browser browser(server.port());
  const json causes = browser.get("findings/causes?code=foreign_agency");
  EXPECT_EQ(causes["total"], 2);
  EXPECT_EQ(causes["rows"][0]["findings"], 4);
  EXPECT_EQ(causes["rows"][0]["submissions"], 2);
  const json selection = browser.get("findings/selection" + named_so());
  EXPECT_EQ(selection["findings"], 4);
  EXPECT_EQ(selection["submissions"], 2);
  const std::int64_t open = with_status("open");
  EXPECT_EQ(
      browser.post("findings/decision" + named_so(), decision(selection, "dismissed", "หน่วยงานเดียวกัน"))["decided"], 4);
  EXPECT_EQ(with_status("dismissed"), 4);
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 4) << "a line in the log for each";
  EXPECT_EQ(browser.get("overview")["findings"]["dismissed"], 4) << "the counts follow";
  EXPECT_EQ(browser.get("undo")["count"], 4);
  EXPECT_EQ(browser.undo()["count"], 4);
  EXPECT_EQ(with_status("open"), open);
  EXPECT_EQ(number("SELECT count(*) FROM finding WHERE note IS NOT NULL"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM review_event WHERE undoes IS NOT NULL"), 4);
  EXPECT_EQ(browser.get("undo"), json::object()) << "taken back is taken back";
}

TEST_F(BulkTest, WhatWasCountedIsDecidedOrNothing) {
  const Running server(options_);
  Browser browser(server.port());
  const json selection = browser.get("findings/selection" + named_so());
  const json list = browser.get("findings" + named_so());
  const std::string report = "submissions/" + list["rows"][0]["submission_id"].dump();
  browser.decide(browser.get(report)["findings"][0], "confirmed");
  browser.post("findings/decision" + named_so(), decision(selection, "dismissed"), 409);
  // Opened again: the same findings as were counted, but one was looked at since.
  browser.undo();
  browser.post("findings/decision" + named_so(), decision(selection, "dismissed"), 409);
  EXPECT_EQ(with_status("dismissed"), 0);
  // A filter that leaves others than were counted.
  const json now = browser.get("findings/selection" + named_so());
  browser.post("findings/decision?code=empty_cell", decision(now, "dismissed"), 409);
  browser.post("findings/decision" + named_so(), decision(now, "open"), 422);
  browser.post("findings/decision?code=nothing_such",
               decision(browser.get("findings/selection?code=nothing_such"), "dismissed"), 422);
  browser.post("findings/decision" + named_so(), decision(now, "confirmed"));
  EXPECT_EQ(with_status("confirmed"), 4);
}

TEST_F(BulkTest, UndoLeavesWhatSomeoneElseChangedSince) {
  const Running server(options_);
  Browser browser(server.port());
  browser.post("findings/decision" + named_so(), decision(browser.get("findings/selection" + named_so()), "dismissed"));
  {
    store::Store store(options_.db, store::Open::existing);
    const std::int64_t id = store.database().execAndGet("SELECT min(id) FROM finding WHERE status = 'dismissed'");
    const std::int64_t version = store.database().execAndGet(
        "SELECT max(e.id) FROM review_event e JOIN finding f ON f.anchor = e.anchor JOIN submission s ON s.id = "
        "f.submission_id AND s.sha256 = e.sha256 WHERE f.id = " +
        std::to_string(id));
    store::decide_finding(store, id, "confirmed", "", {"ผู้อื่น", version, ""});
  }
  const json undone = browser.post("undo", {{"change", browser.get("undo")["change"]}});
  EXPECT_EQ(undone["taken_back"], 3);
  EXPECT_EQ(undone["left"], 1);
  EXPECT_EQ(with_status("confirmed"), 1);
  EXPECT_EQ(with_status("dismissed"), 0);
  EXPECT_EQ(browser.get("undo"), json::object());
}

TEST_F(BulkTest, FiltersOfFindingsSpeakOfOneFinding) {
  const Running server(options_);
  Browser browser(server.port());
  const auto total = [&](const std::string& query) { return browser.get("submissions?" + query)["total"]; };
  EXPECT_EQ(total("code=foreign_agency&decision=open"), 2);
  browser.post("findings/decision" + named_so(), decision(browser.get("findings/selection" + named_so()), "dismissed"));
  EXPECT_EQ(total("code=foreign_agency&decision=open"), 1) << "an open finding, and one of that code, is not enough";
  EXPECT_EQ(total("code=foreign_agency&decision=done"), 1);
  EXPECT_EQ(total("code=foreign_agency"), 1) << "dismissed ones do not count";
  EXPECT_EQ(total("code=foreign_agency&decision=dismissed"), 2);
  EXPECT_EQ(total("reviewer=" + encoded(options_.who)), 2);
  EXPECT_EQ(total("reviewer=nobody"), 0);
  EXPECT_EQ(total("file=B.PDF"), 1);
}

}  // namespace
}  // namespace prongsai::review
