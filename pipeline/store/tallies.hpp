// finding_tally: the cache behind the view finding_counts (data/schema/003). What is missing from it costs time, never
// a wrong count. For this library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>

namespace prongsai::store {

// Counts one submission's findings, after they were written anew.
void fill_tally(SQLite::Database& database, std::int64_t submission_id);

// Counts those of all submissions that have no tally.
void fill_tallies(SQLite::Database& database);

}  // namespace prongsai::store
