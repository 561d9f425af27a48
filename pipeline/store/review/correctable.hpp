// Values of a report that a reviewer can set right: where each stands in the database, what the program had read there,
// and how another value takes its place. For this library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

// Kinds cell, score (its value), fact, issue, score_part, table (correctable_table.hpp).
[[nodiscard]] bool is_correctable(const std::string& kind);

// SQL for a column as it was read, over a row whose reviewers' values are told by corrected_fields.
[[nodiscard]] std::string column_as_read(const std::string& column);

// SQL that gives (id, anchor) of all rows of submission ?1 that targets of this kind stand in: cells, scores, issues,
// or the submission itself. Equal ones are told apart by their order.
[[nodiscard]] std::string anchored_rows(const std::string& kind);

// A row's numbers in one submission, and in every sighting of the bytes. Throws NoSuchTarget for a column that cannot
// be corrected.
[[nodiscard]] std::vector<std::int64_t> rows_in(SQLite::Database& database, std::int64_t submission_id,
                                                const Target& target);
[[nodiscard]] std::vector<std::int64_t> rows_at(SQLite::Database& database, const Target& target);

[[nodiscard]] nlohmann::json present_value(SQLite::Database& database, const Target& target, std::int64_t row);
[[nodiscard]] nlohmann::json machine_value(SQLite::Database& database, const Target& target, std::int64_t row);

// Where a report reads as a correction's target did: rows of its kind, with the anchor of the same value in them.
struct CorrectablePlace {
  std::int64_t row = 0;
  std::string anchor;
};
[[nodiscard]] std::vector<CorrectablePlace> places_reading(SQLite::Database& database, std::int64_t submission_id,
                                                           const Target& target, const nlohmann::json& machine);

// `value` in place of what the program read, `machine`; the two alike: the reading stands again.
void set_value(SQLite::Database& database, const Target& target, std::int64_t row, const nlohmann::json& machine,
               const nlohmann::json& value);

// Sets a kept correction in one submission whose rows were just read, where they read as `machine`.
void lay_over(SQLite::Database& database, std::int64_t submission_id, const Target& target,
              const nlohmann::json& machine, const nlohmann::json& value);

}  // namespace prongsai::store
