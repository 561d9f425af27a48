// Uniting what reviewers did in several databases. For merge.cpp only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>

namespace prongsai::store {

// Takes over, from the attached database `shard`, every reviewer's change that is not known here, and lays decisions
// and corrections over the documents. Where both sides changed the same thing, the later change stands; of two in the
// same second, always the same one. Returns the number of changes taken over.
long long merge_reviews(SQLite::Database& database);

}  // namespace prongsai::store
