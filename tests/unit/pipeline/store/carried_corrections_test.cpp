// Corrections through another reading and through a report's next version: laid over the same thing, else kept waiting.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "pipeline/store/merge.hpp"
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

constexpr const char* kPath = "/a/one.pdf";

class CarriedCorrectionsTest : public testing::Test {
 protected:
  CarriedCorrectionsTest() { save("v1", record_); }

  std::int64_t save(const std::string& sha256, const Record& record, const std::string& path = kPath) {
    return save_in(store_, sha256, record, path);
  }
  static std::int64_t save_in(Store& store, const std::string& sha256, const Record& record,
                              const std::string& path = kPath) {
    const auto facts = sha256.empty() ? std::nullopt : std::optional(ExtractionFacts{"0.1.0", "d"});
    return store.save({samples::submission(path, sha256), record, samples::judgement(), "judge-1", facts});
  }
  // A table of two rows: what is to be done, who does it, when.
  static Record table_record() {
    Record record = samples::record();
    record.tables.resize(1);
    record.tables[0].columns.clear();
    for (const char* header : {"มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"}) {
      ColumnRecord column;
      column.key = ColumnKey::other;
      column.header = {header};
      record.tables[0].columns.push_back(column);
    }
    record.cells.clear();
    add_row(record, 1, {"จัดทำคู่มือ", "กลุ่มอำนวยการ", "ต.ค. 66"});
    add_row(record, 2, {"เผยแพร่ข้อมูล", "กลุ่มนโยบาย", ""});
    return record;
  }
  static void add_row(Record& record, int row, const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      CellRecord cell;
      cell.table_no = 1;
      cell.row_no = row;
      cell.col_no = static_cast<int>(i) + 1;
      cell.column_key = ColumnKey::other;
      cell.text = texts[i];
      cell.at = samples::place(2, 50 + 10.0 * row);
      record.cells.push_back(cell);
    }
  }
  // Another row comes before all others.
  static Record with_row_before(Record record) {
    for (CellRecord& cell : record.cells) ++cell.row_no;
    std::vector<CellRecord> others = std::move(record.cells);
    record.cells.clear();
    add_row(record, 1, {"ประชุมบุคลากร", "ผู้บริหาร", "ก.ย. 66"});
    record.cells.insert(record.cells.end(), others.begin(), others.end());
    return record;
  }
  std::int64_t number(const std::string& sql) { return store_.database().execAndGet(sql).getInt64(); }
  std::string text(const std::string& sql) {
    const SQLite::Column value = store_.database().execAndGet(sql);
    return value.isNull() ? "NULL" : value.getString();
  }
  std::int64_t id() { return number("SELECT id FROM submission WHERE canonical_path = '/a/one.pdf'"); }
  void correct(int row, int column, const std::string& value) {
    correct_cell(
        store_,
        number("SELECT id FROM cell WHERE row_no = " + std::to_string(row) + " AND col_no = " + std::to_string(column)),
        value, {"สมศรี", 0});
  }
  std::string corrected() {
    return text(
        "SELECT coalesce(group_concat(row_no || '/' || col_no || ' ' || text, ', '), '') FROM (SELECT * FROM cell "
        "WHERE corrected = 1 ORDER BY id)");
  }
  std::int64_t waiting() { return number("SELECT count(*) FROM waiting_correction"); }
  Author author(const std::string& who = "สมศรี") {
    const std::string anchor = text("SELECT anchor FROM waiting_correction LIMIT 1");
    const std::string sha256 = text("SELECT sha256 FROM waiting_correction LIMIT 1");
    return {
        who,
        number("SELECT coalesce(max(id), 0) FROM review_event WHERE kind = 'waiting' AND anchor = '" + anchor + "'"),
        content_key(sha256, "waiting", anchor)};
  }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  Store store_{folder_ / "reports.db", Open::create};
  Record record_ = table_record();
};

