// What a reviewer sets right beyond cells: facts of the report, words of an issue, grades; and findings of her own.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "pipeline/store/merge.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_undo.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class CorrectionsTest : public testing::Test {
 protected:
  CorrectionsTest() { id_ = save(store_, "/a/one.pdf"); }

  static std::int64_t save(Store& store, const std::string& path, const Record& record = samples::record()) {
    return store.save(
        {samples::submission(path), record, samples::judgement(), "judge-1", ExtractionFacts{"0.1.0", "d"}});
  }
  std::int64_t number(const std::string& sql) { return store_.database().execAndGet(sql).getInt64(); }
  std::string text(const std::string& sql) {
    const SQLite::Column value = store_.database().execAndGet(sql);
    return value.isNull() ? "NULL" : value.getString();
  }

  // One of each kind.
  void correct_all() {
    correct_fact(store_, id_, "agency", "เทศบาลเมืองธารทิพย์", {"ก", 0});
    correct_fact(store_, id_, "fiscal_year", 2566, {"ก", 0});
    correct_fact(store_, id_, "item_code", nullptr, {"ก", 0});
    correct_issue(store_, number("SELECT min(id) FROM issue"), "timeframe", "ม.ค. 2567", {"ก", 0});
    correct_issue(store_, number("SELECT max(id) FROM issue"), "limitation", "งบประมาณ", {"ก", 0});
    correct_issue(store_, number("SELECT min(id) FROM issue"), "item_codes", "O34,O35", {"ก", 0});
    correct_score_part(store_, number("SELECT min(id) FROM score"), "grade", "A", {"ก", 0});
    correct_score_part(store_, number("SELECT min(id) FROM score"), "rank", nullptr, {"ก", 0});
  }
  void expect_corrected() {
    const Record now = store_.load_corrected(id_);
    EXPECT_EQ(now.agency, "เทศบาลเมืองธารทิพย์");
    EXPECT_EQ(now.fiscal_year, 2566);
    EXPECT_EQ(now.item_code, std::nullopt);
    EXPECT_EQ(now.issues[0].timeframe, "ม.ค. 2567");
    EXPECT_EQ(now.issues[1].limitation, "งบประมาณ");
    EXPECT_EQ(now.issues[0].item_codes, (std::vector<std::string>{"O34", "O35"}));
    EXPECT_EQ(now.scores[0].grade, "A");
    EXPECT_EQ(now.scores[0].rank, std::nullopt);
    EXPECT_TRUE(now.fiscal_year_doubts.empty()) << "what a reviewer wrote is certain";
    EXPECT_TRUE(now.issues[0].timeframe_doubts.empty());
    EXPECT_EQ(now.issues[0].limitation_doubts.size(), 1U) << "nobody has touched it";
    EXPECT_EQ(store_.load_record(id_).fiscal_year_doubts.size(), 1U) << "the reading's own doubts stay with it";
  }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  Store store_{folder_ / "reports.db", Open::create};
  std::int64_t id_ = 0;
};

TEST_F(CorrectionsTest, StandInPlaceOfWhatWasReadAndOutliveASecondReading) {
  correct_all();
  expect_corrected();
  save(store_, "/a/one.pdf");
  expect_corrected();
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 8);
}

TEST_F(CorrectionsTest, TheReadingIsKept) {
  correct_all();
  const Record read = store_.load_record(id_);
  EXPECT_EQ(read.agency, "สำนักงานตัวอย่างอำเภอบ้านไร่");
  EXPECT_EQ(read.fiscal_year, 2567);
  EXPECT_EQ(read.item_code, "O34");
  EXPECT_EQ(read.issues[0].timeframe, "ต.ค. 2566");
  EXPECT_EQ(read.issues[1].limitation, std::nullopt);
  EXPECT_EQ(read.issues[0].item_codes, samples::record().issues[0].item_codes);
  EXPECT_EQ(read.scores[0].grade, "AA");
  EXPECT_EQ(read.scores[0].rank, 3);
}

