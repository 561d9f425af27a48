// Whose work the review of a report is. It hangs on the report's place, so that it stays when another file takes it.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

class Store;

struct Assignment {
  std::int64_t submission_id = 0;
  std::string reviewer;  // "": nobody's any more
};

// All in one transaction, in place of what was assigned before; what changes has its line in the log, all under one
// number, so that they are taken back as one. `by`: who assigns. Submissions that are gone are left out.
void assign(Store& store, const std::vector<Assignment>& assignments, const std::string& by);

// For this folder: the anchor of such a target is the submission's canonical path; its value the reviewer's name, null
// for nobody's.
[[nodiscard]] bool has_place(SQLite::Database& database, const Target& target);
[[nodiscard]] nlohmann::json read_assignment(SQLite::Database& database, const Target& target);
void write_assignment(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                      const std::string& who);

}  // namespace prongsai::store