TEST_F(CarriedCorrectionsTest, GoOnToTheNextVersionWhereTheSameStands) {
  correct(1, 2, "กลุ่มอำนวยการและแผน");
  correct(2, 3, "พ.ย. 66");
  correct_fact(store_, id(), "agency", "เทศบาลเมืองธารทิพย์", {"สมศรี", 0});
  save("v2", record_);
  EXPECT_EQ(corrected(), "1/2 กลุ่มอำนวยการและแผน, 2/3 พ.ย. 66");
  EXPECT_EQ(text("SELECT agency FROM submission"), "เทศบาลเมืองธารทิพย์");
  EXPECT_EQ(
      number("SELECT count(*) FROM correction WHERE sha256 = 'v2' AND carried_from = 'v1' AND corrected_by = 'สมศรี'"),
      3);
  EXPECT_EQ(number("SELECT count(*) FROM review_event WHERE sha256 = 'v2' AND who = 'prongsai'"), 3) << "it is logged";
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(store_.load_corrected(id()).agency, "เทศบาลเมืองธารทิพย์");
}

TEST_F(CarriedCorrectionsTest, FollowTheRowThatMoved) {
  correct(2, 2, "กลุ่มนโยบายและแผน");
  correct(2, 3, "พ.ย. 66");
  save("v2", with_row_before(record_));
  EXPECT_EQ(corrected(), "3/2 กลุ่มนโยบายและแผน, 3/3 พ.ย. 66");
  EXPECT_EQ(waiting(), 0);
}

TEST_F(CarriedCorrectionsTest, FollowTheRowInAnotherReadingOfTheSameBytes) {
  correct(2, 3, "พ.ย. 66");
  save("v1", with_row_before(record_));
  EXPECT_EQ(corrected(), "3/3 พ.ย. 66");
  EXPECT_EQ(text("SELECT group_concat(anchor) FROM correction"), "1/3/3");
  save("v1", record_);
  EXPECT_EQ(corrected(), "2/3 พ.ย. 66");
}

TEST_F(CarriedCorrectionsTest, WithoutAPlaceWaitInsteadOfBeingLost) {
  correct(2, 3, "พ.ย. 66");
  Record other = record_;
  other.cells[3].text = "เผยแพร่ข้อมูลต่อสาธารณะ";  // the row is another one
  save("v2", other);
  EXPECT_EQ(corrected(), "");
  EXPECT_EQ(text("SELECT kind || ' ' || place || ' ' || value || ' ' || made_on FROM waiting_correction"),
            "cell 1/2/3 \"พ.ย. 66\" v1");
  EXPECT_EQ(number("SELECT count(*) FROM review_event WHERE kind = 'waiting' AND sha256 = 'v2'"), 1);
}

// A short text that stands elsewhere is not the same text.
TEST_F(CarriedCorrectionsTest, AreNotPutWhereTheyMayNotBelong) {
  correct(1, 2, "กลุ่มอำนวยการและแผน");
  Record other = record_;
  other.cells[0].text = "อบรมเจ้าหน้าที่";
  save("v2", other);
  EXPECT_EQ(corrected(), "") << "the row's measure is another one";
  EXPECT_EQ(waiting(), 1);
}

TEST_F(CarriedCorrectionsTest, OfRowsAlikeNoneIsChosen) {
  correct(2, 3, "พ.ย. 66");
  Record twice = record_;
  add_row(twice, 3, {"เผยแพร่ข้อมูล", "กลุ่มนโยบาย", ""});
  save("v2", twice);
  EXPECT_EQ(corrected(), "");
  EXPECT_EQ(waiting(), 1);
}

TEST_F(CarriedCorrectionsTest, ALongTextIsKnownWhereItStandsOnce) {
  record_.cells[0].text = "จัดทำคู่มือการปฏิบัตงานและเผยแพร่บนเว็บไซต์หลัก";
  save("v1", record_);
  correct(1, 1, "จัดทำคู่มือการปฏิบัติงานและเผยแพร่บนเว็บไซต์หลัก");
  Record other = record_;
  other.cells[1].text = "กลุ่มบริหารงานบุคคล";
  save("v2", other);
  EXPECT_EQ(corrected(), "1/1 จัดทำคู่มือการปฏิบัติงานและเผยแพร่บนเว็บไซต์หลัก");
}

