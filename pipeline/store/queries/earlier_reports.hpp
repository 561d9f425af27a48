// A report's predecessors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct EarlierVersion {
  std::int64_t id = 0;
  std::string source_path;
  std::string saved_at;
  std::string replaced_at;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::string> item_code;
  std::optional<std::string> agency;
  std::optional<std::int64_t> suggested_score;
  std::optional<std::int64_t> final_score;
};

template <typename Archive, Like<EarlierVersion> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("source_path", row.source_path);
  archive.field("saved_at", row.saved_at);
  archive.field("replaced_at", row.replaced_at);
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("item_code", row.item_code);
  archive.field("agency", row.agency);
  archive.field("suggested_score", row.suggested_score);
  archive.field("final_score", row.final_score);
}

// Files that stood under the report's path before, the latest first.
[[nodiscard]] std::vector<EarlierVersion> earlier_versions(RelationReader& reader, std::int64_t submission_id);

struct EarlierFinding {
  std::string code;
  std::string severity;
  std::optional<std::int64_t> issue_no;
  std::optional<std::string> item_code;
  std::optional<std::string> column_key;
  std::optional<std::int64_t> page_no;
  std::optional<std::string> message_th;
  std::optional<std::string> message_en;
  std::string status;
  std::optional<std::string> note;
  std::optional<std::string> decided_by;
  std::optional<std::string> decided_at;
  int still = 0;  // 0 or 1: the present file has the same gap
};

template <typename Archive, Like<EarlierFinding> Record>
void describe(Archive& archive, Record& row) {
  archive.field("code", row.code);
  archive.field("severity", row.severity);
  archive.field("issue_no", row.issue_no);
  archive.field("item_code", row.item_code);
  archive.field("column_key", row.column_key);
  archive.field("page_no", row.page_no);
  archive.field("message_th", row.message_th);
  archive.field("message_en", row.message_en);
  archive.field("status", row.status);
  archive.field("note", row.note);
  archive.field("decided_by", row.decided_by);
  archive.field("decided_at", row.decided_at);
  archive.field("still", row.still);
}

[[nodiscard]] std::vector<EarlierFinding> findings_of_version(RelationReader& reader, std::int64_t version_id);

struct ReportOfItem {
  std::int64_t id = 0;
  std::string source_path;
  std::string saved_at;
  int later = 0;  // 0 or 1: than the report
};

template <typename Archive, Like<ReportOfItem> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("source_path", row.source_path);
  archive.field("saved_at", row.saved_at);
  archive.field("later", row.later);
}

// Other reports of the same office, fiscal year and item, the latest first.
[[nodiscard]] std::vector<ReportOfItem> reports_of_same_item(RelationReader& reader, std::int64_t submission_id);

}  // namespace prongsai::store
