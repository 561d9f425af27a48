// What reviewers change, with a log of every change: decisions on findings, corrections of cells and scores, final
// scores. A change names the version that its author saw; where someone else was quicker it is refused, not
// overwritten.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include "models/record.hpp"

namespace SQLite {
class Database;
}

namespace prongsai::store {

class Store;

// The target has changed since the version that the author saw.
class Conflict : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// There is no such finding, cell, score or submission, or the value is not one it can take.
class NoSuchTarget : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A version is the number of the last change to a target; 0 when it was never changed. Each call below returns the new
// one. `who` is the reviewer's name, never "".
struct Author {
  std::string who;
  std::int64_t seen_version = 0;
};

std::int64_t decide_finding(Store& store, std::int64_t finding_id, const std::string& status, const std::string& note,
                            const Author& author);
std::int64_t correct_cell(Store& store, std::int64_t cell_id, const std::string& text, const Author& author);
std::int64_t correct_score(Store& store, std::int64_t score_id, double value, const Author& author);
std::int64_t set_final_score(Store& store, std::int64_t submission_id, std::optional<int> score, const Author& author);

// Takes back the author's last change that is not taken back yet. Returns what it was (decision, cell, score,
// final_score), or nothing. Throws Conflict when someone else changed the same target after it.
std::optional<std::string> undo_last(Store& store, const std::string& who);

// Lays kept corrections over what was just read of a submission. Where the program now reads something else than what
// was corrected, the new reading stands. For this folder: part of saving a document.
void apply_corrections(SQLite::Database& database, std::int64_t submission_id);

// Puts what the program read back into a record loaded from the database, in place of corrections: a copy for another
// sighting of the same bytes must not take a reviewer's value for a reading. For this folder.
void restore_reading(SQLite::Database& database, std::int64_t submission_id, Record& record);

}  // namespace prongsai::store
