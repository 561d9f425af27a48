#include "pipeline/store/queries/office_reports.hpp"

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

// ?1 the office's name, ?2 who asks.
std::string shown_reports() {
  return "(SELECT id FROM submission WHERE agency = ?1 AND coalesce(sha256, '') NOT IN (" + unfinished_by("?2") + "))";
}

}  // namespace

std::vector<OfficeReport> reports_of_office(RelationReader& reader, const OfficeAsked& asked) {
  return rows_as<OfficeReport>(
      reader,
      std::string("SELECT s.id, s.fiscal_year, s.item_code, s.source_path, s.suggested_score, ") + kFinalScore +
          " AS final_score, " + kLetterState + " AS letter FROM submission s WHERE s.id IN " + shown_reports() +
          " ORDER BY s.fiscal_year, s.item_code, s.id",
      {asked.name, asked.seen_by});
}

std::vector<OfficeFindings> findings_of_office(RelationReader& reader, const OfficeAsked& asked) {
  return rows_as<OfficeFindings>(
      reader,
      "SELECT s.fiscal_year, f.code, count(*) AS count, sum(f.status = 'confirmed') AS confirmed, sum(f.status = "
      "'open') AS open FROM finding f JOIN submission s ON s.id = f.submission_id WHERE s.id IN " +
          shown_reports() + " AND f.status <> 'dismissed' GROUP BY 1, 2 ORDER BY f.code, s.fiscal_year",
      {asked.name, asked.seen_by});
}

std::vector<OfficeScore> scores_of_office(RelationReader& reader, const OfficeAsked& asked) {
  return rows_as<OfficeScore>(
      reader,
      "SELECT c.fiscal_year, c.subject, c.value, min(c.submission_id) AS submission_id, min(c.page_no) AS page_no FROM "
      "score c WHERE c.submission_id IN " +
          shown_reports() +
          " AND c.id NOT IN (SELECT id FROM dismissed_score) AND (c.agency IS NULL OR c.agency = ?1) AND c.subject IN "
          "('ITA', 'IIT', 'EIT', 'OIT') AND c.fiscal_year IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
      {asked.name, asked.seen_by});
}

std::vector<OfficeCell> cells_of_office(RelationReader& reader, const OfficeAsked& asked) {
  return rows_as<OfficeCell>(
      reader,
      "SELECT s.fiscal_year, c.submission_id, c.page_no, c.issue_no, c.column_key, c.text FROM cell c JOIN submission "
      "s "
      "ON s.id = c.submission_id WHERE s.id IN " +
          shown_reports() +
          " AND s.fiscal_year IS NOT NULL AND c.issue_no IS NOT NULL AND c.annexed_template = 0 AND length(c.text) > 1 "
          "AND c.id NOT IN (SELECT id FROM dismissed_cell) ORDER BY s.fiscal_year, c.issue_no, c.id",
      {asked.name, asked.seen_by});
}

}  // namespace prongsai::store
