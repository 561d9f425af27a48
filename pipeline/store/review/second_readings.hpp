// Second readings of a sample: another reviewer decides the same findings without seeing what the first decided, so
// that agreement can be told.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "models/judgement.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

class Store;

struct DrawnReading {
  std::int64_t submission_id = 0;
  std::string reviewer;
};

// Keeps who reads what a second time; a report that is drawn already stays as it is. In the log under one number.
// Returns how many are new.
std::int64_t draw_second_readings(Store& store, const std::vector<DrawnReading>& drawn, const std::string& by);

// What is put before the second reader of a report, by anchor: `as_read`, what is held against it by what the program
// read, with what comparing reports showed; without it, all that is there. What a first reader added is not.
[[nodiscard]] std::vector<std::string> anchors_to_read(Store& store, std::int64_t submission_id,
                                                       const std::optional<Judgement>& as_read);

// The second reader's decision on one of these findings of a report that is hers to read, unfinished: confirmed,
// dismissed, or open for none. Its version is its own, its key the finding's decision's. Throws NoSuchTarget when the
// report is not hers, Conflict when the reading is finished or the version is another one.
std::int64_t decide_second(Store& store, std::int64_t submission_id, const std::vector<std::string>& anchors,
                           const std::string& status, const std::string& note, const Author& author);

// Ends it: what was decided stands, beside what the first reader had decided by then. Throws NoSuchTarget when it is
// not hers or findings are undecided, Conflict when it is finished.
void finish_second_reading(Store& store, std::int64_t submission_id, const std::vector<std::string>& anchors,
                           const std::string& who);

// For this folder. Of the kind sample the value is the reviewer's name, of second status and note; null for none.
[[nodiscard]] nlohmann::json read_second(SQLite::Database& database, const Target& target);
void write_second(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                  const std::string& who);

}  // namespace prongsai::store
