// A file that takes another one's place keeps what was decided on it.
#include "pipeline/store/review/versions.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "pipeline/store/merge.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;
using samples::finding;

class VersionsTest : public testing::Test {
 protected:
  static std::int64_t save_in(Store& store, const std::string& path, const std::string& sha256,
                              const std::vector<Finding>& findings) {
    return store.save({samples::submission(path, sha256),
                       samples::record(),
                       {findings, 50, "", ""},
                       "judge-1",
                       ExtractionFacts{"0.1.0", "data-1"}});
  }
  std::int64_t save(const std::string& path, const std::string& sha256, const std::vector<Finding>& findings) {
    return save_in(store_, path, sha256, findings);
  }
  void decide_all(std::int64_t id, const std::string& status) {
    SQLite::Statement query(store_.database(), "SELECT id FROM finding WHERE submission_id = ?");
    query.bind(1, id);
    std::vector<std::int64_t> ids;
    while (query.executeStep()) ids.push_back(query.getColumn(0).getInt64());
    for (const std::int64_t one : ids) decide_finding(store_, one, status, "เห็นแล้ว", {"สมศรี", 0});
  }
  std::string statuses(std::int64_t id) {
    SQLite::Statement query(store_.database(),
                            "SELECT group_concat(code || ' ' || status, ', ') FROM (SELECT code, status FROM finding "
                            "WHERE submission_id = ? ORDER BY code, anchor)");
    query.bind(1, id);
    query.executeStep();
    return query.getColumn(0).getString();
  }
  std::int64_t number(const std::string& sql) { return store_.database().execAndGet(sql).getInt64(); }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  Store store_{folder_ / "reports.db", Open::create};
};

TEST_F(VersionsTest, DecisionsGoOnForTheGapsThatAreTheSame) {
  const std::int64_t id = save("/a/one.pdf", "v1", {finding("wrong_year", "ปี ๒๕๖๓"), finding("empty_cell", "ข")});
  decide_all(id, "confirmed");
  EXPECT_EQ(save("/a/one.pdf", "v2", {finding("empty_cell", "ข"), finding("missing_issue", "ค")}), id);
  EXPECT_EQ(statuses(id), "empty_cell confirmed, missing_issue open");
  EXPECT_EQ(number("SELECT count(*) FROM submission_version"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM earlier_finding WHERE status = 'confirmed'"), 2);
  EXPECT_EQ(number("SELECT count(*) FROM review_event WHERE who = 'prongsai' AND sha256 = 'v2'"), 1) << "it is logged";
  EXPECT_EQ(number("SELECT count(*) FROM decision WHERE carried_from = 'v1' AND decided_by = 'สมศรี'"), 1);
}

TEST_F(VersionsTest, AReviewersOwnWordOnTheNewFileStands) {
  const std::int64_t id = save("/a/one.pdf", "v1", {finding("empty_cell", "ข")});
  decide_all(id, "confirmed");
  save("/a/one.pdf", "v2", {finding("empty_cell", "ข")});
  decide_finding(store_, number("SELECT id FROM finding"), "open", "",
                 {"มานะ", number("SELECT max(id) FROM review_event")});
  store_.save_judgement(id, {{finding("empty_cell", "ข")}, 50, "", ""}, "judge-2");
  EXPECT_EQ(statuses(id), "empty_cell open");
}

// Which of several alike is which cannot be told from one file to the next.
TEST_F(VersionsTest, OfGapsAlikeOnlyThoseDecidedAlikeAreTheSame) {
  const std::vector<Finding> two = {finding("empty_cell", "ข"), finding("empty_cell", "ข")};
  const std::int64_t mixed = save("/a/mixed.pdf", "m1", two);
  decide_finding(store_, number("SELECT min(id) FROM finding"), "confirmed", "", {"ก", 0});
  decide_finding(store_, number("SELECT max(id) FROM finding"), "dismissed", "", {"ก", 0});
  save("/a/mixed.pdf", "m2", two);
  EXPECT_EQ(statuses(mixed), "empty_cell open, empty_cell open");
  const std::int64_t alike = save("/a/alike.pdf", "a1", two);
  decide_all(alike, "dismissed");
  save("/a/alike.pdf", "a2", two);
  EXPECT_EQ(statuses(alike), "empty_cell dismissed, empty_cell dismissed");
  save("/a/alike.pdf", "a3", {finding("empty_cell", "ข")});
  EXPECT_EQ(statuses(alike), "empty_cell open") << "one of them is gone";
}

TEST_F(VersionsTest, AnotherFileOfTheOfficeForTheItemGoesOnFromTheLast) {
  decide_all(save("/a/first.pdf", "f1", {finding("empty_cell", "ข")}), "confirmed");
  const std::int64_t second = save("/a/second.pdf", "f2", {finding("empty_cell", "ข")});
  EXPECT_EQ(statuses(second), "empty_cell confirmed");
  EXPECT_EQ(number("SELECT count(*) FROM submission_version"), 0) << "both files are there";
}

TEST_F(VersionsTest, AFileThatComesBackIsNoVersionOfItself) {
  const std::int64_t id = save("/a/one.pdf", "v1", {finding("empty_cell", "ข")});
  decide_all(id, "confirmed");
  save("/a/one.pdf", "v2", {});
  save("/a/one.pdf", "v1", {finding("empty_cell", "ข")});
  EXPECT_EQ(statuses(id), "empty_cell confirmed");
  EXPECT_EQ(number("SELECT count(*) FROM submission_version WHERE sha256 = 'v1'"), 0);
}

TEST_F(VersionsTest, AMergeKeepsTheFileThatItReplaces) {
  const std::int64_t id = save("/a/one.pdf", "v1", {finding("empty_cell", "ข")});
  decide_all(id, "confirmed");
  store_.database().exec("UPDATE submission SET saved_at = '2020-01-01T00:00:00Z'");
  store_.database().exec("UPDATE extraction SET finished_at = '2020-01-01T00:00:00Z'");
  const fs::path shard = folder_ / "shard.db";
  {
    Store other(shard, Open::create);
    save_in(other, "/a/one.pdf", "v0", {finding("wrong_year", "ปี")});
    save_in(other, "/a/one.pdf", "v2", {finding("empty_cell", "ข")});
  }
  const std::int64_t last = number("SELECT max(id) FROM finding");
  merge_shard(store_, shard);
  EXPECT_EQ(statuses(id), "empty_cell confirmed");
  EXPECT_EQ(number("SELECT count(*) FROM submission_version"), 2);
  EXPECT_GT(number("SELECT min(id) FROM finding"), last);
}

TEST(ContentKey, NamesBytesKindAndPlace) {
  const std::string key = content_key("ab", "cell", "1/2/x/1");
  EXPECT_EQ(key.size(), 32U);
  EXPECT_EQ(key, content_key("ab", "cell", "1/2/x/1"));
  EXPECT_NE(key, content_key("abc", "ell", "1/2/x/1"));
  EXPECT_NE(key, content_key("ab", "score", "1/2/x/1"));
  EXPECT_EQ(content_key("", "cell", "1/2/x/1"), "");
}

}  // namespace
}  // namespace prongsai::store
