// The four things that a reviewer can change, each as one JSON value at one place. For this folder; the
// review pages use anchored_rows() to tell versions.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace prongsai::store {

struct Target {
  std::string kind;    // decision, cell, score, final_score
  std::string sha256;  // of the report's bytes
  std::string anchor;  // where in the report; "" for the report itself
};

// SQL that gives (id, anchor) of all cells or scores of submission ?1. Equal ones are told apart by their order.
[[nodiscard]] std::string anchored_rows(const std::string& kind);

[[nodiscard]] std::optional<Target> target_of(SQLite::Database& database, const std::string& kind, std::int64_t row_id);

// Whether a report that is there now has it: of these bytes, and with that finding, cell or score.
[[nodiscard]] bool is_there(SQLite::Database& database, const Target& target);

[[nodiscard]] nlohmann::json read_target(SQLite::Database& database, const Target& target);

// In all sightings of the same bytes.
void write_target(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                  const std::string& who);

// Sets a kept correction in one submission whose rows were just read, where they read as `machine`.
void lay_over(SQLite::Database& database, std::int64_t submission_id, const Target& target,
              const nlohmann::json& machine, const nlohmann::json& value);

}  // namespace prongsai::store
