// What a second reader is not shown yet, and what she said.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

// Whether somebody has reports to read a second time and has not finished, or reads this one so.
[[nodiscard]] bool reads_blind(RelationReader& reader, const std::string& who);
[[nodiscard]] bool reads_blind(RelationReader& reader, const std::string& who, std::int64_t submission_id);
// How many she has.
[[nodiscard]] std::int64_t unfinished_readings(RelationReader& reader, const std::string& who);

// Whether something that was read from the report was set right; what reviewers added is not meant.
[[nodiscard]] bool is_set_right(RelationReader& reader, std::int64_t submission_id);

struct CellAsRead {
  std::int64_t id = 0;
  std::string corrected_fields;  // a JSON object: what was read, by column
};

template <typename Archive, Like<CellAsRead> Record>
void describe(Archive& archive, Record& cell) {
  archive.field("id", cell.id);
  archive.field("corrected_fields", cell.corrected_fields);
}

// Cells whose columns a reviewer set right.
[[nodiscard]] std::vector<CellAsRead> cells_set_right(RelationReader& reader, std::int64_t submission_id);

struct SecondDecisionRow {
  std::string anchor;                 // of the finding (store/review/decisions.hpp)
  std::int64_t version = 0;           // of the decision
  std::optional<std::string> status;  // nothing where it was taken back
  std::optional<std::string> note;
};

template <typename Archive, Like<SecondDecisionRow> Record>
void describe(Archive& archive, Record& decision) {
  archive.field("anchor", decision.anchor);
  archive.field("version", decision.version);
  archive.field("status", decision.status);
  archive.field("note", decision.note);
}

[[nodiscard]] std::vector<SecondDecisionRow> second_decisions(RelationReader& reader, const std::string& sha256);

}  // namespace prongsai::store
