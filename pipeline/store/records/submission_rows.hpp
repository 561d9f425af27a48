// The rows of `submission` and `extraction`. For this library only.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/store/store.hpp"

namespace prongsai::store {

// Inserts the extraction; returns its id.
[[nodiscard]] std::int64_t write_extraction(SQLite::Database& database, const std::string& sha256,
                                            const ExtractionFacts& facts);

// Inserts the submission, or updates the one of the same canonical path; returns its id.
[[nodiscard]] std::int64_t write_submission(SQLite::Database& database, const ToSave& document,
                                            std::optional<std::int64_t> extraction_id);

void write_assessment(SQLite::Database& database, std::int64_t id, const Judgement& judgement,
                      const std::string& judge_version);

// The extraction that the submission of this canonical path refers to, if any.
[[nodiscard]] std::optional<std::int64_t> find_extraction(SQLite::Database& database,
                                                          const std::string& canonical_path);

// Drops the extraction when no submission refers to it any more: the file has other bytes now.
void drop_if_unused(SQLite::Database& database, std::int64_t extraction_id);

// "SELECT … FROM submission s … <where>", to be read by read_one().
[[nodiscard]] std::string select_submissions(const std::string& where);

// The next row; nothing at the end.
[[nodiscard]] std::optional<StoredSubmission> read_one(SQLite::Statement& query);

}  // namespace prongsai::store
