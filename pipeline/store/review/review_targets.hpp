// What a reviewer can change, each as one JSON value at one place: a decision on a finding, the final score, values
// that were read (correctable.hpp), findings of the reviewer's own (own_findings.hpp). For this folder.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace prongsai::store {

struct Target {
  std::string kind;    // decision, final_score, own, letter, assignment, sample, second, waiting, added; cell, score,
                       // fact, issue, score_part, table
  std::string sha256;  // of the report's bytes
  std::string anchor;  // where in the report; "" for the report itself
};

// Of a submission's bytes; "" where there is none, or none are known.
[[nodiscard]] std::string sha256_of(SQLite::Database& database, std::int64_t submission_id);

// Submissions of these bytes, by id.
[[nodiscard]] std::vector<std::int64_t> sightings_of(SQLite::Database& database, const std::string& sha256);

// `column`: which value of the row, for the kinds fact, issue, score_part and table; "" for the others.
[[nodiscard]] std::optional<Target> target_of(SQLite::Database& database, const std::string& kind, std::int64_t row_id,
                                              const std::string& column = "");

// Whether a report that is there now has it: of these bytes, and with that finding, cell or score.
[[nodiscard]] bool is_there(SQLite::Database& database, const Target& target);

[[nodiscard]] nlohmann::json read_target(SQLite::Database& database, const Target& target);

// The same for decisions alone, many at a time: the counts that the overview adds up are left to fill_tallies.
void write_decision(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                    const std::string& who);

// In all sightings of the same bytes.
void write_target(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                  const std::string& who);

}  // namespace prongsai::store