TEST_F(CorrectionsTest, UndoGivesBackEachReading) {
  correct_all();
  for (int i = 0; i < 8; ++i) EXPECT_TRUE(undo_last(store_, "ก"));
  EXPECT_EQ(store_.load_corrected(id_).agency, "สำนักงานตัวอย่างอำเภอบ้านไร่");
  EXPECT_EQ(store_.load_corrected(id_).scores[0].rank, 3);
  EXPECT_EQ(store_.load_corrected(id_).issues[0].item_codes, samples::record().issues[0].item_codes);
  EXPECT_EQ(number("SELECT count(*) FROM correction"), 0);
  EXPECT_EQ(text("SELECT corrected_fields FROM submission"), "NULL");
  EXPECT_EQ(text("SELECT max(corrected_fields) FROM issue"), "NULL");
}

TEST_F(CorrectionsTest, AStaleOneIsNotLaidOverANewReading) {
  correct_all();
  Record other = samples::record();
  other.agency = "สำนักงานอื่น";
  save(store_, "/a/one.pdf", other);
  EXPECT_EQ(store_.load_corrected(id_).agency, "สำนักงานอื่น");
  EXPECT_EQ(store_.load_corrected(id_).fiscal_year, 2566);
}

class TableCorrectionsTest : public CorrectionsTest {
 protected:
  TableCorrectionsTest() {
    save(store_, "/a/one.pdf", record_);
    table_ = number("SELECT min(id) FROM table_info");
  }
  // Table 1 in two rows: a cell over both in column 1, a score in column 2 of the second; table 2 as the sample has it.
  static Record table_record() {
    Record record = samples::record();
    record.cells.insert(
        record.cells.begin() + 1,
        {CellRecord{1, 2, 1, 1, 1, ColumnKey::weakness, 3, {}, "สอง", "สอง", "", samples::place(2, 70), false, {}},
         CellRecord{1, 2, 2, 1, 1, ColumnKey::other, {}, {}, "95.35", "95.35", "", samples::place(1, 80), false, {}}});
    record.cells[0].col_no = 1;
    record.cells[0].row_span = 2;
    return record;
  }
  void set(const std::string& part, const json& value) { correct_table(store_, table_, part, value, {"ก", 0}); }
  void set_all() {
    set("issue_no", 5);
    set("column/1", "improvement");
    set("column/2", "result");
    set("row/2", nullptr);
  }
  void expect_all() {
    const Record now = store_.load_corrected(id_);
    EXPECT_EQ(now.tables[0].issue_no, 5);
    EXPECT_EQ(now.tables[0].columns[0].key, ColumnKey::improvement);
    EXPECT_EQ(now.tables[0].columns[1].key, ColumnKey::result);
    ASSERT_EQ(now.cells.size(), 2U) << "row 2 is out";
    EXPECT_EQ(now.cells[0].issue_no, 5);
    EXPECT_EQ(now.cells[0].column_key, ColumnKey::improvement);
    EXPECT_EQ(now.cells[0].row_span, 1);
    EXPECT_EQ(now.scores.size(), 1U) << "the score that stands in row 2 is out";
  }
  void expect_as_read() {
    const Record read = store_.load_record(id_);
    EXPECT_EQ(read.tables[0].issue_no, 1);
    EXPECT_EQ(read.tables[0].columns[0].key, ColumnKey::weakness);
    EXPECT_EQ(read.tables[0].columns[0].margin, 0.75);
    ASSERT_EQ(read.cells.size(), 4U);
    EXPECT_EQ(read.cells[0].issue_no, 1);
    EXPECT_EQ(read.cells[1].issue_no, 3) << "each cell its own";
    EXPECT_EQ(read.cells[1].column_key, ColumnKey::weakness);
    EXPECT_EQ(read.cells[2].issue_no, std::nullopt);
    EXPECT_EQ(read.scores.size(), 2U);
  }

  Record record_ = table_record();
  std::int64_t table_ = 0;
};

TEST_F(TableCorrectionsTest, StandAndOutliveASecondReadingBesideWhatWasRead) {
  set_all();
  expect_all();
  expect_as_read();
  save(store_, "/a/one.pdf", record_);
  expect_all();
  expect_as_read();
  EXPECT_EQ(number("SELECT count(*) FROM dismissed_cell"), 2);
  EXPECT_EQ(number("SELECT count(*) FROM dismissed_score"), 1);
}

