// Rows of the relation correction: what reviewers set right or added, as facts beside the reading. For this folder
// only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

// The value that is kept for a place; nothing where nothing was set right or added there.
[[nodiscard]] std::optional<nlohmann::json> kept_value(SQLite::Database& database, const Target& target);

struct KeptCorrection {
  nlohmann::json machine;  // what the program had read; null for what is added
  nlohmann::json value;
  std::string who;           // "" where that is not known
  std::string at;            // UTC; "": now
  std::string carried_from;  // bytes of the earlier version that it was made on; "": these
};

// In place of what was kept for the place.
void keep_value(SQLite::Database& database, const Target& target, const KeptCorrection& kept);
void drop_value(SQLite::Database& database, const Target& target);

}  // namespace prongsai::store
