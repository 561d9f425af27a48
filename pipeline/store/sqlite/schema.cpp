#include "pipeline/store/sqlite/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <stdexcept>

namespace prongsai::store {
namespace {

// PRAGMA application_id of our files: the letters PRSI. Tells them from any other program's SQLite file.
constexpr int kApplicationId = 0x50525349;

int pragma(SQLite::Database& database, const std::string& name) {
  return database.execAndGet("PRAGMA " + name).getInt();
}

void require_ours(SQLite::Database& database) {
  if (pragma(database, "application_id") == kApplicationId) return;
  throw std::runtime_error(database.getFilename() + " is a database of another program; nothing was changed in it");
}

void require_not_newer(SQLite::Database& database, int newest) {
  const int version = pragma(database, "user_version");
  if (version <= newest) return;
  throw std::runtime_error(database.getFilename() + " was written by a newer prongsai (schema " +
                           std::to_string(version) + "; this program knows " + std::to_string(newest) +
                           "): use the newer program");
}

bool is_new(SQLite::Database& database) {
  return pragma(database, "application_id") == 0 && pragma(database, "user_version") == 0 &&
         database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
}

}  // namespace

int schema_version() {
  return migrations().back().number;
}

void migrate(SQLite::Database& database, const std::vector<Migration>& known) {
  // The write lock first: two programs that open a new file at once must not both create it.
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (is_new(database)) {
    database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  }
  require_ours(database);
  require_not_newer(database, known.back().number);
  const int from = pragma(database, "user_version");
  for (const Migration& migration : known) {
    if (migration.number <= from) continue;
    database.exec(migration.sql);
    database.exec("PRAGMA user_version = " + std::to_string(migration.number));
  }
  transaction.commit();
}

void require_current(SQLite::Database& database) {
  require_ours(database);
  require_not_newer(database, schema_version());
  const int version = pragma(database, "user_version");
  if (version == schema_version()) return;
  throw std::runtime_error(database.getFilename() + " was written by an older prongsai (schema " +
                           std::to_string(version) + "): open it once with `prongsai ingest` to bring it up to date");
}

}  // namespace prongsai::store