TEST_F(TableCorrectionsTest, UndoGivesBackEach) {
  set_all();
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(undo_last(store_, "ก"));
  expect_as_read();
  EXPECT_EQ(store_.load_corrected(id_).cells.size(), 4U);
  EXPECT_EQ(number("SELECT count(*) FROM correction"), 0);
  EXPECT_EQ(
      number("SELECT count(corrected_fields) FROM cell") + number("SELECT count(corrected_fields) FROM table_info"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 8);
}

TEST_F(TableCorrectionsTest, ACellThatReachesOutOfADismissedRowStays) {
  set("row/1", nullptr);
  const Record now = store_.load_corrected(id_);
  ASSERT_EQ(now.cells.size(), 4U);
  EXPECT_EQ(now.cells[0].row_no, 2);
  EXPECT_EQ(now.cells[0].row_span, 1);
  EXPECT_EQ(number("SELECT count(*) FROM dismissed_cell"), 0);
}

TEST_F(TableCorrectionsTest, ADismissedTableIsOutWithItsScoresUntilTakenIn) {
  set("dismissed", nullptr);
  const Record now = store_.load_corrected(id_);
  EXPECT_EQ(now.tables.size(), 1U);
  EXPECT_EQ(now.cells.size(), 1U);
  EXPECT_EQ(store_.load_cells(id_).cells.size(), 1U);
  EXPECT_EQ(now.scores.size(), 1U);
  EXPECT_EQ(number("SELECT count(*) FROM dismissed_cell"), 3);
  correct_table(store_, table_, "dismissed", true, {"ข", 1});
  EXPECT_EQ(store_.load_corrected(id_).cells.size(), 4U);
  EXPECT_EQ(number("SELECT count(*) FROM correction"), 0);
}

TEST_F(TableCorrectionsTest, ARowThatNowReadsOtherwiseIsNotDismissed) {
  set("row/2", nullptr);
  Record other = record_;
  other.cells[1].text = "แถวอื่น";
  save(store_, "/a/one.pdf", other);
  EXPECT_EQ(store_.load_corrected(id_).cells.size(), 4U);
}

TEST_F(TableCorrectionsTest, ACorrectedCellDoesNotMakeItsRowAnother) {
  correct_cell(store_, number("SELECT id FROM cell WHERE text = 'สอง'"), "แก้แล้ว", {"ก", 0});
  set("row/2", nullptr);
  EXPECT_EQ(text("SELECT machine_value FROM correction WHERE kind = 'table'"), "\"สอง | 95.35\"");
  save(store_, "/a/one.pdf", record_);
  EXPECT_EQ(number("SELECT count(*) FROM dismissed_cell"), 2);
}

TEST_F(TableCorrectionsTest, WhatATableDoesNotHaveIsRefused) {
  for (const auto& [part, value] : std::vector<std::pair<std::string, json>>{{"issue_no", 100},
                                                                             {"issue_no", "5"},
                                                                             {"column/1", nullptr},
                                                                             {"column/1", "improve"},
                                                                             {"column/9", "other"},
                                                                             {"row/9", nullptr},
                                                                             {"row/1", "x"},
                                                                             {"dismissed", false},
                                                                             {"role", nullptr},
                                                                             {"column/1x", "other"}})
    EXPECT_THROW(set(part, value), NoSuchTarget) << part << ' ' << value;
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 0);
}

TEST_F(TableCorrectionsTest, AreUnitedWithThoseOfAnotherDatabase) {
  const fs::path shard = folder_ / "shard.db";
  {
    Store other(shard, Open::create);
    save(other, "/a/one.pdf", record_);
    const std::int64_t there = other.database().execAndGet("SELECT min(id) FROM table_info").getInt64();
    for (const auto& [part, value] : std::vector<std::pair<std::string, json>>{
             {"issue_no", 5}, {"column/1", "improvement"}, {"column/2", "result"}, {"row/2", nullptr}})
      correct_table(other, there, part, value, {"ข", 0});
  }
  merge_shard(store_, shard);
  expect_all();
  expect_as_read();
}

