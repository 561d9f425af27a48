#include "pipeline/store/sqlite/marks.hpp"

#include <SQLiteCpp/Statement.h>

namespace prongsai::store {

void set_mark(SQLite::Database& database, const std::string& name, const std::string& value) {
  SQLite::Statement set(database,
                        "INSERT INTO mark (name, value) VALUES (?, ?) "
                        "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
  set.bind(1, name);
  set.bind(2, value);
  set.exec();
}

void clear_mark(SQLite::Database& database, const std::string& name) {
  SQLite::Statement clear(database, "DELETE FROM mark WHERE name = ?");
  clear.bind(1, name);
  clear.exec();
}

std::string read_mark(SQLite::Database& database, const std::string& name) {
  SQLite::Statement query(database, "SELECT value FROM mark WHERE name = ?");
  query.bind(1, name);
  return query.executeStep() ? query.getColumn(0).getString() : "";
}

}  // namespace prongsai::store
