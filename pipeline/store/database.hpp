// Opening the database file with the settings that every connection needs.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <memory>
#include <utility>

namespace prongsai::store {

enum class Open {
  create,     // a new file is made; an older one is migrated in place
  existing,   // the file must be there; an older one is migrated in place
  read_only,  // nothing is written; the schema must be this program's
};

// Throws std::runtime_error that names the file and says what to do.
[[nodiscard]] std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file, Open mode);

// Throws what an SQLite error means to a person: the disk is full, the file is locked, …
[[noreturn]] void throw_explained(const SQLite::Exception& error, const std::filesystem::path& file);

// Runs `work`; its SQLite errors come out explained.
template <typename Work>
auto guarded(const SQLite::Database& database, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& error) {
    throw_explained(error, database.getFilename());
  }
}

}  // namespace prongsai::store
