#include "pipeline/store/merge.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <array>
#include <tuple>

#include "pipeline/store/relation_reader.hpp"
#include "pipeline/store/review/assignments.hpp"
#include "pipeline/store/review/bulk_decisions.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_undo.hpp"
#include "pipeline/store/store.hpp"
#include "tests/faults/contents.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;

class MergeTest : public testing::Test {
 protected:
  Store open(const std::string& name) { return Store(file(name), Open::create); }
  [[nodiscard]] fs::path file(const std::string& name) const { return folder_.path() / (name + ".db"); }

  static std::int64_t save(Store& store, const std::string& path, const std::string& sha256,
                           const std::string& agency = "สำนักงานตัวอย่าง") {
    Record record = samples::record();
    record.agency = agency;
    const Submission submission = samples::submission(path, sha256);
    const ExtractionFacts facts{"1", "data", "", "", 1.5, 1000, 1};
    return store.save({submission, record, samples::judgement(), "judge", facts, 0});
  }
  // As if everything had been read and saved then.
  static void date(Store& store, const std::string& when) {
    store.database().exec("UPDATE submission SET saved_at = '" + when + "'");
    store.database().exec("UPDATE extraction SET finished_at = '" + when + "'");
  }
  static std::string text(Store& store, const std::string& sql) { return store.database().execAndGet(sql).getString(); }

  samples::TempFolder folder_;
};

// A shard that knew an attachment of the file as it was before brings none back.
TEST_F(MergeTest, WhatIsNoLongerAttachedGoesWhicheverSideKnowsIt) {
  const auto save_file = [&](Store& store, const std::string& sha256, bool with_attachment) {
    Record record = samples::record();
    record.attached.clear();
    if (with_attachment) record.attached = {{1, "x.pdf", "inner", 5}};
    const Submission file = samples::submission("/1.pdf", sha256);
    const ExtractionFacts facts{"1", "data", "", "", 1.5, 1000, 1};
    (void)store.save({file, record, samples::judgement(), "judge", facts, 0});
    Submission inner = samples::submission("/1.pdf/#x.pdf", "inner");
    inner.attached_at = "1";
    record.attached.clear();
    if (with_attachment) (void)store.save({inner, record, samples::judgement(), "judge", facts, 0});
  };
  {
    Store before = open("before");
    save_file(before, "one", true);
    date(before, "2026-01-01T00:00:00Z");
    Store after = open("after");
    save_file(after, "two", false);
    date(after, "2026-01-02T00:00:00Z");
  }
  for (const auto& order : {std::array{"before", "after"}, std::array{"after", "before"}}) {
    Store out = open(std::string("out_") + order[0]);
    for (const char* shard : order) (void)merge_shard(out, file(shard));
    EXPECT_EQ(text(out, "SELECT group_concat(canonical_path || '=' || sha256) FROM submission"), "/1.pdf=two");
    EXPECT_EQ(text(out, "SELECT count(*) FROM extraction"), "1");
  }
  Store out = open("out");
  (void)merge_shard(out, file("before"));
  EXPECT_EQ(text(out, "SELECT count(*) || '/' || (SELECT name FROM attached_document) FROM submission"), "2/x.pdf");
}

TEST_F(MergeTest, UnitesShardsInAnyOrderAndAnyNumberOfTimes) {
  {
    Store a = open("a");
    save(a, "/1.pdf", "one");
    save(a, "/3.pdf", "three");
    Store b = open("b");
    save(b, "/2.pdf", "two");
    Store whole = open("whole");
    for (const char* number : {"1", "2", "3"}) {
      save(whole, "/" + std::string(number) + ".pdf", number[0] == '1' ? "one" : number[0] == '2' ? "two" : "three");
    }
  }
  for (const auto& [name, order] :
       std::vector<std::pair<std::string, std::vector<std::string>>>{{"x", {"a", "b"}}, {"y", {"b", "a", "b", "a"}}}) {
    Store out = open(name);
    for (const std::string& shard : order) merge_shard(out, file(shard));
    EXPECT_EQ(tests::contents_of(file(name)), tests::contents_of(file("whole"))) << name;
    EXPECT_EQ(text(out, "SELECT count(*) FROM extraction"), "3");
  }
}

