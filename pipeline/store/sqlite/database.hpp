// Opening the database file with the settings that every connection needs.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace SQLite {
class Database;
}

namespace prongsai::store {

enum class Open {
  create,     // a new file is made; an older one is migrated in place
  existing,   // the file must be there; an older one is migrated in place
  read_only,  // nothing is written; the schema must be this program's
};

// The file, or the folder that its journal belongs in, takes no writing.
class NotWritable : public std::runtime_error {
 public:
  explicit NotWritable(const std::filesystem::path& file);
};

// Throws NotWritable. SQLite itself opens such a file for reading, without a word, and refuses the first change only.
void require_writable(SQLite::Database& database);

// A new database is its owner's alone; SQLite gives its journal the same rights. One that is there keeps its own.
void make_private(const std::filesystem::path& file);

// Throws std::runtime_error that names the file and says what to do; NotWritable where it is to be written to.
[[nodiscard]] std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file, Open mode);

}  // namespace prongsai::store