TEST_F(CorrectionsTest, WhatAValueCannotBeIsRefused) {
  const std::int64_t issue = number("SELECT min(id) FROM issue");
  const std::int64_t score = number("SELECT min(id) FROM score");
  for (const json& year : {json(67), json("2567"), json(2567.5), json(true), json(2499), json(2700)})
    EXPECT_THROW(correct_fact(store_, id_, "fiscal_year", year, {"ก", 0}), NoSuchTarget) << year;
  for (const json& item : {json("34"), json("O034"), json("O34'"), json(34), json("")})
    EXPECT_THROW(correct_fact(store_, id_, "item_code", item, {"ก", 0}), NoSuchTarget) << item;
  EXPECT_THROW(correct_fact(store_, id_, "status", "extracted", {"ก", 0}), NoSuchTarget);
  EXPECT_THROW(correct_issue(store_, issue, "id", "x", {"ก", 0}), NoSuchTarget);
  EXPECT_THROW(correct_issue(store_, issue, "title", 7, {"ก", 0}), NoSuchTarget);
  for (const json& items : {json("34"), json("O34, O35"), json("O34,O34"), json("O34,"), json(34), json("")})
    EXPECT_THROW(correct_issue(store_, issue, "item_codes", items, {"ก", 0}), NoSuchTarget) << items;
  EXPECT_THROW(correct_score_part(store_, score, "rank", 0, {"ก", 0}), NoSuchTarget);
  EXPECT_EQ(number("SELECT count(*) FROM review_event"), 0);
}

TEST_F(CorrectionsTest, AnOwnFindingIsConfirmedAndOutlivesJudgingAndReading) {
  OwnFinding own{"warning", "ไม่มีลายมือชื่อผู้บริหาร", 2, 3, {10, 20, 110, 60}};
  add_finding(store_, id_, own, {"สมศรี", 0});
  const auto check = [&] {
    EXPECT_EQ(text("SELECT status || ' ' || severity || ' ' || message_th FROM finding WHERE own = 1"),
              "confirmed warning ไม่มีลายมือชื่อผู้บริหาร");
    EXPECT_EQ(number("SELECT page_no * 1000 + issue_no * 100 + x1 FROM finding WHERE own = 1"), 3310);
  };
  check();
  const std::int64_t id = number("SELECT id FROM finding WHERE own = 1");
  store_.save_judgement(id_, {}, "judge-2");
  check();
  save(store_, "/a/one.pdf");
  check();
  EXPECT_EQ(number("SELECT id FROM finding WHERE own = 1"), id);
  save(store_, "/b/same.pdf");
  EXPECT_EQ(number("SELECT count(*) FROM finding WHERE own = 1"), 2) << "in every sighting of the bytes";
  EXPECT_EQ(undo_last(store_, "สมศรี"), "own");
  EXPECT_EQ(number("SELECT count(*) FROM finding WHERE own = 1"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM decision"), 0);
}

TEST_F(CorrectionsTest, AnOwnFindingNeedsWordsAndABoxWithRoom) {
  EXPECT_THROW(add_finding(store_, id_, {"warning", "", std::nullopt, 0, {}}, {"ก", 0}), NoSuchTarget);
  EXPECT_THROW(add_finding(store_, id_, {"grave", "x", std::nullopt, 0, {}}, {"ก", 0}), NoSuchTarget);
  EXPECT_THROW(add_finding(store_, id_, {"info", "x", 100, 0, {}}, {"ก", 0}), NoSuchTarget);
  EXPECT_THROW(add_finding(store_, id_, {"info", "x", std::nullopt, 1, {5, 5, 5, 9}}, {"ก", 0}), NoSuchTarget);
  EXPECT_EQ(number("SELECT count(*) FROM correction"), 0);
}

TEST_F(CorrectionsTest, AreUnitedWithThoseOfAnotherDatabase) {
  const fs::path shard = folder_ / "shard.db";
  {
    Store other(shard, Open::create);
    const std::int64_t there = save(other, "/a/one.pdf");
    correct_fact(other, there, "fiscal_year", 2565, {"ข", 0});
    add_finding(other, there, {"info", "จากอีกเครื่อง", std::nullopt, 0, {}}, {"ข", 0});
  }
  merge_shard(store_, shard);
  EXPECT_EQ(store_.load_corrected(id_).fiscal_year, 2565);
  EXPECT_EQ(number("SELECT count(*) FROM finding WHERE own = 1"), 1);
  merge_shard(store_, shard);
  EXPECT_EQ(number("SELECT count(*) FROM finding WHERE own = 1"), 1);
}

}  // namespace
}  // namespace prongsai::store
