// The four things that a reviewer can change, each as one JSON value at one place. For this folder only.
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

[[nodiscard]] nlohmann::json read_target(SQLite::Database& database, const Target& target);

// In all sightings of the same bytes.
void write_target(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                  const std::string& who);

}  // namespace prongsai::store
