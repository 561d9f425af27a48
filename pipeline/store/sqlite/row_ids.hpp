// Row numbers that are never used again. For this library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>

namespace prongsai::store {

// Whether a relation's rows are numbered by reserve_ids(): those that people and saved links name.
[[nodiscard]] bool keeps_ids(const std::string& relation);

// Gives away `count` numbers of a relation, one after the other; returns the first.
[[nodiscard]] std::int64_t reserve_ids(SQLite::Database& database, const std::string& relation, std::int64_t count);

}  // namespace prongsai::store
