// Scores and issues that a reviewer adds (kind added): kept beside the corrections, laid among the rows that were read.
// For this library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "models/record.hpp"
#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

// A new place for a row of `relation`, score or issue, in a report of these bytes.
[[nodiscard]] Target new_added_row(const std::string& sha256, const std::string& relation);

// The place of a row that was added; nothing for one that was read.
[[nodiscard]] std::optional<Target> added_target(SQLite::Database& database, const std::string& relation,
                                                 std::int64_t row);

// `value`: the row's columns by name; null: it is taken back.
void write_added_row(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                     const std::string& who);

// Puts those that are kept for a submission's bytes among its rows, behind those that were read, and takes out those
// that are not.
void lay_added_rows(SQLite::Database& database, std::int64_t submission_id);

// Takes them out of a record as the database has it; nothing may have been taken out of it before.
void leave_out_added(SQLite::Database& database, std::int64_t submission_id, Record& record);

// What reviewers say of scores and issues is as sure as the row's own words: the years of scores that they added or set
// right count as said there, an issue that they added stands in its turn, and what they set right is in doubt no more.
// On a record as the database has it.
void settle_reviewed(SQLite::Database& database, std::int64_t submission_id, Record& record);

}  // namespace prongsai::store
