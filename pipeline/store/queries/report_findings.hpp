// Findings: of one report, and of the reports that a filter leaves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/queries/place_columns.hpp"
#include "pipeline/store/queries/report_filter.hpp"
#include "pipeline/store/queries/report_list.hpp"
#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct FindingRow {
  std::int64_t id = 0;
  std::string code;
  std::string severity;
  std::optional<std::int64_t> issue_no;
  std::optional<std::string> item_code;
  std::optional<std::string> column_key;
  PlaceColumns at;
  std::optional<std::string> message_th;
  std::optional<std::string> message_en;
  std::optional<std::string> evidence;
  std::string status;
  std::optional<std::string> note;
  std::string anchor;
  int carried = 0;  // 0 or 1, as are the others: decided on an earlier version
  int own = 0;      // made by a reviewer
  int across = 0;   // from comparing submissions
};

template <typename Archive, Like<FindingRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("code", row.code);
  archive.field("severity", row.severity);
  archive.field("issue_no", row.issue_no);
  archive.field("item_code", row.item_code);
  archive.field("column_key", row.column_key);
  describe_place(archive, row.at);
  archive.field("message_th", row.message_th);
  archive.field("message_en", row.message_en);
  archive.field("evidence", row.evidence);
  archive.field("status", row.status);
  archive.field("note", row.note);
  archive.field("anchor", row.anchor);
  archive.field("carried", row.carried);
  archive.field("own", row.own);
  archive.field("across", row.across);
}

// Worst first.
[[nodiscard]] std::vector<FindingRow> findings_of(RelationReader& reader, std::int64_t submission_id);

struct PlaceOfFinding {
  std::int64_t submission_id = 0;
  std::int64_t finding_id = 0;
};

template <typename Archive, Like<PlaceOfFinding> Record>
void describe(Archive& archive, Record& row) {
  archive.field("submission_id", row.submission_id);
  archive.field("finding_id", row.finding_id);
}

// The first open finding after the one given: in the same submission, then in the next that has one, from the start
// again at the end. Of the findings that the filter leaves, whatever it says of decisions.
[[nodiscard]] std::optional<PlaceOfFinding> next_open_finding(RelationReader& reader, const ReportFilter& filter,
                                                              std::int64_t after);

struct FindingSum {
  std::int64_t total = 0;
  std::int64_t submissions = 0;
  std::int64_t open = 0;
};

template <typename Archive, Like<FindingSum> Record>
void describe(Archive& archive, Record& row) {
  archive.field("total", row.total);
  archive.field("submissions", row.submissions);
  archive.field("open", row.open);
}

[[nodiscard]] FindingSum count_findings(RelationReader& reader, const ReportFilter& filter);

struct ListedFinding {
  std::int64_t id = 0;
  std::int64_t submission_id = 0;
  std::optional<std::string> agency;
  std::string source_path;
  std::optional<std::int64_t> fiscal_year;
  std::string code;
  std::string severity;
  std::optional<std::int64_t> issue_no;
  std::optional<std::string> item_code;
  std::optional<std::string> column_key;
  std::optional<std::int64_t> page_no;
  std::optional<std::string> message_th;
  std::optional<std::string> message_en;
  std::optional<std::string> evidence;
  std::string status;
  std::optional<std::string> note;
};

template <typename Archive, Like<ListedFinding> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("submission_id", row.submission_id);
  archive.field("agency", row.agency);
  archive.field("source_path", row.source_path);
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("code", row.code);
  archive.field("severity", row.severity);
  archive.field("issue_no", row.issue_no);
  archive.field("item_code", row.item_code);
  archive.field("column_key", row.column_key);
  archive.field("page_no", row.page_no);
  archive.field("message_th", row.message_th);
  archive.field("message_en", row.message_en);
  archive.field("evidence", row.evidence);
  archive.field("status", row.status);
  archive.field("note", row.note);
}

[[nodiscard]] std::vector<ListedFinding> list_findings(RelationReader& reader, const ReportFilter& filter,
                                                       const Shown& shown);

// Findings alike in code and words.
struct CauseOfFindings {
  std::string code;
  std::optional<std::string> evidence;
  std::int64_t findings = 0;
  std::int64_t open = 0;
  std::int64_t submissions = 0;
  std::int64_t total = 0;  // causes that there are
};

template <typename Archive, Like<CauseOfFindings> Record>
void describe(Archive& archive, Record& row) {
  archive.field("code", row.code);
  archive.field("evidence", row.evidence);
  archive.field("findings", row.findings);
  archive.field("open", row.open);
  archive.field("submissions", row.submissions);
  archive.field("total", row.total);
}

// Most first.
[[nodiscard]] std::vector<CauseOfFindings> causes_of_findings(RelationReader& reader, const ReportFilter& filter,
                                                              const Shown& shown);

// By submission.
[[nodiscard]] std::vector<PlaceOfFinding> open_findings(RelationReader& reader, const ReportFilter& filter);

}  // namespace prongsai::store
