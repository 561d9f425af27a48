#include "pipeline/store/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "pipeline/store/database.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;

class SchemaTest : public testing::Test {
 protected:
  SchemaTest() : file_(fs::path(testing::TempDir()) / ("schema_" + std::to_string(getpid()) + ".db")) { clean(); }
  ~SchemaTest() override { clean(); }
  void clean() {
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(file_.string() + suffix);
  }
  std::string error_of_opening(Open mode) {
    try {
      (void)open_database(file_, mode);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  }

  fs::path file_;
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
