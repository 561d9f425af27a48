// Facts about the database as a whole, by name. For this library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

namespace prongsai::store {

// Set when submissions have been compared with each other; gone when one changes.
inline constexpr const char* kAcrossMark = "across";

void set_mark(SQLite::Database& database, const std::string& name, const std::string& value);
void clear_mark(SQLite::Database& database, const std::string& name);
[[nodiscard]] std::string read_mark(SQLite::Database& database, const std::string& name);  // "" for none

}  // namespace prongsai::store
