#include "pipeline/store/sqlite/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "pipeline/store/sqlite/database.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;

class SchemaTest : public testing::Test {
 protected:
  std::string error_of_opening(Open mode) {
    try {
      (void)open_database(file_, mode);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  }

  const samples::TempFolder folder_;
  const fs::path file_ = folder_.path() / "reports.db";
};

TEST_F(SchemaTest, MigrationsAreNumberedWithoutGaps) {
  int expected = 0;
  for (const Migration& migration : migrations()) EXPECT_EQ(migration.number, ++expected) << migration.name;
  EXPECT_EQ(schema_version(), expected);
}

TEST_F(SchemaTest, MakesTheRelationsStrict) {
  auto database = open_database(file_, Open::create);
  for (const char* name : {"submission", "issue", "cell", "page", "score", "finding"}) {
    SQLite::Statement query(*database, "SELECT strict FROM pragma_table_list WHERE name = ?");
    query.bind(1, name);
    ASSERT_TRUE(query.executeStep()) << name;
    EXPECT_EQ(query.getColumn(0).getInt(), 1) << name;
  }
  EXPECT_EQ(database->execAndGet("PRAGMA user_version").getInt(), schema_version());
  EXPECT_EQ(database->execAndGet("PRAGMA journal_mode").getString(), "wal");
  EXPECT_EQ(database->execAndGet("PRAGMA foreign_keys").getInt(), 1);
  EXPECT_EQ(database->execAndGet("PRAGMA trusted_schema").getInt(), 0);
}

TEST_F(SchemaTest, RefusesANewerFile) {
  open_database(file_, Open::create)->exec("PRAGMA user_version = 99");
  const std::string expected = file_.string() + " was written by a newer prongsai (schema 99; this program knows " +
                               std::to_string(schema_version()) + "): use the newer program";
  EXPECT_EQ(error_of_opening(Open::create), expected);
  EXPECT_EQ(error_of_opening(Open::read_only), expected);
}

TEST_F(SchemaTest, RefusesAnotherProgramsDatabase) {
  SQLite::Database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE notes (words TEXT)");
  EXPECT_EQ(error_of_opening(Open::create),
            file_.string() + " is a database of another program; nothing was changed in it");
}

TEST_F(SchemaTest, RefusesAFileThatIsNoDatabase) {
  std::ofstream(file_) << std::string(4096, 'x');
  EXPECT_EQ(error_of_opening(Open::create), file_.string() + " is not an SQLite database");
}

TEST_F(SchemaTest, SaysHowToMakeAMissingFile) {
  EXPECT_EQ(error_of_opening(Open::existing),
            file_.string() + ": no such database; `prongsai ingest PATH --db " + file_.string() + "` makes one");
}

TEST_F(SchemaTest, MigratesAnOlderFileInPlace) {
  const std::vector<Migration> first = {{1, "001_first.sql", "CREATE TABLE note (words TEXT) STRICT;"}};
  std::vector<Migration> both = first;
  both.push_back({2, "002_second.sql", "ALTER TABLE note ADD COLUMN author TEXT;"});
  SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(database, first);
  database.exec("INSERT INTO note VALUES ('kept')");
  migrate(database, both);
  migrate(database, both);
  EXPECT_EQ(database.execAndGet("SELECT words FROM note WHERE author IS NULL").getString(), "kept");
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 2);
}

// A database of schema 6 with two cells of one key in a row, the second corrected.
TEST_F(SchemaTest, CellsOfAnOlderFileKnowTheirColumnsAndKeepTheirCorrections) {
  const std::vector<Migration> all = migrations();
  SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(database, {all.begin(), all.begin() + 6});
  database.exec(R"sql(
    INSERT INTO submission (id, source_path, canonical_path, sha256, status, saved_at)
      VALUES (1, 'a', 'a', 'ab', 'extracted', '2024-01-01T00:00:00Z');
    INSERT INTO table_info (submission_id, table_no, column_keys, headers)
      VALUES (1, 1, '["sequence","other","other"]', '["ที่","งาน",""]');
    INSERT INTO cell (submission_id, table_no, row_no, column_key, text)
      VALUES (1, 1, 1, 'sequence', '1'), (1, 1, 1, 'other', 'x'), (1, 1, 1, 'other', 'y'), (1, 1, 2, 'other', 'z');
    INSERT INTO correction VALUES ('ab', 'cell', '1/1/other/2', '"y"', '"w"', 'n', '2024-01-01T00:00:00Z');
    INSERT INTO review_event (at, who, kind, sha256, anchor, before_value, after_value)
      VALUES ('2024-01-01T00:00:00Z', 'n', 'cell', 'ab', '1/1/other/2', '"y"', '"w"');)sql");
  migrate(database, all);
  EXPECT_EQ(database.execAndGet("SELECT group_concat(row_no || '/' || col_no, ' ') FROM cell").getString(),
            "1/1 1/2 1/3 2/1");
  EXPECT_EQ(database.execAndGet("SELECT anchor FROM correction").getString(), "1/1/3");
  EXPECT_EQ(database.execAndGet("SELECT anchor FROM review_event").getString(), "1/1/3");
  EXPECT_EQ(database.execAndGet("SELECT columns FROM table_info").getString(),
            R"([{"key":"sequence","header":["ที่"]},{"key":"other","header":["งาน"]},{"key":"other","header":[]}])");
  // Such columns, which do not say why they are what they are, read as ones of which nothing is known.
  database.exec("UPDATE cell SET source = 'text'; UPDATE table_info SET source = 'text'");
  const auto columns = Store(file_, Open::existing).load_record(1).tables.at(0).columns;
  ASSERT_EQ(columns.size(), 3U);
  EXPECT_EQ(columns[1].header, std::vector<std::string>{"งาน"});
  EXPECT_EQ(columns[1].because, "");
  EXPECT_EQ(columns[1].margin, ColumnRecord().margin);
}

