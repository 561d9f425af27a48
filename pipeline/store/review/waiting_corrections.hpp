// Corrections that no reading has a place for. They are kept, each as a target of the log (kind waiting), until a
// reviewer applies or discards them, or a later reading has their place again. For this folder's library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/store/review/carried_corrections.hpp"
#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

// The target under which a correction waits in a report of these bytes.
[[nodiscard]] Target waiting_target(const std::string& sha256, const RememberedCorrection& correction);

// What waits there: kind, place, machine, value, context, who, at, made_on, kept; null for nothing.
[[nodiscard]] nlohmann::json read_waiting(SQLite::Database& database, const Target& target);
void write_waiting(SQLite::Database& database, const Target& target, const nlohmann::json& value);

// Lets a correction wait in a report, with a line in the log; nothing happens where it waits or waited there already.
void let_wait(SQLite::Database& database, const std::string& sha256, const RememberedCorrection& correction);

}  // namespace prongsai::store
