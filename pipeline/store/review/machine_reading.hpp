// What the program read, where a reviewer's value stands now. For this library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>

#include "models/record.hpp"

namespace prongsai::store {

// Puts what the program read back into a record loaded from the database, in place of corrections: a copy for another
// sighting of the same bytes must not take a reviewer's value for a reading.
void restore_reading(SQLite::Database& database, std::int64_t submission_id, Record& record);

// The same in the database itself: a submission's rows as they were read.
void take_corrections_off(SQLite::Database& database, std::int64_t submission_id);

}  // namespace prongsai::store
