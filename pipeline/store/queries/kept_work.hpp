// What stands of reviewers' work on one report, by the bytes of its file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct VersionOfTarget {
  std::string kind;
  std::string anchor;
  std::int64_t version = 0;
};

template <typename Archive, Like<VersionOfTarget> Record>
void describe(Archive& archive, Record& row) {
  archive.field("kind", row.kind);
  archive.field("anchor", row.anchor);
  archive.field("version", row.version);
}

// The last change of each value of these bytes.
[[nodiscard]] std::vector<VersionOfTarget> versions_of_targets(RelationReader& reader, const std::string& sha256);

struct CarriedCorrection {
  std::string kind;
  std::string anchor;
};

template <typename Archive, Like<CarriedCorrection> Record>
void describe(Archive& archive, Record& row) {
  archive.field("kind", row.kind);
  archive.field("anchor", row.anchor);
}

// Corrections that were made in an earlier version.
[[nodiscard]] std::vector<CarriedCorrection> carried_corrections(RelationReader& reader, const std::string& sha256);

struct WaitingRow {
  std::string place_key;  // of the correction that waits
  std::string kind;
  std::string anchor;                 // of the value
  std::optional<std::string> before;  // JSON, as is after
  std::optional<std::string> after;
  std::optional<std::string> who;
  std::string at;
  int earlier_version = 0;  // 0 or 1, as is kept
  int kept = 0;
};

template <typename Archive, Like<WaitingRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("place_key", row.place_key);
  archive.field("kind", row.kind);
  archive.field("anchor", row.anchor);
  archive.field("before", row.before);
  archive.field("after", row.after);
  archive.field("who", row.who);
  archive.field("at", row.at);
  archive.field("earlier_version", row.earlier_version);
  archive.field("kept", row.kept);
}

// Corrections that wait for a reviewer (store/review/waiting_corrections.hpp).
[[nodiscard]] std::vector<WaitingRow> waiting_corrections_of(RelationReader& reader, const std::string& sha256);

struct KeptWork {
  std::string kind;
  std::string anchor;
  std::optional<std::string> before;  // JSON, as is after
  std::optional<std::string> after;
  std::optional<std::string> who;
  std::string at;
};

template <typename Archive, Like<KeptWork> Record>
void describe(Archive& archive, Record& row) {
  archive.field("kind", row.kind);
  archive.field("anchor", row.anchor);
  archive.field("before", row.before);
  archive.field("after", row.after);
  archive.field("who", row.who);
  archive.field("at", row.at);
}

// All decisions and corrections but added findings.
[[nodiscard]] std::vector<KeptWork> kept_work(RelationReader& reader, const std::string& sha256);

}  // namespace prongsai::store
