#include "pipeline/store/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <stdexcept>

#include "pipeline/store/guarded.hpp"
#include "pipeline/store/schema.hpp"

namespace prongsai::store {
namespace {

// How long a writer waits for another one's transaction, milliseconds. Ours last well under a second.
constexpr int kBusyMilliseconds = 10'000;

int open_flags(Open mode) {
  if (mode == Open::read_only) return SQLite::OPEN_READONLY;
  return SQLite::OPEN_READWRITE | (mode == Open::create ? SQLite::OPEN_CREATE : 0);
}

void configure(SQLite::Database& database, Open mode) {
  database.setBusyTimeout(kBusyMilliseconds);
  database.exec("PRAGMA trusted_schema = OFF");
  database.exec("PRAGMA foreign_keys = ON");
  if (mode == Open::read_only) return;
  // A crash of the program loses nothing; a crash of the machine may lose the last documents, which the next run reads
  // again. Full synchronisation would cost a disk flush a document for no more than that.
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = NORMAL");
}

std::string explain(const SQLite::Exception& error, const std::filesystem::path& file) {
  const std::string name = file.string();
  switch (error.getErrorCode()) {
    case SQLITE_NOTADB:
      return name + " is not an SQLite database";
    case SQLITE_BUSY:
      return name + " is locked by another program: wait for it or stop it, then run again";
    case SQLITE_CANTOPEN:
      return name + ": cannot open the database (is its folder there, and may it be written to?)";
    case SQLITE_READONLY:
      return name + " cannot be written to: check its permissions and those of its folder";
    case SQLITE_FULL:
      return name + ": the disk is full; what was saved before is safe";
    default:
      return name + ": " + error.what();
  }
}

}  // namespace

std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file, Open mode) {
  if (mode != Open::create && !std::filesystem::exists(file)) {
    throw std::runtime_error(file.string() + ": no such database; `prongsai ingest PATH --db " + file.string() +
                             "` makes one");
  }
  try {
    auto database = std::make_unique<SQLite::Database>(file.string(), open_flags(mode));
    configure(*database, mode);
    if (mode == Open::read_only) {
      require_current(*database);
    } else {
      migrate(*database, migrations());
    }
    return database;
  } catch (const SQLite::Exception& error) {
    throw_explained(error, file);
  }
}

void throw_explained(const SQLite::Exception& error, const std::filesystem::path& file) {
  throw std::runtime_error(explain(error, file));
}

}  // namespace prongsai::store
