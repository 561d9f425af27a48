#include "pipeline/store/queries/collection_sums.hpp"

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/report_condition.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

// Only an office's own score of the submission's table counts, once a submission.
constexpr const char* kOwnScores =
    "SELECT CAST(min(max(sc.value), 99.99) / 5 AS INTEGER) * 5 AS \"from\" FROM submission s CROSS JOIN score sc "
    "INDEXED BY score_overall ON sc.submission_id = s.id WHERE sc.subject = 'ITA' AND sc.id NOT IN (SELECT id FROM "
    "dismissed_score) AND (sc.agency IS NULL OR sc.agency = s.agency) AND (sc.fiscal_year IS NULL OR sc.fiscal_year >= "
    "s.fiscal_year - 1) AND ";

}  // namespace

void each_report_counts(RelationReader& reader, const ReportFilter& filter,
                        const std::function<void(const ReportCounts&)>& visit) {
  const Condition condition = condition_of_reports(filter);
  each_as<ReportCounts>(reader,
                        "SELECT s.fiscal_year, s.status, c.counts, s.suggested_score, coalesce(s.agency, "
                        "s.canonical_path) AS office FROM "
                        "submission s JOIN finding_counts c ON c.submission_id = s.id WHERE " +
                            condition.sql,
                        condition.parameters, visit);
}

std::vector<ScoreBand> score_bands(RelationReader& reader, const ReportFilter& filter) {
  const Condition condition = condition_of_reports(filter);
  return rows_as<ScoreBand>(reader,
                            std::string("SELECT \"from\", count(*) AS count FROM (") + kOwnScores + condition.sql +
                                " GROUP BY s.id) GROUP BY 1 ORDER BY 1",
                            condition.parameters);
}

std::vector<ReachInProvince> reach_by_province(RelationReader& reader, const ReportFilter& filter) {
  const Condition condition = condition_of_reports(filter);
  const std::string items =
      std::string("SELECT ") + kProvinceOfAgency +
      " AS province, json_extract(s.publication, '$.state') AS state, json_extract(s.publication, '$.place') AS place, "
      "coalesce(json_array_length(s.publication, '$.clicks'), 0) AS clicks FROM submission s "
      "WHERE s.publication IS NOT NULL AND json_valid(s.publication) AND " +
      condition.sql + " GROUP BY s.manifest_agency, s.manifest_fiscal_year, s.manifest_item_code, s.published_url";
  const std::string told =
      "SELECT province, place, CASE WHEN state IN ('dead_link', 'login_required', 'not_a_document', 'no_address') OR "
      "place = 'not_found' THEN 'missed' WHEN clicks > 0 AND state IN ('document', 'elsewhere', 'other_document') THEN "
      "'reached' ELSE 'untold' END AS told FROM (" +
      items + ")";
  return rows_as<ReachInProvince>(
      reader,
      "SELECT province, count(*) AS items, sum(told = 'reached') AS reached, sum(told = 'reached' AND place IS "
      "'group_page') AS by_group, sum(told = 'missed') AS missed, sum(told = 'untold') AS untold FROM (" +
          told + ") GROUP BY province ORDER BY province IS NULL, province",
      condition.parameters);
}

}  // namespace prongsai::store
