// The index of substrings (data/schema/004_text_search.sql), kept in step with cells, paragraphs and issues, and the
// search in it. An index of triggers alone would do, but SQLite 3.40 does not let triggers write to FTS5 tables while
// the schema is not trusted, and a database may come from elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/relation_reader.hpp"

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

struct TextHit {
  std::int64_t submission_id = 0;
  std::optional<std::int64_t> page_no;
  std::string text;  // of the cell, paragraph, time frame or limitation
};

struct TextHits {
  std::vector<TextHit> hits;  // by submission and page
  bool more = false;          // than were asked for; which ones are left out is not said
};

struct TextQuestion {
  std::vector<std::string> words;  // UTF-8, any length; blanks within are looked for as they are
  std::string where = "1";         // SQL over submission s that must hold, with its parameters ?1, ?2, …
  std::vector<Value> parameters;
};

// Texts in which each of the words stands somewhere; only the letters A–Z count as a–z, and ๐–๙ as 0–9. Without words,
// or with an empty one, nothing.
[[nodiscard]] TextHits search_texts(RelationReader& reader, const TextQuestion& question, std::size_t most);

}  // namespace prongsai::store
