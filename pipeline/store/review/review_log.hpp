// The log of changes: every change by a person, and what the program does with a person's decisions. For this folder
// only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

// Who is named where the program carries a decision over to a report's next version.
inline constexpr const char* kProgram = "prongsai";

// The number of the last change to a target; 0 for none.
[[nodiscard]] std::int64_t version_of(SQLite::Database& database, const Target& target);

// What a change belongs to, besides itself.
struct LoggedWith {
  std::optional<std::int64_t> undoes;  // the change that it takes back
  std::optional<std::int64_t> bulk;    // the first change of those that were made at one stroke
};

// Returns the change's number, the target's new version.
std::int64_t log_change(SQLite::Database& database, const Target& target, const nlohmann::json& before,
                        const nlohmann::json& after, const std::string& who, const LoggedWith& with = {});

// The number that the next change gets; in a transaction that writes.
[[nodiscard]] std::int64_t next_change(SQLite::Database& database);

}  // namespace prongsai::store
