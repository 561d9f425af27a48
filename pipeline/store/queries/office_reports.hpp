// One office over the years.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct OfficeReport {
  std::int64_t id = 0;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::string> item_code;
  std::string source_path;
  std::optional<std::int64_t> suggested_score;
  std::optional<std::int64_t> final_score;
  std::string letter;  // none, sent, changed
};

template <typename Archive, Like<OfficeReport> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("item_code", row.item_code);
  archive.field("source_path", row.source_path);
  archive.field("suggested_score", row.suggested_score);
  archive.field("final_score", row.final_score);
  archive.field("letter", row.letter);
}

struct OfficeFindings {
  std::optional<std::int64_t> fiscal_year;
  std::string code;
  std::int64_t count = 0;
  std::int64_t confirmed = 0;
  std::int64_t open = 0;
};

template <typename Archive, Like<OfficeFindings> Record>
void describe(Archive& archive, Record& row) {
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("code", row.code);
  archive.field("count", row.count);
  archive.field("confirmed", row.confirmed);
  archive.field("open", row.open);
}

struct OfficeScore {
  std::int64_t fiscal_year = 0;
  std::string subject;
  double value = 0;
  std::int64_t submission_id = 0;
  std::optional<std::int64_t> page_no;
};

template <typename Archive, Like<OfficeScore> Record>
void describe(Archive& archive, Record& row) {
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("subject", row.subject);
  archive.field("value", row.value);
  archive.field("submission_id", row.submission_id);
  archive.field("page_no", row.page_no);
}

struct OfficeCell {
  std::int64_t fiscal_year = 0;
  std::int64_t submission_id = 0;
  std::optional<std::int64_t> page_no;
  std::int64_t issue_no = 0;
  std::string column_key;
  std::string text;
};

template <typename Archive, Like<OfficeCell> Record>
void describe(Archive& archive, Record& row) {
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("submission_id", row.submission_id);
  archive.field("page_no", row.page_no);
  archive.field("issue_no", row.issue_no);
  archive.field("column_key", row.column_key);
  archive.field("text", row.text);
}

// `seen_by`: reports that she reads a second time and has not finished are left out.
struct OfficeAsked {
  std::string name;
  std::string seen_by;
};

[[nodiscard]] std::vector<OfficeReport> reports_of_office(RelationReader& reader, const OfficeAsked& asked);
// By code and year, without dismissed ones.
[[nodiscard]] std::vector<OfficeFindings> findings_of_office(RelationReader& reader, const OfficeAsked& asked);
// The office's own, by the year that the score is of; where reports state different ones, all of them.
[[nodiscard]] std::vector<OfficeScore> scores_of_office(RelationReader& reader, const OfficeAsked& asked);
// Of tables under an issue, by year.
[[nodiscard]] std::vector<OfficeCell> cells_of_office(RelationReader& reader, const OfficeAsked& asked);

}  // namespace prongsai::store
