// The index of substrings finds what reading every text finds, whatever happened to the texts before.
#include "pipeline/store/text_index.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <set>

#include "pipeline/store/merge.hpp"
#include "pipeline/store/queries/text_search.hpp"
#include "pipeline/store/relation_reader.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_undo.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;

class TextIndexTest : public testing::Test {
 protected:
  TextIndexTest() {
    db_ = folder_ / "reports.db";
    store_.emplace(db_, Open::create);
  }

  static Record report(const std::string& cell, const std::string& limitation = "บุคลากรน้อย") {
    Record record;
    record.page_count = 1;
    record.pages = {{.page_no = 1, .source = PageSource::text, .width = 595, .height = 842}};
    record.cells.resize(1);
    record.cells[0].column_key = ColumnKey::weakness;
    record.cells[0].text = cell;
    record.cells[0].at.page_no = 1;
    record.issues.resize(1);
    record.issues[0].issue_no = 1;
    record.issues[0].limitation = limitation;
    record.issues[0].at.page_no = 1;
    return record;
  }
  std::int64_t save(Store& store, const std::string& path, const Record& record) const {
    return store.save(
        {samples::submission(path, "bytes of " + path), record, {}, "judge-1", ExtractionFacts{"0.1.0", "data-1"}});
  }
  static std::multiset<std::string> found(const fs::path& db, const std::string& words) {
    RelationReader reader(db);
    std::multiset<std::string> texts;
    for (const TextHit& hit : search_texts(reader, {{words}, {}}, 100).hits) texts.insert(hit.text);
    return texts;
  }
  [[nodiscard]] std::multiset<std::string> found(const std::string& words) const { return found(db_, words); }
  [[nodiscard]] std::int64_t cell() { return store_->database().execAndGet("SELECT max(id) FROM cell").getInt64(); }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  fs::path db_;
  std::optional<Store> store_;
};

using Texts = std::multiset<std::string>;

TEST_F(TextIndexTest, FindsRunsOfAnyLength) {
  save(*store_, "/a.pdf", report("ไม่มีงบ", "ขาดงบประมาณ 50% \"a_B\""));
  struct Case {
    const char* words;
    Texts texts;
  };
  for (const auto& [words, texts] : {
           Case{"งบ", {"ไม่มีงบ", "ขาดงบประมาณ 50% \"a_B\""}},  // at the end of a text and within one
           Case{"งบประมาณ", {"ขาดงบประมาณ 50% \"a_B\""}},
           Case{"ง", {"ไม่มีงบ", "ขาดงบประมาณ 50% \"a_B\""}},
           Case{"0%", {"ขาดงบประมาณ 50% \"a_B\""}},
           Case{"\"A_b\"", {"ขาดงบประมาณ 50% \"a_B\""}},
           Case{"a%b", {}},
           Case{"ประมาณการ", {}},
           Case{"ณป", {}},
           Case{"", {}},
       }) {
    EXPECT_EQ(found(words), texts) << words;
  }
}

TEST_F(TextIndexTest, DigitsAreTheSameInBothScripts) {
  save(*store_, "/a.pdf", report("ปีงบประมาณ พ.ศ. ๒๕๖๗", "ได้ 97.53 คะแนน"));
  for (const char* words : {"2567", "๒๕๖๗", "256๗", "67", "๖๗"})
    EXPECT_EQ(found(words), Texts{"ปีงบประมาณ พ.ศ. ๒๕๖๗"}) << words;
  for (const char* words : {"97.53", "๙๗.๕๓", "๙๗"}) EXPECT_EQ(found(words), Texts{"ได้ 97.53 คะแนน"}) << words;
  EXPECT_EQ(found("2568"), Texts{});
}