TEST_F(MergeTest, CountsWhatItTook) {
  {
    Store a = open("a");
    save(a, "/1.pdf", "one");
  }
  Store out = open("out");
  EXPECT_EQ(merge_shard(out, file("a")).taken, 1);
  const MergeCounts again = merge_shard(out, file("a"));
  EXPECT_EQ(again.taken, 0);
  EXPECT_EQ(again.kept, 1);
}

TEST_F(MergeTest, TheLaterReadingWins) {
  {
    Store early = open("early");
    save(early, "/1.pdf", "one", "early");
    date(early, "2026-01-01T00:00:00Z");
    Store late = open("late");
    save(late, "/1.pdf", "one", "late");
    date(late, "2026-01-02T00:00:00Z");
  }
  for (const auto& order : {std::pair{"early", "late"}, std::pair{"late", "early"}}) {
    Store out = open(std::string("out_") + order.first);
    merge_shard(out, file(order.first));
    merge_shard(out, file(order.second));
    EXPECT_EQ(text(out, "SELECT group_concat(agency) FROM submission"), "late");
    EXPECT_EQ(text(out, "SELECT count(*) FROM finding"), "2");
    EXPECT_EQ(text(out, "SELECT count(*) FROM extraction"), "1");
  }
}

TEST_F(MergeTest, ReviewersWorkIsKeptOnBothSides) {
  {
    Store shard = open("shard");
    save(shard, "/1.pdf", "one");
    decide_finding(shard, 1, "confirmed", "from the shard", {"ก", 0});
    save(shard, "/2.pdf", "two");
  }
  Store out = open("out");
  save(out, "/2.pdf", "two");
  date(out, "2026-01-01T00:00:00Z");
  decide_finding(out, 1, "dismissed", "from here", {"ข", 0});
  EXPECT_EQ(merge_shard(out, file("shard")).reviews, 1);
  EXPECT_EQ(text(out,
                 "SELECT group_concat(note, ';') FROM (SELECT f.note FROM finding f JOIN submission s ON "
                 "s.id = f.submission_id WHERE f.note IS NOT NULL ORDER BY s.canonical_path)"),
            "from the shard;from here");
}

TEST_F(MergeTest, WhatWasDecidedAtOneStrokeIsTakenBackAsOneThere) {
  {
    Store shard = open("shard");
    save(shard, "/1.pdf", "one");
    save(shard, "/2.pdf", "two");
    decide_findings(shard, {1, 2, 3, 4}, {"confirmed", "", "ก", 0});
  }
  Store out = open("out");
  save(out, "/3.pdf", "three");
  decide_finding(out, 1, "dismissed", "its numbers differ", {"ข", 0});
  merge_shard(out, file("shard"));
  merge_shard(out, file("shard"));
  const auto last = undoable(out, "ก");
  ASSERT_TRUE(last);
  EXPECT_EQ(last->count, 4);
  EXPECT_EQ(undo(out, "ก", last->change).taken_back, 4);
  EXPECT_EQ(text(out, "SELECT group_concat(status) FROM finding WHERE status <> 'open'"), "dismissed");
}

// The part of a database that one office's reports are has lost the first changes of a stroke over several offices.
TEST_F(MergeTest, APartOfAStrokeIsTakenBackAsOneThere) {
  {
    Store whole = open("whole");
    save(whole, "/1.pdf", "one", "สำนักงาน ก");
    save(whole, "/2.pdf", "two", "สำนักงาน ข");
    decide_findings(whole, {1, 2, 3, 4}, {"confirmed", "", "ก", 0});
  }
  copy_database(file("whole"), file("part"), {.selection = {{"agency = ?1", {Value("สำนักงาน ข")}}, std::nullopt}});
  Store out = open("out");
  save(out, "/3.pdf", "three");
  decide_finding(out, 1, "dismissed", "its numbers differ", {"ข", 0});
  EXPECT_EQ(merge_shard(out, file("part")).reviews, 2);
  EXPECT_EQ(text(out, "SELECT group_concat(bulk) FROM review_event"), "2,2");
  const auto last = undoable(out, "ก");
  ASSERT_TRUE(last);
  EXPECT_EQ(last->count, 2);
  EXPECT_EQ(undo(out, "ก", last->change).taken_back, 2);
  EXPECT_EQ(text(out, "SELECT group_concat(status) FROM finding WHERE status <> 'open'"), "dismissed");
}

