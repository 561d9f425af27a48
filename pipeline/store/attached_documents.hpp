// Documents that were attached to another one and no longer are. For this folder only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

namespace prongsai::store {

// Of a document that was saved: those that were attached to it, or to those, and are not in its list any more. What
// reviewers decided on their bytes stays known.
void drop_unattached(SQLite::Database& database, const std::string& canonical_path);

// The same for all documents; those go, too, whose outer document is not there.
void drop_unattached(SQLite::Database& database);

}  // namespace prongsai::store
