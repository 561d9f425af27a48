// Lists of reports that a filter leaves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/queries/report_filter.hpp"
#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct ListedReport {
  std::int64_t id = 0;
  std::optional<std::string> agency;
  std::string source_path;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::string> item_code;
  std::optional<std::string> layout;
  std::string status;
  std::optional<std::int64_t> suggested_score;
  std::optional<std::int64_t> final_score;
  std::optional<std::string> assigned;  // whose work it is
  std::string letter;                   // none, sent, changed
  std::int64_t error = 0;               // open findings by severity
  std::int64_t warning = 0;
  std::int64_t info = 0;
};

template <typename Archive, Like<ListedReport> Record>
void describe(Archive& archive, Record& report) {
  archive.field("id", report.id);
  archive.field("agency", report.agency);
  archive.field("source_path", report.source_path);
  archive.field("fiscal_year", report.fiscal_year);
  archive.field("item_code", report.item_code);
  archive.field("layout", report.layout);
  archive.field("status", report.status);
  archive.field("suggested_score", report.suggested_score);
  archive.field("final_score", report.final_score);
  archive.field("assigned", report.assigned);
  archive.field("letter", report.letter);
  archive.field("error", report.error);
  archive.field("warning", report.warning);
  archive.field("info", report.info);
}

// Rows of a list that are shown at once.
struct Shown {
  std::int64_t most = 0;
  std::int64_t from = 0;  // that stand before the first of them
};

struct ReportOrder {
  std::string key;  // office, file, year, item, layout, status, suggested, assigned, final, letter, error, warning,
                    // info; else by office and year
  bool descending = false;
};

[[nodiscard]] std::int64_t count_reports(RelationReader& reader, const ReportFilter& filter);

// What a row lacks comes last either way.
[[nodiscard]] std::vector<ListedReport> list_reports(RelationReader& reader, const ReportFilter& filter,
                                                     const ReportOrder& order, const Shown& shown);

struct ReportOfOffice {
  std::int64_t id = 0;
  std::string agency;  // "" where none can be told
  bool assigned = false;
};

template <typename Archive, Like<ReportOfOffice> Record>
void describe(Archive& archive, Record& report) {
  archive.field("id", report.id);
  archive.field("agency", report.agency);
  archive.field("assigned", report.assigned);
}

// An office's one after the other.
[[nodiscard]] std::vector<ReportOfOffice> reports_by_office(RelationReader& reader, const ReportFilter& filter);

// One report of each office and year, by office; one without an office stands alone. At most `most`.
[[nodiscard]] std::vector<std::int64_t> one_report_an_office(RelationReader& reader, const ReportFilter& filter,
                                                             std::size_t most);

}  // namespace prongsai::store