// Whatever comes first: the parts of a stroke that are known stay of the stroke they were of.
TEST_F(MergeTest, APartAndTheWholeOfAStrokeAreOneStroke) {
  {
    Store whole = open("whole");
    save(whole, "/1.pdf", "one", "สำนักงาน ก");
    save(whole, "/2.pdf", "two", "สำนักงาน ข");
    decide_findings(whole, {1, 2, 3, 4}, {"confirmed", "", "ก", 0});
  }
  copy_database(file("whole"), file("part"), {.selection = {{"agency = ?1", {Value("สำนักงาน ก")}}, std::nullopt}});
  for (const auto& [name, order] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"x", {"part", "whole"}}, {"y", {"whole", "part"}}}) {
    Store out = open(name);
    for (const std::string& shard : order) merge_shard(out, file(shard));
    EXPECT_EQ(text(out, "SELECT count(*) || ' ' || count(DISTINCT bulk) FROM review_event"), "4 1") << name;
  }
}

TEST_F(MergeTest, TheLaterDecisionWins) {
  const auto decided = [&](const std::string& name, const std::string& status, const std::string& when) {
    Store store = open(name);
    save(store, "/1.pdf", "one");
    decide_finding(store, 1, status, "", {"ก", 0});
    store.database().exec("UPDATE review_event SET at = '" + when + "'");
  };
  decided("early", "confirmed", "2026-01-01T00:00:00Z");
  decided("late", "dismissed", "2026-01-02T00:00:00Z");
  for (const auto& order : {std::pair{"early", "late"}, std::pair{"late", "early"}}) {
    Store out = open(std::string("out_") + order.first);
    merge_shard(out, file(order.first));
    merge_shard(out, file(order.second));
    EXPECT_EQ(text(out, "SELECT group_concat(status) FROM finding WHERE status <> 'open'"), "dismissed");
  }
}

// A shard with one document, where a reviewer did something at a given time.
class ReviewedShards : public MergeTest {
 protected:
  template <typename Act>
  void shard(const std::string& name, const std::string& when, const Act& act) {
    Store store = open(name);
    save(store, "/1.pdf", "one");
    date(store, "2026-01-01T00:00:00Z");
    act(store);
    store.database().exec("UPDATE review_event SET at = '" + when + "'");
  }
  Store united(const std::vector<std::string>& shards) {
    Store out = open("out" + std::to_string(++outs_));
    for (const std::string& name : shards) merge_shard(out, file(name));
    return out;
  }
  // Cell 1 as shown, as read, and every change in the log.
  static std::string state(Store& store) {
    return text(store,
                "SELECT coalesce(text, '-') || '|' || corrected || '|' || coalesce(corrected_from, '-') FROM cell "
                "WHERE row_no = 1") +
           "|" + text(store, "SELECT count(*) FROM review_event") + "|" +
           text(store, "SELECT coalesce(group_concat(score), '-') FROM final_score");
  }

  int outs_ = 0;
};

TEST_F(ReviewedShards, TheLaterCorrectionStandsWhateverTheOrder) {
  shard("a", "2026-02-01T00:00:00Z", [](Store& store) { correct_cell(store, 1, "first", {"ก", 0}); });
  shard("b", "2026-02-02T00:00:00Z", [](Store& store) { correct_cell(store, 1, "second", {"ข", 0}); });
  Store ab = united({"a", "b"});
  Store ba = united({"b", "a", "b", "a"});
  EXPECT_EQ(state(ab), "second|1|เว็บไซต์|2|-");
  EXPECT_EQ(state(ba), state(ab));
}

TEST_F(ReviewedShards, AnUndoneCorrectionStaysUndone) {
  shard("a", "2026-02-01T00:00:00Z", [](Store& store) { correct_cell(store, 1, "wrong", {"ก", 0}); });
  {
    Store undone = open("b");
    merge_shard(undone, file("a"));
    ASSERT_EQ(undo_last(undone, "ก"), "cell");
  }
  Store ab = united({"a", "b"});
  Store ba = united({"b", "a"});
  EXPECT_EQ(state(ab), "เว็บไซต์|0|-|2|-");
  EXPECT_EQ(state(ba), state(ab));
  EXPECT_EQ(text(ab, "SELECT count(*) FROM review_event u JOIN review_event e ON u.undoes = e.id"), "1");
}

