// Findings that a reviewer adds. They are kept beside the corrections, stand among the report's findings as confirmed
// ones, and outlive reading and judging anew. For this library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

// The code of all of them.
inline constexpr const char* kOwnCode = "reviewer_finding";

// A new place for one in a report of these bytes.
[[nodiscard]] Target new_own_finding(const std::string& sha256, const nlohmann::json& value);

// `value`: severity, message, and issue_no, page_no, x0, y0, x1, y1 or null; null as a whole: it is taken back.
void write_own_finding(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                       const std::string& who);

// Puts those that are kept for a submission's bytes among its findings, and takes out those that are not.
void lay_own_findings(SQLite::Database& database, std::int64_t submission_id);

}  // namespace prongsai::store