TEST_F(CarriedCorrectionsTest, WhatTheNewFileSaysRightNeedsNone) {
  correct(2, 3, "พ.ย. 66");
  Record mended = record_;
  mended.cells[5].text = "พ.ย. 66";
  save("v2", mended);
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(number("SELECT count(*) FROM correction WHERE sha256 = 'v2'"), 0);
}

TEST_F(CarriedCorrectionsTest, AReviewersOwnWordOnTheNewFileStands) {
  correct(1, 2, "กลุ่มอำนวยการและแผน");
  save("v2", record_);
  const std::int64_t cell = number("SELECT id FROM cell WHERE corrected = 1");
  correct_cell(store_, cell, "กลุ่มอำนวยการ", {"มานะ", number("SELECT max(id) FROM review_event")});
  save("v2", record_);
  EXPECT_EQ(corrected(), "") << "as read again";
  save("v1", record_);
  EXPECT_EQ(corrected(), "1/2 กลุ่มอำนวยการและแผน") << "what came back has its own";
  save("v2", record_);
  EXPECT_EQ(corrected(), "");
}

TEST_F(CarriedCorrectionsTest, AFileThatCannotBeReadLosesNone) {
  correct(2, 3, "พ.ย. 66");
  Record nothing;
  nothing.status = Status::failed;
  save("v2", nothing);
  EXPECT_EQ(waiting(), 1);
  save("", nothing);
  save("v3", record_);
  EXPECT_EQ(corrected(), "2/3 พ.ย. 66");
}

TEST_F(CarriedCorrectionsTest, AnotherReadingThatFitsAgainTakesItBack) {
  correct(2, 3, "พ.ย. 66");
  Record other = record_;
  other.cells[3].text = "อ่านผิดไป";
  save("v1", other);
  EXPECT_EQ(waiting(), 1);
  save("v1", record_);
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(corrected(), "2/3 พ.ย. 66");
}

TEST_F(CarriedCorrectionsTest, OnesThatWaitAreAppliedKeptOrDiscarded) {
  correct(2, 3, "พ.ย. 66");
  Record other = record_;
  other.cells[3].text = "เผยแพร่ข้อมูลต่อสาธารณะ";
  save("v2", other);
  EXPECT_EQ(present_at(store_, id(), "cell", "1/2/3"), json(nullptr)) << "blank there";
  EXPECT_EQ(present_at(store_, id(), "cell", "1/9/3"), std::nullopt);
  settle_correction(store_, id(), Settle::keep, author());
  EXPECT_EQ(number("SELECT sum(kept) FROM waiting_correction"), 1);
  settle_correction(store_, id(), Settle::apply, author());
  EXPECT_EQ(corrected(), "2/3 พ.ย. 66");
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(undo_last(store_, "สมศรี"), "waiting") << "both at one stroke";
  EXPECT_EQ(corrected(), "");
  EXPECT_EQ(waiting(), 1);
  settle_correction(store_, id(), Settle::discard, author());
  EXPECT_EQ(waiting(), 0);
  save("v2", other);
  EXPECT_EQ(waiting(), 0) << "it does not come back";
  EXPECT_THROW(settle_correction(store_, id(), Settle::discard, {"สมศรี", 0, "x"}), Gone);
}

// Both files are there: what has no place in the second stays with the first.
TEST_F(CarriedCorrectionsTest, AnotherFileOfTheOfficeForTheItemTakesWhatItHasAPlaceFor) {
  correct(1, 2, "กลุ่มอำนวยการและแผน");
  correct(2, 3, "พ.ย. 66");
  Record other = record_;
  other.cells[3].text = "เผยแพร่ข้อมูลต่อสาธารณะ";
  const std::int64_t second = save("v2", other, "/a/two.pdf");
  EXPECT_EQ(
      text("SELECT group_concat(text) FROM cell WHERE corrected = 1 AND submission_id = " + std::to_string(second)),
      "กลุ่มอำนวยการและแผน");
  EXPECT_EQ(waiting(), 0);
}

