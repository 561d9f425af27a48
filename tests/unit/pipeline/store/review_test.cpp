#include "pipeline/store/review/review.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "pipeline/store/review/review_undo.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;

class ReviewTest : public testing::Test {
 protected:
  ReviewTest() { id_ = save("/a/one.pdf"); }

  std::int64_t save(const std::string& path, const Record& record = samples::record()) {
    return store_.save({samples::submission(path), record, samples::judgement(), "judge-1", facts_});
  }
  std::string text(const std::string& sql) {
    const SQLite::Column value = store_.database().execAndGet(sql);
    return value.isNull() ? "NULL" : value.getString();
  }
  std::int64_t number(const std::string& sql) { return store_.database().execAndGet(sql).getInt64(); }
  std::int64_t first(const std::string& table, std::int64_t submission) {
    return number("SELECT min(id) FROM " + table + " WHERE submission_id = " + std::to_string(submission));
  }
  std::string first_text(std::int64_t submission) {
    return text("SELECT text FROM cell WHERE id = " + std::to_string(first("cell", submission)));
  }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  Store store_{folder_ / "reports.db", Open::create};
  std::int64_t id_ = 0;
  ExtractionFacts facts_{"0.1.0", "data-1", "tesseract 5", "model-1", 1.5, 204800, 2};
};

TEST_F(ReviewTest, ADecisionIsKeptWithItsAuthor) {
  decide_finding(store_, first("finding", id_), "confirmed", "จริง", {"สมศรี", 0});
  EXPECT_EQ(text("SELECT status || note FROM finding ORDER BY id LIMIT 1"), "confirmedจริง");
  EXPECT_EQ(text("SELECT decided_by FROM decision"), "สมศรี");
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 1);
}

TEST_F(ReviewTest, AStaleChangeIsRefused) {
  const std::int64_t finding = first("finding", id_);
  const std::int64_t version = decide_finding(store_, finding, "confirmed", "", {"a", 0});
  EXPECT_THROW(decide_finding(store_, finding, "dismissed", "", {"b", 0}), Conflict);
  EXPECT_EQ(text("SELECT status FROM finding ORDER BY id LIMIT 1"), "confirmed");
  decide_finding(store_, finding, "dismissed", "", {"b", version});
  EXPECT_EQ(text("SELECT status FROM finding ORDER BY id LIMIT 1"), "dismissed");
}

TEST_F(ReviewTest, WhatIsNotThereCannotBeChanged) {
  EXPECT_THROW(decide_finding(store_, 999, "confirmed", "", {"a", 0}), NoSuchTarget);
  EXPECT_THROW(decide_finding(store_, first("finding", id_), "maybe", "", {"a", 0}), NoSuchTarget);
  EXPECT_THROW(correct_cell(store_, 999, "x", {"a", 0}), NoSuchTarget);
  EXPECT_THROW(correct_score(store_, first("score", id_), 101, {"a", 0}), NoSuchTarget);
  EXPECT_THROW(set_final_score(store_, 999, 50, {"a", 0}), NoSuchTarget);
}

TEST_F(ReviewTest, UndoTakesBackOneChangeAfterTheOther) {
  const std::int64_t cell = first("cell", id_);
  const std::int64_t version = correct_cell(store_, cell, "หนึ่ง", {"a", 0});
  correct_cell(store_, cell, "สอง", {"a", version});
  EXPECT_EQ(undo_last(store_, "a"), "cell");
  EXPECT_EQ(first_text(id_), "หนึ่ง");
  EXPECT_EQ(undo_last(store_, "a"), "cell");
  EXPECT_EQ(first_text(id_), "เว็บไซต์");
  EXPECT_EQ(number("SELECT count(*) FROM correction"), 0);
  EXPECT_EQ(number("SELECT max(corrected) FROM cell"), 0);
  EXPECT_EQ(undo_last(store_, "a"), std::nullopt);
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 4) << "undoing is logged too";
}

TEST_F(ReviewTest, UndoDoesNotTouchWhatSomeoneElseChangedAfterwards) {
  const std::int64_t version = set_final_score(store_, id_, 100, {"a", 0});
  set_final_score(store_, id_, 50, {"b", version});
  EXPECT_THROW((void)undo_last(store_, "a"), Conflict);
  EXPECT_EQ(number("SELECT score FROM final_score"), 50);
  EXPECT_EQ(undo_last(store_, "b"), "final_score");
  EXPECT_EQ(number("SELECT score FROM final_score"), 100);
}

TEST_F(ReviewTest, CorrectionsOutliveASecondReading) {
  correct_cell(store_, first("cell", id_), "เว็บไซต์ของหน่วยงาน", {"a", 0});
  correct_score(store_, first("score", id_), 59.35, {"a", 0});
  save("/a/one.pdf");
  EXPECT_EQ(first_text(id_), "เว็บไซต์ของหน่วยงาน");
  EXPECT_EQ(text("SELECT corrected_from FROM cell WHERE corrected"), "เว็บไซต์");
  EXPECT_DOUBLE_EQ(store_.database().execAndGet("SELECT value FROM score WHERE corrected").getDouble(), 59.35);
}

TEST_F(ReviewTest, AStaleCorrectionIsNotLaidOverANewReading) {
  correct_cell(store_, first("cell", id_), "แก้แล้ว", {"a", 0});
  Record other = samples::record();
  other.cells[0].text = "อ่านใหม่";
  save("/a/one.pdf", other);
  EXPECT_EQ(first_text(id_), "อ่านใหม่");
  EXPECT_EQ(text("SELECT value FROM waiting_correction"), "\"แก้แล้ว\"") << "it is kept, and waits";
}

TEST_F(ReviewTest, AnotherSightingOfTheBytesIsJudgedByItsOwnReading) {
  correct_cell(store_, first("cell", id_), "แก้แล้ว", {"a", 0});
  EXPECT_EQ(first_text(save("/b/same.pdf")), "แก้แล้ว");
  Record other = samples::record();
  other.cells[0].text = "อ่านใหม่";
  const std::int64_t third = save("/c/same.pdf", other);
  EXPECT_EQ(first_text(third), "อ่านใหม่");
  EXPECT_EQ(first_text(id_), "แก้แล้ว");
}

TEST_F(ReviewTest, ALoadedRecordHoldsTheReadingNotTheCorrection) {
  correct_cell(store_, first("cell", id_), "แก้แล้ว", {"a", 0});
  correct_score(store_, first("score", id_), 12, {"a", 0});
  const Record loaded = store_.load_record(id_);
  EXPECT_EQ(loaded.cells[0].text, "เว็บไซต์");
  EXPECT_DOUBLE_EQ(loaded.scores[0].value, 95.35);
}

TEST_F(ReviewTest, ABlankIsAValueToo) {
  correct_cell(store_, first("cell", id_), "", {"a", 0});
  EXPECT_EQ(first_text(id_), "NULL");
  save("/a/one.pdf");
  EXPECT_EQ(first_text(id_), "NULL");
  EXPECT_EQ(undo_last(store_, "a"), "cell");
  EXPECT_EQ(first_text(id_), "เว็บไซต์");
}

}  // namespace
}  // namespace prongsai::store