// Texts of an older file are given the doubtful words of their box, what was doubtful stays so.
TEST_F(SchemaTest, TextsOfAnOlderFileKnowWhatOfThemWasDoubted) {
  std::vector<Migration> before;
  for (const Migration& migration : migrations()) {
    if (std::string_view(migration.name).ends_with("_doubts.sql")) break;
    before.push_back(migration);
  }
  {
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(database, before);
    database.exec(R"sql(
      INSERT INTO submission (id, source_path, canonical_path, sha256, status, saved_at, pages, fiscal_year,
          fiscal_year_page_no, fiscal_year_x0, fiscal_year_y0, fiscal_year_x1, fiscal_year_y1, fiscal_year_source,
          fiscal_year_confidence)
        VALUES (1, 'a', 'a', 'ab', 'extracted', '2024-01-01T00:00:00Z', 1, 2567, 1, 0, 0, 100, 20, 'ocr', 0.9);
      INSERT INTO cell (submission_id, table_no, row_no, col_no, column_key, text, page_no, x0, y0, x1, y1, source,
          confidence, doubtful)
        VALUES (1, 1, 1, 1, 'other', 'ได้ ๙๐.๒๕', 1, 0, 20, 100, 40, 'ocr', 0.9, 0),
               (1, 1, 2, 1, 'other', 'ได้ ๙๐.๒๕', 1, 0, 40, 100, 60, 'ocr', 0.9, 0),
               (1, 1, 3, 1, 'other', 'ทา', 1, 0, 60, 100, 80, 'ocr', 0.9, 1);
      INSERT INTO score (submission_id, subject, value, unit, raw_figure, page_no, x0, y0, x1, y1, source, confidence,
          doubtful)
        VALUES (1, 'ITA', 90.25, 'points', '๙๐.๒๕', 1, 0, 20, 100, 40, 'ocr', 0.9, 1),
               (1, 'IIT', 27.1, 'points', '27.1', 1, 0, 40, 100, 60, 'ocr', 0.9, 1);
      INSERT INTO doubtful_word (submission_id, text, alternative, page_no, x0, y0, x1, y1, source, confidence)
        VALUES (1, '๙๐.๒๕', '๙๐.๒๖', 1, 50, 22, 90, 38, 'ocr', 0.4), (1, '๒๕๖๗', '๒๕๖๑', 1, 50, 2, 90, 18, 'ocr', 0.4);
    )sql");
  }
  const Record record = Store(file_, Open::existing).load_record(1);
  ASSERT_EQ(record.cells.size(), 3U);
  ASSERT_EQ(record.cells[0].doubts.size(), 1U);
  const Doubt& doubt = record.cells[0].doubts[0];
  EXPECT_EQ(record.cells[0].text.substr(doubt.begin, doubt.end - doubt.begin), "๙๐.๒๕");
  EXPECT_EQ(doubt.certainty, Certainty::conflicting);
  EXPECT_EQ(doubt.alternative, "๙๐.๒๖");
  EXPECT_EQ(doubt.at.box, (Box{50, 22, 90, 38}));
  EXPECT_TRUE(record.cells[1].doubts.empty()) << "the same digits in another place";
  EXPECT_TRUE(is_doubtful(record.cells[2]));
  EXPECT_EQ(worst_of(record.scores.at(0).doubts), Certainty::conflicting);
  EXPECT_EQ(worst_of(record.scores.at(1).doubts), Certainty::contradicted);
  EXPECT_EQ(worst_of(record.fiscal_year_doubts), Certainty::conflicting);
}

// The rows of a file written before `deferred` was a status stay, and the table takes it from then on.
TEST_F(SchemaTest, ReadingsMayBePutOffInAnOlderFile) {
  std::vector<Migration> before;
  for (const Migration& migration : migrations()) {
    if (std::string_view(migration.name).ends_with("_deferrals.sql")) break;
    before.push_back(migration);
  }
  const std::string insert = "INSERT INTO submission (source_path, canonical_path, saved_at, status) VALUES ";
  {
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(database, before);
    database.exec(insert + "('a', 'a', '', 'failed')");
    database.exec("INSERT INTO link (submission_id) VALUES (1)");
    EXPECT_THROW(database.exec(insert + "('b', 'b', '', 'deferred')"), SQLite::Exception);
  }
  const auto database = open_database(file_, Open::existing);
  database->exec(insert + "('b', 'b', '', 'deferred')");
  EXPECT_THROW(database->exec(insert + "('c', 'c', '', 'lost')"), SQLite::Exception);
  EXPECT_EQ(
      database->execAndGet("SELECT group_concat(status) FROM (SELECT status FROM submission ORDER BY id)").getString(),
      "failed,deferred");
  EXPECT_EQ(database->execAndGet("SELECT count(*) FROM link").getInt(), 1);
  EXPECT_EQ(database->execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(SchemaTest, AFailedMigrationLeavesTheFileAsItWas) {
  const std::vector<Migration> first = {{1, "001_first.sql", "CREATE TABLE note (words TEXT) STRICT;"}};
  std::vector<Migration> broken = first;
  broken.push_back({2, "002_broken.sql", "CREATE TABLE half (x TEXT); SELECT * FROM nowhere;"});
  SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(database, first);
  EXPECT_THROW(migrate(database, broken), SQLite::Exception);
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 1);
  EXPECT_FALSE(database.tableExists("half"));
}

}  // namespace
}  // namespace prongsai::store
