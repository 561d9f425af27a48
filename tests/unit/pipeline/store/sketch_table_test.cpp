#include "pipeline/store/sketch_table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/store/merge.hpp"
#include "pipeline/store/review/review.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SketchTableTest : public testing::Test {
 protected:
  SketchTableTest() : store_(folder_.path() / "a.db", Open::create) {}

  static std::int64_t save(Store& store, const std::string& path) {
    return store.save({samples::submission(path, path + " bytes"), samples::record(), {}, "judge", std::nullopt, 0});
  }

  // A sketch of the file's name and these buckets.
  static Sketch sketch(std::int64_t id, const std::string& file, const std::vector<std::uint64_t>& buckets) {
    Sketch sketch;
    sketch.id = id;
    sketch.file = file;
    sketch.sha256 = "bytes";
    sketch.buckets = buckets;
    return sketch;
  }

  // Submissions with these buckets, named a, b, …; in the order of saving.
  void fill(SketchTable& table, const std::vector<std::pair<std::string, std::vector<std::uint64_t>>>& reports) {
    for (const auto& [name, buckets] : reports) save(store_, "/" + name);
    auto next = reports.begin();
    table.fill("1", [&](const StoredSubmission& stored) {
      const Sketch made = sketch(stored.id, next->first, next->second);
      ++next;
      return made;
    });
    table.arrange();
  }

  static std::vector<std::string> names(const std::vector<Sketch>& sketches) {
    std::vector<std::string> out;
    for (const Sketch& one : sketches) out.push_back(one.file);
    return out;
  }

  int sketches() { return store_.database().execAndGet("SELECT count(*) FROM sketch").getInt(); }
  void sketch_all() {
    SketchTable(store_).fill("1", [](const StoredSubmission& stored) { return sketch(stored.id, "x.pdf", {}); });
  }

  samples::TempFolder folder_;
  Store store_;
};

TEST_F(SketchTableTest, GivesBackEveryField) {
  Sketch full;
  full.id = save(store_, "/a.pdf");
  full.file = "a.pdf";
  full.sha256 = "ab12";
  full.agency = "สำนักงานตัวอย่าง";
  full.fiscal_year = 2567;
  full.item_code = "O34";
  for (std::size_t i = 0; i < full.signature.size(); ++i) full.signature[i] = 0xF0000000U + static_cast<unsigned>(i);
  full.buckets = {0x0102030405060708ULL, ~0ULL, 0};
  full.weaknesses = {7, 1ULL << 63U};
  Sketch bare;
  bare.id = save(store_, "/b.pdf");
  bare.file = "b.pdf";
  SketchTable table(store_);
  table.fill("1", [&](const StoredSubmission& stored) { return stored.id == full.id ? full : bare; });
  table.arrange();
  EXPECT_EQ(table.last_place(), 2);
  EXPECT_EQ(table.at(1), full);
  EXPECT_EQ(table.at(2), bare);
  EXPECT_EQ(table.at(3), std::nullopt);
}

TEST_F(SketchTableTest, MakesOnlyWhatIsMissingOrOfAnotherVersion) {
  for (int i = 0; i < 150; ++i) save(store_, "/" + std::to_string(i));
  SketchTable table(store_);
  int made = 0;
  const auto make = [&](const StoredSubmission& stored) {
    ++made;
    return sketch(stored.id, "x.pdf", {});
  };
  table.fill("1", make);
  EXPECT_EQ(made, 150);
  table.fill("1", make);
  EXPECT_EQ(made, 150);
  save(store_, "/7");
  table.fill("1", make);
  EXPECT_EQ(made, 151);
  table.fill("2", make);
  EXPECT_EQ(made, 301);
}

TEST_F(SketchTableTest, ThoseOfABucketMeetInTheOrderOfTheirNames) {
  SketchTable table(store_);
  fill(table, {{"d", {0x500, 90}}, {"b", {0x500, 91}}, {"c", {0x600, 90}}, {"a", {0x700, 92}}, {"e", {}}});
  EXPECT_EQ(table.at(1)->file, "a");
  EXPECT_THAT(table.met_by(1), IsEmpty());
  EXPECT_THAT(table.met_by(2), IsEmpty());
  EXPECT_THAT(table.met_by(3), IsEmpty());
  EXPECT_THAT(names(table.met_by(4)), ElementsAre("b", "c"));
  EXPECT_THAT(table.met_by(5), IsEmpty()) << "too little text to meet anyone";
}

