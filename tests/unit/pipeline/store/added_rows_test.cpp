// Scores and issues that a reviewer adds, and whose, of which year and of what a score is.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "pipeline/store/merge.hpp"
#include "pipeline/store/queries/text_search.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_undo.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class AddedRowsTest : public testing::Test {
 protected:
  AddedRowsTest() { id_ = save(store_, "/a/one.pdf"); }

  static std::int64_t save(Store& store, const std::string& path, const std::string& sha256 = "ab12") {
    return store.save({samples::submission(path, sha256), samples::record(), samples::judgement(), "judge-1",
                       ExtractionFacts{"0.1.0", "d"}});
  }
  std::int64_t number(const std::string& sql) { return store_.database().execAndGet(sql).getInt64(); }
  std::string text(const std::string& sql) {
    const SQLite::Column value = store_.database().execAndGet(sql);
    return value.isNull() ? "NULL" : value.getString();
  }
  std::int64_t score() { return number("SELECT min(id) FROM score"); }
  static AddedScore total() {
    AddedScore added;
    added.subject = "ITA";
    added.value = 91.5;
    added.grade = "A";
    added.fiscal_year = 2566;
    added.agency = "สำนักงานตัวอย่างอำเภอบ้านไร่";
    added.page_no = 1;
    added.box = {10, 20, 60, 34};
    return added;
  }
  static AddedIssue issue() {
    AddedIssue added;
    added.issue_no = 3;
    added.title = "การใช้งบประมาณ";
    added.timeframe = "ม.ค. 2567";
    added.item_codes = "O18,O19";
    return added;
  }
  std::int64_t searched(const std::string& words) {
    RelationReader reader(folder_ / "reports.db");
    return static_cast<std::int64_t>(search_texts(reader, {{words}, {}}, 10).hits.size());
  }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  Store store_{folder_ / "reports.db", Open::create};
  std::int64_t id_ = 0;
};

TEST_F(AddedRowsTest, AScoresSubjectOfficeAndYearAreSetRight) {
  const std::int64_t id = score();
  correct_score_part(store_, id, "subject", "item O29", {"ก", 0});
  correct_score_part(store_, id, "fiscal_year", 2567, {"ก", 0});
  correct_score_part(store_, id, "agency", "เทศบาลเมืองธารทิพย์", {"ก", 0});
  correct_score(store_, id, 96.35, {"ก", 0});
  const auto check = [&] {
    const ScoreRecord now = store_.load_corrected(id_).scores[0];
    EXPECT_EQ(now.subject, SubjectKind::item);
    EXPECT_EQ(now.subject_no, "O29");
    EXPECT_EQ(now.fiscal_year, 2567);
    EXPECT_EQ(now.agency, "เทศบาลเมืองธารทิพย์");
    EXPECT_EQ(now.value, 96.35) << "its place is the one that was read";
    EXPECT_EQ(now.year_from, StatedIn::row) << "a person is sure of it";
    const ScoreRecord read = store_.load_record(id_).scores[0];
    EXPECT_EQ(read.subject, SubjectKind::indicator);
    EXPECT_EQ(read.subject_no, "9");
    EXPECT_EQ(read.fiscal_year, 2566);
    EXPECT_EQ(read.agency, "สำนักงานตัวอย่าง");
    EXPECT_EQ(read.year_from, StatedIn::report);
  };
  check();
  save(store_, "/a/one.pdf");
  check();
  save(store_, "/a/one.pdf", "v2");
  check();
  EXPECT_EQ(number("SELECT count(*) FROM waiting_correction"), 0);
}

TEST_F(AddedRowsTest, UndoGivesBackWhatWasReadOfAScore) {
  correct_score_part(store_, score(), "subject", "ITA", {"ก", 0});
  EXPECT_EQ(text("SELECT subject || coalesce(subject_no, '-') FROM score ORDER BY id LIMIT 1"), "ITA-");
  correct_score_part(store_, score(), "agency", nullptr, {"ก", 0});
  undo_last(store_, "ก");
  undo_last(store_, "ก");
  EXPECT_EQ(text("SELECT subject || subject_no || agency FROM score ORDER BY id LIMIT 1"), "indicator9สำนักงานตัวอย่าง");
  EXPECT_EQ(text("SELECT max(corrected_fields) FROM score"), "NULL");
  EXPECT_EQ(number("SELECT count(*) FROM correction"), 0);
}

TEST_F(AddedRowsTest, WhatAScoreCannotBeOfIsRefused) {
  for (const json& subject : {json("ITO"), json("indicator"), json("indicator 11"), json("indicator 0"),
                              json("item 29"), json("ITA 3"), json(nullptr), json(3), json("item O029")})
    EXPECT_THROW(correct_score_part(store_, score(), "subject", subject, {"ก", 0}), NoSuchTarget) << subject;
  EXPECT_THROW(correct_score_part(store_, score(), "fiscal_year", 67, {"ก", 0}), NoSuchTarget);
  EXPECT_THROW(correct_score_part(store_, score(), "quote", "x", {"ก", 0}), NoSuchTarget);
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 0);
}

