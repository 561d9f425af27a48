// What letters to offices say, and which went.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct ReportInLetter {
  std::int64_t id = 0;
  std::optional<std::string> agency;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::string> item_code;
  std::string source_path;
  std::optional<std::string> sha256;
  std::optional<std::int64_t> final_score;
};

template <typename Archive, Like<ReportInLetter> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("agency", row.agency);
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("item_code", row.item_code);
  archive.field("source_path", row.source_path);
  archive.field("sha256", row.sha256);
  archive.field("final_score", row.final_score);
}

// The report alone; or with all of its office and year, itself first.
[[nodiscard]] std::vector<ReportInLetter> report_in_letter(RelationReader& reader, std::int64_t submission_id);
[[nodiscard]] std::vector<ReportInLetter> reports_in_letter(RelationReader& reader, std::int64_t submission_id);

struct ConfirmedFinding {
  std::string code;
  std::optional<std::int64_t> issue_no;
  std::optional<std::string> item_code;
  std::optional<std::string> message_th;
  std::optional<std::string> evidence;
  std::optional<std::string> note;
  std::optional<std::int64_t> page_no;
  bool across = false;  // from comparing submissions
};

template <typename Archive, Like<ConfirmedFinding> Record>
void describe(Archive& archive, Record& row) {
  archive.field("code", row.code);
  archive.field("issue_no", row.issue_no);
  archive.field("item_code", row.item_code);
  archive.field("message_th", row.message_th);
  archive.field("evidence", row.evidence);
  archive.field("note", row.note);
  archive.field("page_no", row.page_no);
  archive.field("across", row.across);
}

[[nodiscard]] std::vector<ConfirmedFinding> confirmed_findings(RelationReader& reader, std::int64_t submission_id);

[[nodiscard]] std::int64_t count_open_findings(RelationReader& reader, std::int64_t submission_id);

// Whether a person decided a finding or gave the final score.
[[nodiscard]] bool is_reviewed(RelationReader& reader, std::int64_t submission_id);

// Who changed something of it, by name; not the program itself.
[[nodiscard]] std::vector<std::string> reviewers_of_report(RelationReader& reader, std::int64_t submission_id);

// A letter of exactly these reports went, and none of them was reviewed further since.
[[nodiscard]] bool letter_went(RelationReader& reader, const std::vector<std::string>& sha256s);

struct KeptLetter {
  std::string text;  // JSON
  std::string sent_by;
  std::string sent_at;
  std::optional<std::string> withdrawn_at;
  std::optional<std::string> agency;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::int64_t> report;  // a submission that it is about
};

template <typename Archive, Like<KeptLetter> Record>
void describe(Archive& archive, Record& row) {
  archive.field("text", row.text);
  archive.field("sent_by", row.sent_by);
  archive.field("sent_at", row.sent_at);
  archive.field("withdrawn_at", row.withdrawn_at);
  archive.field("agency", row.agency);
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("report", row.report);
}

[[nodiscard]] std::optional<KeptLetter> kept_letter(RelationReader& reader, const std::string& key);

struct LetterOfReport {
  std::string key;
  std::optional<std::string> number;
  std::string sent_on;
  std::string sent_by;
  std::string sent_at;
  std::optional<std::string> withdrawn_at;
  std::optional<std::int64_t> changed;  // 0 or 1: the review went on since; nothing for a withdrawn one
  int earlier_version = 0;              // 0 or 1
};

template <typename Archive, Like<LetterOfReport> Record>
void describe(Archive& archive, Record& row) {
  archive.field("key", row.key);
  archive.field("number", row.number);
  archive.field("sent_on", row.sent_on);
  archive.field("sent_by", row.sent_by);
  archive.field("sent_at", row.sent_at);
  archive.field("withdrawn_at", row.withdrawn_at);
  archive.field("changed", row.changed);
  archive.field("earlier_version", row.earlier_version);
}

// The latest first.
[[nodiscard]] std::vector<LetterOfReport> letters_of_report(RelationReader& reader, std::int64_t submission_id);

}  // namespace prongsai::store
