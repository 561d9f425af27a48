// The overview's sums against plain queries over the findings themselves, for whatever was done to the database before.
#include "pipeline/review/finding_sums.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "pipeline/store/across_findings.hpp"
#include "pipeline/store/merge.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_undo.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::review {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class FindingSumsTest : public testing::Test {
 protected:
  // Saves a submission with findings of random kinds; every fifth repeats the bytes of the one before.
  void add(store::Store& store, int number) {
    Submission given = samples::submission("/" + std::to_string(number) + ".pdf",
                                           std::to_string(number % 5 == 4 ? number - 1 : number));
    Record record = samples::record();
    record.fiscal_year.reset();
    if (number % 7 != 0) record.fiscal_year = 2565 + number % 3;
    given.manifest.reset();
    ids_.push_back(store.save(
        {given, record, {findings(), std::nullopt, "", ""}, "judge", store::ExtractionFacts{"0.1.0", "data-1"}}));
  }

  std::vector<Finding> findings() {
    static const std::vector<std::string> codes = {"empty_cell", "wrong_year", "missing_issue", "near_duplicate"};
    std::vector<Finding> all;
    for (std::size_t i = 0, count = random_() % 8; i < count; ++i) {
      Finding one = samples::finding(codes[random_() % codes.size()], "", static_cast<int>(random_() % 7) + 1);
      if (random_() % 3 == 0) one.issue_no.reset();
      one.severity = static_cast<Severity>(random_() % 3);
      all.push_back(one);
    }
    return all;
  }

  std::mt19937 random_{20};
  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  std::vector<std::int64_t> ids_;
};

json query(SQLite::Database& database, const std::string& sql) {
  json rows = json::array();
  SQLite::Statement statement(database, sql);
  while (statement.executeStep()) {
    json row;
    for (int i = 0; i < statement.getColumnCount(); ++i) {
      const SQLite::Column column = statement.getColumn(i);
      json& value = row[column.getName()];
      if (column.isNull()) continue;
      value = column.isInteger() ? json(column.getInt64()) : json(column.getString());
    }
    rows.push_back(row);
  }
  return rows;
}

FindingSums sums_of(SQLite::Database& database) {
  FindingSums sums;
  SQLite::Statement statement(
      database,
      "SELECT fiscal_year, counts, id % 11 FROM submission s JOIN finding_counts c ON c.submission_id = s.id");
  while (statement.executeStep()) {
    const SQLite::Column year = statement.getColumn(0);
    sums.add(year.isNull() ? std::nullopt : std::optional<std::int64_t>(year.getInt64()),
             statement.getColumn(1).getString(), static_cast<std::size_t>(statement.getColumn(2).getInt64()));
  }
  return sums;
}

void expect_right(SQLite::Database& database) {
  const FindingSums sums = sums_of(database);
  EXPECT_EQ(sums.by_code(), query(database,
                                  "SELECT code, count(DISTINCT submission_id) AS submissions, "
                                  "count(DISTINCT submission_id % 11) AS offices FROM finding "
                                  "WHERE status <> 'dismissed' GROUP BY code ORDER BY 2 DESC, 1"));
  EXPECT_EQ(sums.heat(), query(database,
                               "SELECT code, issue_no, count(*) AS count FROM finding WHERE status <> 'dismissed' "
                               "AND issue_no BETWEEN 1 AND 7 GROUP BY 1, 2 ORDER BY 1, 2"));
  EXPECT_EQ(sums.years(),
            query(database,
                  "SELECT fiscal_year, count(DISTINCT s.id) AS submissions, "
                  "count(*) FILTER (WHERE severity = 'error') AS error, "
                  "count(*) FILTER (WHERE severity = 'warning') AS warning, "
                  "count(*) FILTER (WHERE severity = 'info') AS info FROM submission s LEFT JOIN finding f "
                  "ON f.submission_id = s.id AND f.status <> 'dismissed' GROUP BY 1 ORDER BY 1"));
  json expected = {{"confirmed", 0}, {"dismissed", 0}, {"open", {{"error", 0}, {"warning", 0}, {"info", 0}}}};
  for (const json& row :
       query(database, "SELECT severity, count(*) AS n FROM finding WHERE status = 'open' GROUP BY 1"))
    expected["open"][row["severity"].get<std::string>()] = row["n"];
  for (const json& row : query(database, "SELECT status, count(*) AS n FROM finding WHERE status <> 'open' GROUP BY 1"))
    expected[row["status"].get<std::string>()] = row["n"];
  EXPECT_EQ(sums.by_status(), expected);
}

// Every submission's counts are kept, and are what the findings say.
void expect_kept(SQLite::Database& database) {
  EXPECT_EQ(query(database, "SELECT id FROM submission WHERE id NOT IN (SELECT submission_id FROM finding_tally)"),
            json::array());
  expect_right(database);
}

TEST_F(FindingSumsTest, AnEmptyDatabaseHasNone) {
  store::Store store(folder_ / "a.db", store::Open::create);
  expect_right(store.database());
}

TEST_F(FindingSumsTest, AgreeWithTheFindingsAfterEveryWayOfChangingThem) {
  store::Store store(folder_ / "a.db", store::Open::create);
  for (int number = 0; number < 40; ++number) add(store, number);
  expect_kept(store.database());

  for (std::size_t i = 0; i < ids_.size(); i += 3) store.save_judgement(ids_[i], {findings(), {}, "", ""}, "judge 2");
  expect_kept(store.database());

  store::AcrossFindings found(store);
  found.add(ids_[2], {samples::finding("duplicate_file", "a")});
  found.add(ids_[9], {samples::finding("x", "b")});
  found.put_in_place("j");
  expect_kept(store.database());

  for (const json& row : query(store.database(), "SELECT id, id % 3 AS way FROM finding")) {
    // A decision on one sighting of the bytes is one on the other.
    const std::string still_open = "status = 'open' AND id = " + std::to_string(row["id"].get<int>());
    if (row["way"] == 2 || query(store.database(), "SELECT 1 FROM finding WHERE " + still_open).empty()) continue;
    decide_finding(store, row["id"], row["way"] == 0 ? "dismissed" : "confirmed", "", {"สมศรี", 0});
  }
  (void)undo_last(store, "สมศรี");
  expect_kept(store.database());
}

TEST_F(FindingSumsTest, AgreeAfterAMerge) {
  {
    store::Store shard(folder_ / "shard.db", store::Open::create);
    for (int number = 10; number < 30; ++number) add(shard, number);
  }
  store::Store store(folder_ / "a.db", store::Open::create);
  for (int number = 0; number < 20; ++number) add(store, number);
  (void)store::merge_shard(store, folder_ / "shard.db");
  expect_kept(store.database());
}

TEST_F(FindingSumsTest, AgreeWhenSomeoneElseChangesTheFindings) {
  store::Store store(folder_ / "a.db", store::Open::create);
  for (int number = 0; number < 20; ++number) add(store, number);
  store.database().exec("DELETE FROM finding WHERE id % 4 = 0");
  store.database().exec("UPDATE finding SET status = 'dismissed' WHERE id % 3 = 0");
  store.database().exec("UPDATE finding SET submission_id = 1 WHERE id % 5 = 0");
  store.database().exec("DELETE FROM submission WHERE id = 2");
  expect_right(store.database());
}

}  // namespace
}  // namespace prongsai::review