TEST_F(CarriedCorrectionsTest, AFindingAddedToTheVersionBeforeWaitsForAWord) {
  add_finding(store_, id(), {"warning", "ไม่มีลายมือชื่อ", std::nullopt, 2, {10, 20, 110, 60}}, {"สมศรี", 0});
  save("v2", record_);
  EXPECT_EQ(number("SELECT count(*) FROM finding WHERE own = 1"), 0);
  EXPECT_EQ(waiting(), 1);
  settle_correction(store_, id(), Settle::apply, author("มานะ"));
  EXPECT_EQ(text("SELECT status || ' ' || message_th FROM finding WHERE own = 1"), "confirmed ไม่มีลายมือชื่อ");
  EXPECT_EQ(waiting(), 0);
}

TEST_F(CarriedCorrectionsTest, AreCarriedInAMergeToo) {
  correct(1, 2, "กลุ่มอำนวยการและแผน");
  correct(2, 3, "พ.ย. 66");
  store_.database().exec("UPDATE submission SET saved_at = '2020-01-01T00:00:00Z'");
  store_.database().exec("UPDATE extraction SET finished_at = '2020-01-01T00:00:00Z'");
  const fs::path shard = folder_ / "shard.db";
  {
    Store other(shard, Open::create);
    Record record = record_;
    record.cells[3].text = "เผยแพร่ข้อมูลต่อสาธารณะ";
    save_in(other, "v2", record);
  }
  merge_shard(store_, shard);
  EXPECT_EQ(corrected(), "1/2 กลุ่มอำนวยการและแผน");
  EXPECT_EQ(waiting(), 1);
  merge_shard(store_, shard);
  EXPECT_EQ(waiting(), 1);
}

TEST_F(CarriedCorrectionsTest, ScoresIssuesAndTablesAreKnownByWhatStandsAroundThem) {
  correct_score(store_, number("SELECT min(id) FROM score"), 96.35, {"สมศรี", 0});
  correct_score_part(store_, number("SELECT min(id) FROM score"), "grade", "A", {"สมศรี", 0});
  correct_issue(store_, number("SELECT min(id) FROM issue"), "timeframe", "พ.ย. 2566", {"สมศรี", 0});
  correct_table(store_, number("SELECT id FROM table_info"), "column/3", "timeframe", {"สมศรี", 0});
  correct_table(store_, number("SELECT id FROM table_info"), "row/1", nullptr, {"สมศรี", 0});
  Record next = record_;
  next.scores[0].at.page_no = 3;  // the page does not tell scores apart
  save("v2", next);
  const Record now = store_.load_corrected(id());
  EXPECT_EQ(now.scores[0].value, 96.35);
  EXPECT_EQ(now.scores[0].grade, "A");
  EXPECT_EQ(now.issues[0].timeframe, "พ.ย. 2566");
  EXPECT_EQ(now.tables[0].columns[2].key, ColumnKey::timeframe);
  EXPECT_EQ(now.cells.size(), 3U);
  EXPECT_EQ(waiting(), 0);
  next.scores[0].quote = "คะแนนรวม ๙๕.๓๕";
  next.issues[0].title = "การจัดซื้อจัดจ้าง";
  next.tables[0].columns[0].header = {"กิจกรรม"};
  save("v3", next);
  const Record third = store_.load_corrected(id());
  EXPECT_EQ(third.scores[0].value, 95.35);
  EXPECT_EQ(third.issues[0].timeframe, "ต.ค. 2566");
  EXPECT_EQ(third.tables[0].columns[2].key, ColumnKey::other);
  EXPECT_EQ(third.cells.size(), 3U) << "a row of many words is known by them";
  EXPECT_EQ(waiting(), 4);
}

}  // namespace
}  // namespace prongsai::store
