// The rows of one document: pages, paragraphs, issues, tables, cells, scores, links, doubtful words, findings. For this
// folder only.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <vector>

#include "models/judgement.hpp"
#include "models/record.hpp"

namespace prongsai::store {

// All of the record's lists, in place of those that were there.
void write_document(SQLite::Database& database, std::int64_t submission_id, const Record& record);

[[nodiscard]] Record read_document(SQLite::Database& database, std::int64_t submission_id);

[[nodiscard]] std::vector<AttachedDocument> read_attached(SQLite::Database& database, std::int64_t submission_id);

// Without pages, paragraphs and all else but the cells.
[[nodiscard]] Record read_facts_and_cells(SQLite::Database& database, std::int64_t submission_id);

[[nodiscard]] Judgement read_judgement(SQLite::Database& database, std::int64_t submission_id,
                                       const std::string& which = "");

}  // namespace prongsai::store
