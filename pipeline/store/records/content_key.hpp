// Keys that name a finding, a cell, a score or a final score by its content: the report's bytes and the place in it.
// They are the same in every database and every export; a file with other bytes has other keys.
#pragma once

#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace prongsai::store {

// 32 hexadecimal digits. `kind`: decision, cell, score, final_score; `anchor`: see review_targets.hpp. "" without
// bytes.
[[nodiscard]] std::string content_key(std::string_view sha256, std::string_view kind, std::string_view anchor);

// Makes it known to SQL on this connection: content_key(sha256, kind, anchor). For this folder.
void add_content_key(SQLite::Database& database);

// Tells this database from every other one; "" in one that was never brought up to date.
[[nodiscard]] std::string identity_of(SQLite::Database& database);

}  // namespace prongsai::store