TEST_F(SketchTableTest, ABucketKeepsItsFirstReports) {
  std::vector<std::pair<std::string, std::vector<std::uint64_t>>> copies;
  for (char name = 'l'; name >= 'a'; --name) copies.push_back({std::string(1, name), {1, 2}});
  SketchTable table(store_);
  fill(table, copies);
  EXPECT_THAT(names(table.met_by(5)), ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(names(table.met_by(12)), ElementsAre("a", "b", "c", "d", "e", "f", "g", "h"));
}

TEST_F(SketchTableTest, FindsByBytesAndByOffice) {
  for (const char* path : {"/2", "/1", "/3", "/4"}) save(store_, path);
  SketchTable table(store_);
  table.fill("1", [](const StoredSubmission& stored) {
    Sketch made = sketch(stored.id, stored.submission.canonical_path.substr(1), {});
    made.sha256 = made.file == "1" || made.file == "2" ? "same" : "others";
    made.agency = "สำนักงานตัวอย่าง";
    made.fiscal_year = made.file == "1" ? 2566 : 2567;
    if (made.file != "4") made.weaknesses = {1};
    return made;
  });
  table.arrange();
  EXPECT_EQ(table.first_of_bytes("same")->file, "1");
  EXPECT_EQ(table.first_of_bytes("none"), std::nullopt);
  EXPECT_THAT(names(table.with_weaknesses("สำนักงานตัวอย่าง", 2567)), ElementsAre("2", "3"));
  EXPECT_THAT(table.with_weaknesses("สำนักงานอื่น", 2567), IsEmpty());
}

TEST_F(SketchTableTest, AShardsSketchesComeAlong) {
  {
    Store shard(folder_.path() / "shard.db", Open::create);
    save(shard, "/a.pdf");
    SketchTable(shard).fill("1", [](const StoredSubmission& stored) { return sketch(stored.id, "a.pdf", {9}); });
  }
  save(store_, "/b.pdf");
  (void)merge_shard(store_, folder_.path() / "shard.db");
  SketchTable table(store_);
  std::vector<std::string> made;
  table.fill("1", [&](const StoredSubmission& stored) {
    made.push_back(stored.submission.canonical_path);
    return sketch(stored.id, "b.pdf", {9});
  });
  EXPECT_THAT(made, ElementsAre("/b.pdf"));
  table.arrange();
  EXPECT_THAT(names(table.met_by(2)), ElementsAre("a.pdf"));
}

// What would make it another one drops it.
TEST_F(SketchTableTest, ASketchGoesWhenItsSubmissionChanges) {
  const std::int64_t id = save(store_, "/a.pdf");
  sketch_all();
  ASSERT_EQ(sketches(), 1);
  store_.save_judgement(id, samples::judgement(), "another judge");
  EXPECT_EQ(sketches(), 1) << "judging alone changes nothing of it";

  save(store_, "/a.pdf");
  EXPECT_EQ(sketches(), 0) << "read again";

  sketch_all();
  const std::int64_t cell = store_.database().execAndGet("SELECT min(id) FROM cell").getInt64();
  correct_cell(store_, cell, "แก้ไขแล้ว", {"สมศรี", 0});
  EXPECT_EQ(sketches(), 0) << "corrected";

  sketch_all();
  store_.move(id, samples::submission("/elsewhere/b.pdf", "/a.pdf bytes"));
  EXPECT_EQ(sketches(), 0) << "moved";

  sketch_all();
  {
    Store shard(folder_.path() / "shard.db", Open::create);
    save(shard, "/elsewhere/b.pdf");
    shard.database().exec("UPDATE submission SET saved_at = '2999-01-01T00:00:00Z'");
  }
  EXPECT_EQ(merge_shard(store_, folder_.path() / "shard.db").taken, 1);
  EXPECT_EQ(sketches(), 0) << "replaced by a shard's";

  sketch_all();
  store_.database().exec("DELETE FROM submission");
  EXPECT_EQ(sketches(), 0) << "gone";
}

}  // namespace
}  // namespace prongsai::store
