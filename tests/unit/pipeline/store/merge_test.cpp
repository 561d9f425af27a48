#include "pipeline/store/merge.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "pipeline/store/decisions.hpp"
#include "pipeline/store/store.hpp"
#include "tests/faults/contents.hpp"
#include "tests/unit/pipeline/stages/temp_folder.hpp"
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
    decide(shard, 1, {"confirmed", "from the shard", "ก"});
    save(shard, "/2.pdf", "two");
  }
  Store out = open("out");
  save(out, "/2.pdf", "two");
  date(out, "2026-01-01T00:00:00Z");
  decide(out, 1, {"dismissed", "from here", "ข"});
  EXPECT_EQ(merge_shard(out, file("shard")).decisions, 1);
  EXPECT_EQ(text(out,
                 "SELECT group_concat(note, ';') FROM (SELECT f.note FROM finding f JOIN submission s ON "
                 "s.id = f.submission_id WHERE f.note IS NOT NULL ORDER BY s.canonical_path)"),
            "from the shard;from here");
}

TEST_F(MergeTest, TheLaterDecisionWins) {
  const auto decided = [&](const std::string& name, const std::string& status, const std::string& when) {
    Store store = open(name);
    save(store, "/1.pdf", "one");
    decide(store, 1, {status, "", ""});
    store.database().exec("UPDATE decision SET decided_at = '" + when + "'");
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

}  // namespace
}  // namespace prongsai::store
