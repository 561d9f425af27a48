// Submissions whose reading is put off. For this library only.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>

namespace prongsai::store {

// Counts one more run that could not read the submission, for this cause.
void write_deferral(SQLite::Database& database, std::int64_t submission_id, const std::string& cause);

// It waits no more.
void drop_deferral(SQLite::Database& database, std::int64_t submission_id);

}  // namespace prongsai::store
