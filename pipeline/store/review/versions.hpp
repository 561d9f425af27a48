// Resubmissions: a report's file is replaced by another one. What was found in the predecessor and decided on it is
// kept (submission_version, earlier_finding), and decisions are carried over to the gaps that are the same. For this
// folder only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>

namespace prongsai::store {

// Before other bytes (`sha256`; "" for a file that cannot be read) take the place of a submission's: keeps it as a
// version, and lets its findings go, so that none of their numbers comes to mean a gap of the new file. Nothing happens
// where the bytes are the same, or none were there.
void keep_as_version(SQLite::Database& database, std::int64_t submission_id, const std::string& sha256);

// Decides findings of a submission as they were decided last in an earlier version. Of findings alike (k of n) only
// where their number is the same and all were decided alike. Never over a decision that was made on these bytes.
void carry_decisions(SQLite::Database& database, std::int64_t submission_id);

// The same for all submissions that have a version before.
void carry_decisions(SQLite::Database& database);

// For a submission that is new: from the last report of the same office, fiscal year and item that was there before.
void carry_decisions_of_office(SQLite::Database& database, std::int64_t submission_id);

}  // namespace prongsai::store