TEST_F(ReviewedShards, FinalScoresAndDecisionsAreUnited) {
  shard("a", "2026-02-01T00:00:00Z", [](Store& store) { set_final_score(store, 1, 50, {"ก", 0}); });
  shard("b", "2026-02-02T00:00:00Z", [](Store& store) { decide_finding(store, 1, "confirmed", "", {"ข", 0}); });
  Store out = united({"a", "b"});
  EXPECT_EQ(text(out, "SELECT score FROM final_score"), "50");
  EXPECT_EQ(text(out, "SELECT group_concat(DISTINCT status) FROM finding WHERE status <> 'open'"), "confirmed");
}

TEST_F(ReviewedShards, ALaterReadingKeepsTheCorrection) {
  shard("a", "2026-02-01T00:00:00Z", [](Store& store) { correct_cell(store, 1, "mended", {"ก", 0}); });
  {
    Store later = open("b");
    save(later, "/1.pdf", "one");
    date(later, "2026-03-01T00:00:00Z");
  }
  Store out = united({"a", "b"});
  EXPECT_EQ(state(out), "mended|1|เว็บไซต์|1|-");
}

TEST_F(MergeTest, SightingsShareTheirReadingAfterwardsToo) {
  {
    Store shard = open("shard");
    const std::int64_t first = save(shard, "/1.pdf", "one");
    const Submission second = samples::submission("/2.pdf", "one");
    shard.save({second, samples::record(), {}, "judge", std::nullopt, shard.find(first)->extraction_id});
  }
  Store out = open("out");
  merge_shard(out, file("shard"));
  EXPECT_EQ(text(out, "SELECT count(*) FROM extraction"), "1");
  EXPECT_EQ(text(out, "SELECT count(DISTINCT extraction_id) FROM submission"), "1");
}

TEST_F(MergeTest, RefusesWhatIsNoShard) {
  Store out = open("out");
  EXPECT_THROW(merge_shard(out, file("none")), std::runtime_error);
  const fs::path other = folder_.write("other.db", std::string(5000, 'x'));
  EXPECT_THROW(merge_shard(out, other), std::runtime_error);
  EXPECT_EQ(merge_shard(out, (open("shard?odd#name%41"), file("shard?odd#name%41"))).taken, 0);
}

// Whose work a report is: the later word stands, in whatever order shards come; numbers of rows differ.
TEST_F(MergeTest, AssignmentsAndTheirLogGoAlong) {
  {
    Store a = open("a");
    save(a, "/0.pdf", "zero");
    const std::int64_t id = save(a, "/1.pdf", "one");
    assign(a, {{id, "มานะ"}}, "หัวหน้า");
    a.database().exec("UPDATE review_event SET at = '2026-01-01T00:00:00Z'");
    Store b = open("b");
    const std::int64_t there = save(b, "/1.pdf", "one");
    assign(b, {{there, "ปิติ"}}, "หัวหน้า");
    assign(b, {{there, "ปิติ"}}, "หัวหน้า");  // nothing changes: no line
  }
  for (const auto& [name, first, second] : {std::tuple{"x", "a", "b"}, {"y", "b", "a"}}) {
    Store out = open(name);
    merge_shard(out, file(first));
    merge_shard(out, file(second));
    EXPECT_EQ(text(out,
                   "SELECT group_concat(canonical_path || reviewer) FROM assignment JOIN submission s ON s.id = "
                   "submission_id"),
              "/1.pdfปิติ")
        << name;
    EXPECT_EQ(text(out, "SELECT count(*) FROM review_event WHERE kind = 'assignment'"), "2") << name;
  }
}

TEST_F(MergeTest, AnAssignmentIsTakenBackAsOne) {
  Store store = open("a");
  const std::int64_t one = save(store, "/1.pdf", "one");
  const std::int64_t two = save(store, "/2.pdf", "two");
  assign(store, {{one, "มานะ"}, {two, "มานะ"}}, "หัวหน้า");
  EXPECT_EQ(text(store, "SELECT count(*) FROM assignment"), "2");
  EXPECT_EQ(undo_last(store, "หัวหน้า"), "assignment");
  EXPECT_EQ(text(store, "SELECT count(*) FROM assignment"), "0");
  assign(store, {{one, ""}}, "หัวหน้า");
  EXPECT_EQ(text(store, "SELECT count(*) FROM review_event"), "4") << "nobody's before and after";
}

}  // namespace
}  // namespace prongsai::store
