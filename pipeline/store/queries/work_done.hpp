// Whose work reports are, and how far it has come.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct WorkOfReviewer {
  std::string name;
  std::int64_t assigned = 0;  // reports
  std::int64_t open_reports = 0;
  std::int64_t open_findings = 0;
  std::int64_t unscored = 0;  // reports without a final score
};

template <typename Archive, Like<WorkOfReviewer> Record>
void describe(Archive& archive, Record& row) {
  archive.field("name", row.name);
  archive.field("assigned", row.assigned);
  archive.field("open_reports", row.open_reports);
  archive.field("open_findings", row.open_findings);
  archive.field("unscored", row.unscored);
}

[[nodiscard]] std::vector<WorkOfReviewer> work_by_reviewer(RelationReader& reader);

struct ChangesOfReviewer {
  std::string name;
  std::int64_t changes = 0;
  std::string last;
};

template <typename Archive, Like<ChangesOfReviewer> Record>
void describe(Archive& archive, Record& row) {
  archive.field("name", row.name);
  archive.field("changes", row.changes);
  archive.field("last", row.last);
}

// What was undone is not counted.
[[nodiscard]] std::vector<ChangesOfReviewer> changes_by_reviewer(RelationReader& reader);

// Who has work or did some; the program itself among them.
[[nodiscard]] std::vector<std::string> names_at_work(RelationReader& reader);

struct AssignedTo {
  std::string reviewer;
};

template <typename Archive, Like<AssignedTo> Record>
void describe(Archive& archive, Record& row) {
  archive.field("reviewer", row.reviewer);
}

// One or none.
[[nodiscard]] std::vector<AssignedTo> assigned_to(RelationReader& reader, std::int64_t submission_id);

}  // namespace prongsai::store
