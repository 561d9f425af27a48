// The index of substrings (data/schema/004_text_search.sql), kept in step with cells, paragraphs and issues.
// An index of triggers alone would do, but SQLite 3.40 does not let triggers write to FTS5 tables while
// the schema is not trusted, and a database may come from elsewhere.
#pragma once

#include <cstdint>

namespace SQLite {
class Database;
}

namespace prongsai::store {

// Before rows of a submission change or go: takes their texts out of the index.
void unindex_texts(SQLite::Database& database, std::int64_t submission_id);
// After they changed or came.
void index_texts(SQLite::Database& database, std::int64_t submission_id);

// The same around a change of one cell.
void unindex_cell(SQLite::Database& database, std::int64_t cell_id);
void index_cell(SQLite::Database& database, std::int64_t cell_id);

// From nothing, for all submissions.
void rebuild_text_index(SQLite::Database& database);

}  // namespace prongsai::store
