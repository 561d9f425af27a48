// What stands about one report itself: its facts, its file, its pages as they were read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct ReportFacts {
  std::int64_t id = 0;
  std::optional<std::string> agency;
  std::string source_path;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::string> item_code;
  std::optional<std::string> layout;
  std::string status;
  std::optional<std::string> error;
  std::optional<std::string> published_url;
  std::optional<std::int64_t> suggested_score;
  std::optional<std::string> score_reason;
  std::optional<std::string> score_reason_en;
  std::optional<std::string> sha256;
  std::optional<std::string> agency_from;
  std::optional<std::string> fiscal_year_from;
  std::optional<std::string> item_from;
  std::optional<std::string> corrected_fields;  // a JSON object: what was read where a reviewer's value stands
  std::optional<std::string> publication;       // JSON, as lists write it
  std::optional<std::int64_t> final_score;
};

template <typename Archive, Like<ReportFacts> Record>
void describe(Archive& archive, Record& report) {
  archive.field("id", report.id);
  archive.field("agency", report.agency);
  archive.field("source_path", report.source_path);
  archive.field("fiscal_year", report.fiscal_year);
  archive.field("item_code", report.item_code);
  archive.field("layout", report.layout);
  archive.field("status", report.status);
  archive.field("error", report.error);
  archive.field("published_url", report.published_url);
  archive.field("suggested_score", report.suggested_score);
  archive.field("score_reason", report.score_reason);
  archive.field("score_reason_en", report.score_reason_en);
  archive.field("sha256", report.sha256);
  archive.field("agency_from", report.agency_from);
  archive.field("fiscal_year_from", report.fiscal_year_from);
  archive.field("item_from", report.item_from);
  archive.field("corrected_fields", report.corrected_fields);
  archive.field("publication", report.publication);
  archive.field("final_score", report.final_score);
}

// Nothing where there is no such submission.
[[nodiscard]] std::optional<ReportFacts> report_facts(RelationReader& reader, std::int64_t submission_id);

// What names a report where it is one of others.
struct ReportName {
  std::int64_t submission_id = 0;
  std::optional<std::string> agency;
  std::string source_path;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::string> item_code;
};

template <typename Archive, Like<ReportName> Record>
void describe(Archive& archive, Record& report) {
  archive.field("submission_id", report.submission_id);
  archive.field("agency", report.agency);
  archive.field("source_path", report.source_path);
  archive.field("fiscal_year", report.fiscal_year);
  archive.field("item_code", report.item_code);
}

[[nodiscard]] std::optional<ReportName> report_name(RelationReader& reader, std::int64_t submission_id);
// Of the first submission of these bytes.
[[nodiscard]] std::optional<ReportName> report_name_of(RelationReader& reader, const std::string& sha256);

struct FileOfReport {
  std::string canonical_path;
  std::string source_path;
  std::string sha256;          // "" where it is not known
  std::int64_t file_size = 0;  // bytes; 0 likewise
  std::string attached_at;     // Submission::attached_at
};

template <typename Archive, Like<FileOfReport> Record>
void describe(Archive& archive, Record& file) {
  archive.field("canonical_path", file.canonical_path);
  archive.field("source_path", file.source_path);
  archive.field("sha256", file.sha256);
  archive.field("file_size", file.file_size);
  archive.field("attached_at", file.attached_at);
}

[[nodiscard]] std::optional<FileOfReport> file_of_report(RelationReader& reader, std::int64_t submission_id);
// The submission that is the file of that path itself.
[[nodiscard]] std::optional<FileOfReport> file_at(RelationReader& reader, const std::string& canonical_path);

// Degrees; nothing where there is no such page.
[[nodiscard]] std::optional<int> rotation_of_page(RelationReader& reader, std::int64_t submission_id,
                                                  std::int64_t page_no);

struct TextOfPage {
  std::string source;
  std::optional<std::string> reason;
  std::optional<double> confidence;
  std::optional<std::string> text;
};

template <typename Archive, Like<TextOfPage> Record>
void describe(Archive& archive, Record& page) {
  archive.field("source", page.source);
  archive.field("reason", page.reason);
  archive.field("confidence", page.confidence);
  archive.field("text", page.text);
}

[[nodiscard]] std::optional<TextOfPage> text_of_page(RelationReader& reader, std::int64_t submission_id,
                                                     std::int64_t page_no);

// What `collect` kept of the page that shows where a submission was published.
struct ProofOfPublication {
  std::string folder;
  std::optional<std::string> page_url;
  std::optional<std::string> page_type;
  std::string page_sha256;
  std::optional<std::string> page_at;
  std::optional<std::string> link_url;
  std::optional<std::string> picture_sha256;
};

template <typename Archive, Like<ProofOfPublication> Record>
void describe(Archive& archive, Record& proof) {
  archive.field("folder", proof.folder);
  archive.field("page_url", proof.page_url);
  archive.field("page_type", proof.page_type);
  archive.field("page_sha256", proof.page_sha256);
  archive.field("page_at", proof.page_at);
  archive.field("link_url", proof.link_url);
  archive.field("picture_sha256", proof.picture_sha256);
}

// Found by the address and the list's facts, for several documents of one item are several submissions.
[[nodiscard]] std::optional<ProofOfPublication> proof_of_publication(RelationReader& reader,
                                                                     std::int64_t submission_id);

enum class RowOf { finding, cell, score, issue, table };
// The submission that such a row belongs to; 0 for none.
[[nodiscard]] std::int64_t submission_of(RelationReader& reader, RowOf relation, std::int64_t row_id);

// The distinct names of offices.
[[nodiscard]] std::vector<std::string> office_names(RelationReader& reader);

}  // namespace prongsai::store
