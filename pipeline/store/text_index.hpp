// The index of substrings (data/schema/004_text_search.sql), kept in step with cells, paragraphs and issues, and the
// search in it. An index of triggers alone would do, but SQLite 3.40 does not let triggers write to FTS5 tables while
// the schema is not trusted, and a database may come from elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace prongsai::store {

class RelationReader;

// Before rows of a submission change or go: takes their texts out of the index.
void unindex_texts(SQLite::Database& database, std::int64_t submission_id);
// After they changed or came.
void index_texts(SQLite::Database& database, std::int64_t submission_id);

// The same around a change of one cell.
void unindex_cell(SQLite::Database& database, std::int64_t cell_id);
void index_cell(SQLite::Database& database, std::int64_t cell_id);

// From nothing, for all submissions.
void rebuild_text_index(SQLite::Database& database);

struct TextHit {
  std::int64_t submission_id = 0;
  std::optional<std::int64_t> page_no;
  std::string text;  // of the cell, paragraph, time frame or limitation
};

struct TextHits {
  std::vector<TextHit> hits;  // by submission and page
  bool more = false;          // than were asked for; which ones are left out is not said
};

// Where `words` (UTF-8, any length) stand as they are; only the letters A–Z count as a–z.
[[nodiscard]] TextHits search_texts(RelationReader& reader, const std::string& words, std::size_t most);

}  // namespace prongsai::store