TEST_F(TextIndexTest, SeveralWordsStandAnywhereInTheText) {
  save(*store_, "/a.pdf", report("จัดอบรมบุคลากร ปี ๒๕๖๗", "งบไม่พอ ปี 2567"));
  save(*store_, "/b.pdf", report("ปี 2567 บุคลากรย้าย", "ไม่มี"));
  const auto texts = [&](const TextQuestion& question) {
    RelationReader reader(db_);
    Texts all;
    for (const TextHit& hit : search_texts(reader, question, 100).hits) all.insert(hit.text);
    return all;
  };
  EXPECT_EQ(texts({{"2567", "บุคลากร"}, {}}), (Texts{"จัดอบรมบุคลากร ปี ๒๕๖๗", "ปี 2567 บุคลากรย้าย"}));
  EXPECT_EQ(texts({{"งบ", "ปี"}, {}}), Texts{"งบไม่พอ ปี 2567"});
  EXPECT_EQ(texts({{"บ", "ร", "2"}, {}}), (Texts{"จัดอบรมบุคลากร ปี ๒๕๖๗", "ปี 2567 บุคลากรย้าย"})) << "by reading";
  EXPECT_EQ(texts({{"2567", "ไม่มีที่ไหน"}, {}}), Texts{});
  EXPECT_EQ(texts({{"2567", "บุคลากร"}, {.file = "a.pdf"}}), Texts{"จัดอบรมบุคลากร ปี ๒๕๖๗"});
  EXPECT_EQ(texts({{}, {}}), Texts{});
}

TEST_F(TextIndexTest, FollowsASecondReadingAndACorrection) {
  save(*store_, "/a.pdf", report("คำแรก"));
  save(*store_, "/a.pdf", report("คำที่สอง"));
  EXPECT_EQ(found("คำแรก"), Texts{});
  EXPECT_EQ(found("คำที่สอง"), Texts{"คำที่สอง"});
  correct_cell(*store_, cell(), "คำที่แก้", {"สมศรี", 0});
  EXPECT_EQ(found("ที่แก้"), Texts{"คำที่แก้"});
  EXPECT_EQ(found("ที่สอง"), Texts{});
  undo_last(*store_, "สมศรี");
  EXPECT_EQ(found("ที่สอง"), Texts{"คำที่สอง"});
}

TEST_F(TextIndexTest, FollowsAMergeWithCorrections) {
  {
    Store shard(folder_ / "shard.db", Open::create);
    save(shard, "/b.pdf", report("จากเครื่องอื่น"));
    correct_cell(shard, 1, "จากผู้ตรวจอื่น", {"มานะ", 0});
  }
  save(*store_, "/b.pdf", report("อ่านไว้ก่อน"));
  store_->database().exec("UPDATE extraction SET finished_at = '2000-01-01T00:00:00Z'");
  merge_shard(*store_, folder_ / "shard.db");
  EXPECT_EQ(found("จากผู้ตรวจ"), Texts{"จากผู้ตรวจอื่น"});
  EXPECT_EQ(found("จากเครื่อง"), Texts{});
  EXPECT_EQ(found("อ่านไว้"), Texts{});
}

TEST_F(TextIndexTest, APartOfTheCollectionFindsItsOwnTextsOnly) {
  save(*store_, "/a.pdf", report("ของหน่วยงานหนึ่ง"));
  const std::int64_t kept = save(*store_, "/b.pdf", report("ของหน่วยงานสอง"));
  copy_database(db_, folder_ / "part.db", {.selection = {{"id = ?1", {kept}}, std::nullopt}});
  EXPECT_EQ(found(folder_ / "part.db", "ของหน่วยงาน"), Texts{"ของหน่วยงานสอง"});
  EXPECT_EQ(found(folder_ / "part.db", "หนึ่ง"), Texts{});
}

TEST_F(TextIndexTest, SaysWhenThereIsMore) {
  Record record = report("ซ้ำ 0");
  for (int i = 1; i < 5; ++i) {
    record.cells.push_back(record.cells[0]);
    record.cells.back().text = "ซ้ำ " + std::to_string(i);
  }
  save(*store_, "/a.pdf", record);
  RelationReader reader(db_);
  EXPECT_TRUE(search_texts(reader, {{"ซ้ำ"}, {}}, 4).more);
  EXPECT_FALSE(search_texts(reader, {{"ซ้ำ"}, {}}, 5).more);
}

}  // namespace
}  // namespace prongsai::store
