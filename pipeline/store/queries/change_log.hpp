// The log of changes: who changed what, when, from what to what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/queries/report_list.hpp"
#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct ChangeRow {
  std::int64_t id = 0;
  std::string at;
  std::string who;
  std::string kind;
  std::string anchor;
  std::string before;  // JSON
  std::string after;   // JSON
  std::optional<std::int64_t> undoes;
  std::string sha256;
  int undone = 0;  // 0 or 1, as is the other
  int earlier_version = 0;
  std::optional<std::int64_t> submission_id;
  std::optional<std::string> agency;
  std::optional<std::string> source_path;
  std::optional<std::int64_t> finding_id;
};

template <typename Archive, Like<ChangeRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("at", row.at);
  archive.field("who", row.who);
  archive.field("kind", row.kind);
  archive.field("anchor", row.anchor);
  archive.field("before", row.before);
  archive.field("after", row.after);
  archive.field("undoes", row.undoes);
  archive.field("sha256", row.sha256);
  archive.field("undone", row.undone);
  archive.field("earlier_version", row.earlier_version);
  archive.field("submission_id", row.submission_id);
  archive.field("agency", row.agency);
  archive.field("source_path", row.source_path);
  archive.field("finding_id", row.finding_id);
}

struct ChangesAsked {
  std::int64_t submission_id = 0;  // and its earlier versions; 0: all
  std::string seen_by;             // a second reading and the first are not shown to each other's reader before its end
  std::string who;                 // "": anybody's
  std::string kind;                // "": any
};

// The latest first. A change of bytes that are several submissions names the first of them.
[[nodiscard]] std::vector<ChangeRow> list_changes(RelationReader& reader, const ChangesAsked& asked,
                                                  const Shown& shown);
[[nodiscard]] std::int64_t count_changes(RelationReader& reader, const ChangesAsked& asked);

// The last change in the log; 0 for none.
[[nodiscard]] std::int64_t latest_change(RelationReader& reader);

// Submissions in which this change, and all made at one stroke with it, set right what was read.
[[nodiscard]] std::vector<std::int64_t> set_right_by(RelationReader& reader, std::int64_t change);

}  // namespace prongsai::store
