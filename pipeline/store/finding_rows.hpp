// The rows of findings, with the decisions made on them. For this library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

#include "models/finding.hpp"

namespace prongsai::store {

// The document's own findings, in place of those that were there. A finding whose anchor was there keeps its number:
// open pages and saved links go on naming it.
void write_findings(SQLite::Database& database, std::int64_t submission_id, const std::vector<Finding>& findings);

// All findings of one submission that come from comparing it with others, into `table`, made like the relation finding;
// with their anchors, but no decisions.
void insert_across_findings(SQLite::Database& database, const std::string& table, std::int64_t submission_id,
                            const std::vector<Finding>& findings);

// Puts all that was gathered in `table` in place of the findings from comparing submissions that were there; those with
// the same anchor keep their numbers.
void replace_across_findings(SQLite::Database& database, const std::string& table);

// The columns that insert_across_findings() fills.
[[nodiscard]] std::vector<std::string> inserted_finding_columns();

// Lays the reviewers' decisions on the findings from comparing submissions that carry their anchors.
void apply_decisions_across(SQLite::Database& database);

}  // namespace prongsai::store
