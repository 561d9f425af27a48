// Opening the database file with the settings that every connection needs.
#pragma once

#include <filesystem>
#include <memory>

namespace SQLite {
class Database;
}

namespace prongsai::store {

enum class Open {
  create,     // a new file is made; an older one is migrated in place
  existing,   // the file must be there; an older one is migrated in place
  read_only,  // nothing is written; the schema must be this program's
};

// Throws std::runtime_error that names the file and says what to do.
[[nodiscard]] std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file, Open mode);

}  // namespace prongsai::store
