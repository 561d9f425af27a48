// Second readings of a sample: what is drawn, and how far the readers agree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/queries/report_filter.hpp"
#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct SecondReading {
  std::int64_t id = 0;
  std::optional<std::string> agency;        // as it was read
  std::optional<std::int64_t> fiscal_year;  // likewise
  std::string source_path;
  std::string reviewer;
  std::optional<std::string> finished_at;
  std::int64_t findings = 0;
  std::int64_t decided = 0;
};

template <typename Archive, Like<SecondReading> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("agency", row.agency);
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("source_path", row.source_path);
  archive.field("reviewer", row.reviewer);
  archive.field("finished_at", row.finished_at);
  archive.field("findings", row.findings);
  archive.field("decided", row.decided);
}

// Hers, or all. The unfinished ones first.
[[nodiscard]] std::vector<SecondReading> second_readings(RelationReader& reader, const std::string& reviewer);
[[nodiscard]] std::vector<SecondReading> second_readings(RelationReader& reader);

// What can be drawn, one submission for all of the same bytes: read whole by a first reader, with findings that were
// decided, and drawn by nobody yet.
[[nodiscard]] std::vector<std::int64_t> reports_to_draw(RelationReader& reader, const ReportFilter& filter);

// Who worked on a report, or has it as her own work.
[[nodiscard]] std::vector<std::string> first_readers(RelationReader& reader, std::int64_t submission_id);

// The same numbers in another order.
[[nodiscard]] std::vector<std::int64_t> shuffled(RelationReader& reader, const std::vector<std::int64_t>& numbers);

struct AgreementOnCode {
  std::string code;
  std::int64_t both_confirmed = 0;
  std::int64_t both_dismissed = 0;
  std::int64_t first_only = 0;  // confirmed by the first reader only
  std::int64_t second_only = 0;
};

template <typename Archive, Like<AgreementOnCode> Record>
void describe(Archive& archive, Record& row) {
  archive.field("code", row.code);
  archive.field("both_confirmed", row.both_confirmed);
  archive.field("both_dismissed", row.both_dismissed);
  archive.field("first_only", row.first_only);
  archive.field("second_only", row.second_only);
}

// Of findings that both readers decided; most first.
[[nodiscard]] std::vector<AgreementOnCode> agreement_by_code(RelationReader& reader);

struct DifferingDecision {
  std::string code;
  std::optional<std::string> first_status;
  std::string second_status;
  std::optional<std::string> second_note;
  std::string second_reader;
  std::optional<std::string> finished_at;
  std::int64_t submission_id = 0;
  std::optional<std::string> agency;
  std::string source_path;
  std::int64_t finding_id = 0;
};

template <typename Archive, Like<DifferingDecision> Record>
void describe(Archive& archive, Record& row) {
  archive.field("code", row.code);
  archive.field("first_status", row.first_status);
  archive.field("second_status", row.second_status);
  archive.field("second_note", row.second_note);
  archive.field("second_reader", row.second_reader);
  archive.field("finished_at", row.finished_at);
  archive.field("submission_id", row.submission_id);
  archive.field("agency", row.agency);
  archive.field("source_path", row.source_path);
  archive.field("finding_id", row.finding_id);
}

// The latest first, at most `most`; not those of reports that `seen_by` has not finished.
[[nodiscard]] std::vector<DifferingDecision> differing_decisions(RelationReader& reader, const std::string& seen_by,
                                                                 std::int64_t most);

}  // namespace prongsai::store
