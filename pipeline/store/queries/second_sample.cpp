#include "pipeline/store/queries/second_sample.hpp"

#include <nlohmann/json.hpp>

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/report_condition.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

constexpr const char* kMayBeDrawn =
    " AND s.sha256 IS NOT NULL AND s.sha256 NOT IN (SELECT sha256 FROM second_reading) AND EXISTS (SELECT 1 FROM "
    "finding f WHERE f.submission_id = s.id AND f.own = 0) AND NOT EXISTS (SELECT 1 FROM finding f WHERE "
    "f.submission_id = s.id AND f.status = 'open')";

// A second reader is not shown what the first set right.
constexpr const char* kAsRead =
    "CASE WHEN json_type(s.corrected_fields, '$.agency') IS NULL THEN s.agency ELSE s.corrected_fields ->> '$.agency' "
    "END AS agency, CASE WHEN json_type(s.corrected_fields, '$.fiscal_year') IS NULL THEN s.fiscal_year ELSE "
    "s.corrected_fields ->> '$.fiscal_year' END AS fiscal_year";

std::vector<SecondReading> readings_where(RelationReader& reader, const std::string& condition,
                                          const std::vector<Value>& parameters) {
  return rows_as<SecondReading>(
      reader,
      std::string("SELECT s.id, ") + kAsRead +
          ", s.source_path, r.reviewer, r.finished_at, (SELECT count(*) FROM finding f WHERE f.submission_id = s.id "
          "AND "
          "f.own = 0) AS findings, (SELECT count(*) FROM second_decision d WHERE d.sha256 = r.sha256) AS decided FROM "
          "second_reading r JOIN submission s ON s.sha256 = r.sha256 WHERE " +
          condition + " GROUP BY r.sha256 ORDER BY r.finished_at IS NOT NULL, s.agency, s.id LIMIT 500",
      parameters);
}

}  // namespace

std::vector<SecondReading> second_readings(RelationReader& reader, const std::string& reviewer) {
  return readings_where(reader, "r.reviewer = ?1", {reviewer});
}

std::vector<SecondReading> second_readings(RelationReader& reader) {
  return readings_where(reader, "1", {});
}

std::vector<std::int64_t> reports_to_draw(RelationReader& reader, const ReportFilter& filter) {
  const Condition condition = condition_of_reports(filter);
  return values_as<std::int64_t>(
      reader,
      "SELECT min(s.id) FROM submission s WHERE " + condition.sql + kMayBeDrawn + " GROUP BY s.sha256 ORDER BY 1",
      condition.parameters);
}

std::vector<std::string> first_readers(RelationReader& reader, std::int64_t submission_id) {
  return values_as<std::string>(reader,
                                "SELECT e.who FROM review_work e JOIN submission s ON s.sha256 = e.sha256 WHERE s.id = "
                                "?1 UNION SELECT reviewer FROM assignment WHERE submission_id = ?1",
                                {submission_id});
}

std::vector<std::int64_t> shuffled(RelationReader& reader, const std::vector<std::int64_t>& numbers) {
  return values_as<std::int64_t>(reader, "SELECT value FROM json_each(?1) ORDER BY random()",
                                 {nlohmann::json(numbers).dump()});
}

std::vector<AgreementOnCode> agreement_by_code(RelationReader& reader) {
  return rows_as<AgreementOnCode>(
      reader,
      "SELECT code, sum(first_status = 'confirmed' AND second_status = 'confirmed') AS both_confirmed, "
      "sum(first_status = 'dismissed' AND second_status = 'dismissed') AS both_dismissed, "
      "sum(first_status = 'confirmed' AND second_status = 'dismissed') AS first_only, "
      "sum(first_status = 'dismissed' AND second_status = 'confirmed') AS second_only "
      "FROM read_twice GROUP BY code ORDER BY count(*) DESC, code");
}

std::vector<DifferingDecision> differing_decisions(RelationReader& reader, const std::string& seen_by,
                                                   std::int64_t most) {
  return rows_as<DifferingDecision>(
      reader,
      "SELECT t.code, t.first_status, t.second_status, t.second_note, t.second_reader, t.finished_at, s.id AS "
      "submission_id, s.agency, s.source_path, f.id AS finding_id FROM read_twice t CROSS JOIN submission s ON "
      "s.sha256 "
      "= t.sha256 CROSS JOIN finding f ON f.submission_id = s.id AND f.anchor = t.anchor WHERE t.first_status <> "
      "t.second_status AND t.sha256 NOT IN (" +
          unfinished_by("?1") + ") ORDER BY t.finished_at DESC, f.id LIMIT " + std::to_string(most),
      {seen_by});
}

}  // namespace prongsai::store
