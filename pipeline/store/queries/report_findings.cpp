#include "pipeline/store/queries/report_findings.hpp"

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/report_condition.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

const char* const kFindingsOfReports = " FROM finding f JOIN submission s ON s.id = f.submission_id WHERE ";

// To be counted: without the submissions where nothing is asked of them.
std::string findings_under(const Condition& condition) {
  return (condition.asks_submissions ? kFindingsOfReports : " FROM finding f WHERE ") + condition.sql;
}

std::string part_of_list(Condition& condition, const Shown& shown) {
  return " LIMIT " + std::to_string(shown.most) + " OFFSET " + condition.parameter(shown.from);
}

}  // namespace

std::vector<FindingRow> findings_of(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<FindingRow>(
      reader,
      std::string(
          "SELECT f.id, code, severity, issue_no, f.item_code, column_key, page_no, x0, y0, x1, y1, message_th, "
          "message_en, evidence, f.status, f.note, f.anchor, d.carried_from IS NOT NULL AS carried, own, across "
          "FROM finding f JOIN submission s ON s.id = f.submission_id LEFT JOIN decision d ON d.sha256 = "
          "s.sha256 AND d.anchor = f.anchor WHERE f.submission_id = ?1 ORDER BY ") +
          kFindingOrder,
      {submission_id});
}

std::optional<PlaceOfFinding> next_open_finding(RelationReader& reader, const ReportFilter& filter,
                                                std::int64_t after) {
  ReportFilter whatever_decided = filter;
  whatever_decided.decision.clear();
  Condition condition = condition_of_findings(whatever_decided);
  const bool narrow = condition.sql != Condition().sql;
  const std::string wanted =
      "f.status = 'open'" +
      (narrow ? " AND EXISTS (SELECT 1 FROM submission s WHERE s.id = f.submission_id AND " + condition.sql + ")" : "");
  const std::string id = condition.parameter(after);
  const std::string given = "(SELECT f.submission_id FROM finding f WHERE f.id = " + id + ")";
  const std::string open = "SELECT f.submission_id, f.id AS finding_id FROM finding f WHERE " + wanted + " AND ";
  const std::string order = std::string(" ORDER BY ") + kFindingOrder + " LIMIT 1";
  const auto first_of = [&](const std::string& of_report) {
    return open + "f.id <> " + id + " AND f.submission_id = (SELECT f.submission_id FROM finding f WHERE " + wanted +
           " AND f.id <> " + id + of_report + " ORDER BY f.submission_id LIMIT 1)" + order;
  };
  for (const std::string& sql : {open + "f.submission_id = " + given + " AND (" + kFindingOrder + ") > (SELECT " +
                                     kFindingOrder + " FROM finding f WHERE f.id = " + id + ")" + order,
                                 first_of(" AND f.submission_id > " + given), first_of("")}) {
    if (auto found = row_as<PlaceOfFinding>(reader, sql, condition.parameters)) return found;
  }
  return std::nullopt;
}

FindingSum count_findings(RelationReader& reader, const ReportFilter& filter) {
  const Condition condition = condition_of_findings(filter);
  return row_as<FindingSum>(reader,
                            "SELECT count(*) AS total, count(DISTINCT f.submission_id) AS submissions, count(*) FILTER "
                            "(WHERE f.status = 'open') AS open" +
                                findings_under(condition),
                            condition.parameters)
      .value();
}

std::vector<ListedFinding> list_findings(RelationReader& reader, const ReportFilter& filter, const Shown& shown) {
  Condition condition = condition_of_findings(filter);
  const std::string part = part_of_list(condition, shown);
  return rows_as<ListedFinding>(
      reader,
      "SELECT f.id, f.submission_id, s.agency, s.source_path, s.fiscal_year, f.code, f.severity, f.issue_no, "
      "f.item_code, f.column_key, f.page_no, f.message_th, f.message_en, f.evidence, f.status, f.note" +
          (kFindingsOfReports + condition.sql) + " ORDER BY f.submission_id, f.id" + part,
      condition.parameters);
}

std::vector<CauseOfFindings> causes_of_findings(RelationReader& reader, const ReportFilter& filter,
                                                const Shown& shown) {
  Condition condition = condition_of_findings(filter);
  const std::string part = part_of_list(condition, shown);
  return rows_as<CauseOfFindings>(
      reader,
      "SELECT f.code, f.evidence, count(*) AS findings, count(*) FILTER (WHERE f.status = 'open') AS open, "
      "count(DISTINCT f.submission_id) AS submissions, count(*) OVER () AS total" +
          findings_under(condition) + " GROUP BY f.code, f.evidence ORDER BY findings DESC, f.code, f.evidence" + part,
      condition.parameters);
}

std::vector<PlaceOfFinding> open_findings(RelationReader& reader, const ReportFilter& filter) {
  const Condition condition = condition_of_findings(filter);
  return rows_as<PlaceOfFinding>(reader,
                                 "SELECT f.submission_id, f.id AS finding_id" + (kFindingsOfReports + condition.sql) +
                                     " AND f.status = 'open' ORDER BY f.submission_id, f.id",
                                 condition.parameters);
}

}  // namespace prongsai::store
