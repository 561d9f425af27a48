// The database's schema, version by version. PRAGMA user_version counts the migrations applied.
#pragma once

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace prongsai::store {

struct Migration {
  int number = 0;    // 1, 2, 3, … without gaps
  const char* name;  // 001_initial.sql
  const char* sql;
};

// All migrations, in order (generated from data/schema).
[[nodiscard]] const std::vector<Migration>& migrations();

// The version this program writes.
[[nodiscard]] int schema_version();

// Brings the database to `known`'s last version, each step in one transaction together with its number: a crash leaves
// the step done or not begun. Throws std::runtime_error for a database of a newer program or of another program.
void migrate(SQLite::Database& database, const std::vector<Migration>& known);

// Throws unless the database is this program's and of exactly its schema version: for opening without writing.
void require_current(SQLite::Database& database);

}  // namespace prongsai::store
