// What of a table can be set right: the issue that it belongs to, what its columns hold, and that it or one of its rows
// is no part of the report. The kind `table` of correctable.hpp, whose rows are those of table_info. For this folder
// only.
//
// Parts: issue_no (1 to 7 or null), column/n (a column key, never null), row/n and dismissed: the words that were read,
// or null where a reviewer dismissed them. Words that are many are cut, with a digest of the whole.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "models/record.hpp"

namespace prongsai::store {

// Whether the table has such a column or row. Throws NoSuchTarget for what is no part of a table.
[[nodiscard]] bool has_part(SQLite::Database& database, std::int64_t table_id, const std::string& part);

[[nodiscard]] nlohmann::json present_part(SQLite::Database& database, std::int64_t table_id, const std::string& part);
[[nodiscard]] nlohmann::json machine_part(SQLite::Database& database, std::int64_t table_id, const std::string& part);

// The table's cells follow.
void set_part(SQLite::Database& database, std::int64_t table_id, const std::string& part, const nlohmann::json& machine,
              const nlohmann::json& value);

// Takes out of a record loaded from the database what reviewers dismissed, and scores and their readings that stand in
// it. A cell that reaches out of dismissed rows stays in the first row that is kept.
void leave_out_dismissed(SQLite::Database& database, std::int64_t submission_id, Record& record);

}  // namespace prongsai::store
