// Where in a reading the thing stands that a correction was made on: at the same place, or at another where the report
// says the same. For this folder only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

// A digest of what stands around a target as it was read: a cell's row and column, a score's subject, office, year and
// words, an issue's title, a table's headers. "" where that tells it from nothing else.
[[nodiscard]] std::string context_of(SQLite::Database& database, const Target& target, std::int64_t row);

struct SoughtCorrection {
  Target target;           // as it was made
  nlohmann::json machine;  // what the program had read there
  nlohmann::json value;    // the reviewer's
  std::string context;     // there; "" where it is not known
};

// Which file is looked through.
enum class Bytes { same, other };

// The anchor in a submission's present rows; nothing where it could be several, or is none. In other bytes a place
// alone says nothing: its context, or a text of length that stands there once, must be the same.
[[nodiscard]] std::optional<std::string> place_of(SQLite::Database& database, std::int64_t submission_id,
                                                  const SoughtCorrection& sought, Bytes bytes);

// Whether the place now reads as the reviewer set it: nothing is left to correct.
[[nodiscard]] bool is_mended(SQLite::Database& database, std::int64_t submission_id, const SoughtCorrection& sought);

}  // namespace prongsai::store
