#include "pipeline/store/queries/blind_reading.hpp"

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {

bool reads_blind(RelationReader& reader, const std::string& who) {
  return number_of(reader, "SELECT EXISTS (" + unfinished_by("?1") + ")", {who}) != 0;
}

bool reads_blind(RelationReader& reader, const std::string& who, std::int64_t submission_id) {
  return number_of(reader,
                   "SELECT EXISTS (SELECT 1 FROM submission WHERE id = ?2 AND sha256 IN (" + unfinished_by("?1") + "))",
                   {who, submission_id}) != 0;
}

std::int64_t unfinished_readings(RelationReader& reader, const std::string& who) {
  return number_of(reader, "SELECT count(*) FROM (" + unfinished_by("?1") + ")", {who});
}

bool is_set_right(RelationReader& reader, std::int64_t submission_id) {
  return number_of(reader,
                   "SELECT EXISTS (SELECT 1 FROM correction WHERE kind <> 'own' AND sha256 = (SELECT sha256 FROM "
                   "submission WHERE id = ?1))",
                   {submission_id}) != 0;
}

std::vector<CellAsRead> cells_set_right(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<CellAsRead>(
      reader, "SELECT id, corrected_fields FROM cell WHERE submission_id = ?1 AND corrected_fields IS NOT NULL",
      {submission_id});
}

std::vector<SecondDecisionRow> second_decisions(RelationReader& reader, const std::string& sha256) {
  return rows_as<SecondDecisionRow>(
      reader,
      "SELECT e.anchor, max(e.id) AS version, d.status, d.note FROM review_event e LEFT JOIN second_decision d ON "
      "d.sha256 = e.sha256 AND d.anchor = e.anchor WHERE e.sha256 = ?1 AND e.kind = 'second' GROUP BY e.anchor",
      {sha256});
}

}  // namespace prongsai::store
