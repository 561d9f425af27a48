#include "pipeline/store/queries/earlier_reports.hpp"

#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {

std::vector<EarlierVersion> earlier_versions(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<EarlierVersion>(
      reader,
      "SELECT v.id, v.source_path, v.saved_at, v.replaced_at, v.fiscal_year, v.item_code, v.agency, v.suggested_score, "
      "(SELECT score FROM final_score f WHERE f.sha256 = v.sha256) AS final_score FROM submission_version v WHERE "
      "v.submission_id = ?1 ORDER BY v.replaced_at DESC, v.id DESC",
      {submission_id});
}

std::vector<EarlierFinding> findings_of_version(RelationReader& reader, std::int64_t version_id) {
  return rows_as<EarlierFinding>(
      reader,
      "SELECT e.code, e.severity, e.issue_no, e.item_code, e.column_key, e.page_no, e.message_th, e.message_en, "
      "coalesce(d.status, e.status) AS status, coalesce(d.note, e.note) AS note, d.decided_by, d.decided_at, EXISTS "
      "(SELECT 1 FROM finding f WHERE f.submission_id = v.submission_id AND f.anchor = e.anchor) AS still FROM "
      "earlier_finding e JOIN submission_version v ON v.id = e.version_id LEFT JOIN decision d ON d.sha256 = v.sha256 "
      "AND d.anchor = e.anchor WHERE v.id = ?1 ORDER BY e.id",
      {version_id});
}

std::vector<ReportOfItem> reports_of_same_item(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<ReportOfItem>(
      reader,
      "SELECT o.id, o.source_path, o.saved_at, o.id > s.id AS later FROM submission o JOIN submission s ON o.agency = "
      "s.agency AND o.fiscal_year = s.fiscal_year AND o.item_code = s.item_code WHERE s.id = ?1 AND o.id <> s.id AND "
      "s.attached_at IS NULL AND o.attached_at IS NULL ORDER BY o.id DESC LIMIT 20",
      {submission_id});
}

}  // namespace prongsai::store