TEST_F(AddedRowsTest, StandAmongTheRowsReadAndOutliveReading) {
  add_score(store_, id_, total(), {"สมศรี", 0});
  add_issue(store_, id_, issue(), {"สมศรี", 0});
  const auto check = [&] {
    const Record now = store_.load_corrected(id_);
    ASSERT_EQ(now.scores.size(), 3U);
    EXPECT_EQ(now.scores[2].value, 91.5);
    EXPECT_EQ(now.scores[2].grade, "A");
    EXPECT_EQ(now.scores[2].fiscal_year, 2566);
    EXPECT_EQ(now.scores[2].year_from, StatedIn::row);
    EXPECT_EQ(now.scores[2].at.page_no, 1);
    ASSERT_EQ(now.issues.size(), 3U);
    EXPECT_EQ(now.issues[2].title, "การใช้งบประมาณ");
    EXPECT_EQ(now.issues[2].limitation, std::nullopt);
    EXPECT_EQ(now.issues[2].item_codes, (std::vector<std::string>{"O18", "O19"}));
    const Record read = store_.load_record(id_);
    EXPECT_EQ(read.scores.size(), 2U);
    EXPECT_EQ(read.issues.size(), 2U);
  };
  check();
  EXPECT_TRUE(store_.is_corrected(id_)) << "it is judged with them";
  save(store_, "/a/one.pdf");
  check();
  EXPECT_EQ(searched("ม.ค. 2567"), 1);
  save(store_, "/b/same.pdf");
  EXPECT_EQ(number("SELECT count(*) FROM score WHERE added IS NOT NULL"), 2) << "in every sighting of the bytes";
}

TEST_F(AddedRowsTest, CanBeSetRightThemselves) {
  add_issue(store_, id_, issue(), {"สมศรี", 0});
  correct_issue(store_, number("SELECT id FROM issue WHERE added IS NOT NULL"), "limitation", "ไม่มี", {"สมศรี", 0});
  save(store_, "/a/one.pdf");
  EXPECT_EQ(store_.load_corrected(id_).issues[2].limitation, "ไม่มี");
}

TEST_F(AddedRowsTest, AreTakenOutAgain) {
  add_score(store_, id_, total(), {"สมศรี", 0});
  add_issue(store_, id_, issue(), {"สมศรี", 0});
  EXPECT_EQ(undo_last(store_, "สมศรี"), "added");
  EXPECT_EQ(number("SELECT count(*) FROM issue"), 2);
  EXPECT_EQ(searched("ม.ค. 2567"), 0);
  const std::int64_t row = number("SELECT id FROM score WHERE added IS NOT NULL");
  const std::string key = content_key("ab12", "added", text("SELECT added FROM score WHERE added IS NOT NULL"));
  const std::int64_t version = number("SELECT id FROM review_event WHERE anchor LIKE 'score/%'");
  EXPECT_THROW(remove_added(store_, "score", score(), {"มานะ", version, key}), Gone) << "a row that was read";
  EXPECT_THROW(remove_added(store_, "score", row, {"มานะ", version - 1, key}), Conflict);
  remove_added(store_, "score", row, {"มานะ", version, key});
  EXPECT_EQ(number("SELECT count(*) FROM score"), 2);
  undo_last(store_, "มานะ");
  EXPECT_EQ(number("SELECT count(*) FROM score"), 3);
}

TEST_F(AddedRowsTest, WhatCannotBeAddedIsRefused) {
  AddedIssue there = issue();
  there.issue_no = 1;
  EXPECT_THROW(add_issue(store_, id_, there, {"ก", 0}), NoSuchTarget);
  there.issue_no = 0;
  EXPECT_THROW(add_issue(store_, id_, there, {"ก", 0}), NoSuchTarget);
  AddedScore added = total();
  added.value = 101;
  EXPECT_THROW(add_score(store_, id_, added, {"ก", 0}), NoSuchTarget);
  added = total();
  added.page_no = 9;
  EXPECT_THROW(add_score(store_, id_, added, {"ก", 0}), NoSuchTarget);
  added = total();
  added.fiscal_year = 2023;
  EXPECT_THROW(add_score(store_, id_, added, {"ก", 0}), NoSuchTarget);
  EXPECT_EQ(number("SELECT count(*) FROM correction"), 0);
}

TEST_F(AddedRowsTest, WaitInTheNextVersionForAWord) {
  add_score(store_, id_, total(), {"สมศรี", 0});
  save(store_, "/a/one.pdf", "v2");
  EXPECT_EQ(number("SELECT count(*) FROM score"), 2);
  const std::string anchor = text("SELECT anchor FROM waiting_correction");
  settle_correction(store_, id_, Settle::apply,
                    {"มานะ", number("SELECT max(id) FROM review_event"), content_key("v2", "waiting", anchor)});
  EXPECT_EQ(number("SELECT count(*) FROM score"), 3);
}

TEST_F(AddedRowsTest, AreUnitedWithThoseOfAnotherDatabase) {
  const fs::path shard = folder_ / "shard.db";
  {
    Store other(shard, Open::create);
    const std::int64_t there = save(other, "/a/one.pdf");
    add_score(other, there, total(), {"ข", 0});
  }
  merge_shard(store_, shard);
  EXPECT_EQ(store_.load_corrected(id_).scores.size(), 3U);
  merge_shard(store_, shard);
  EXPECT_EQ(number("SELECT count(*) FROM score"), 3);
}

}  // namespace
}  // namespace prongsai::store
