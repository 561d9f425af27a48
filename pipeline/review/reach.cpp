#include "pipeline/review/reach.hpp"

#include "pipeline/review/desk.hpp"

namespace prongsai::review {

nlohmann::json reach_by_province(store::RelationReader& reader, const Condition& condition) {
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
  return rows_of(reader,
                 "SELECT province, count(*) AS items, sum(told = 'reached') AS reached, sum(told = 'reached' AND place "
                 "IS 'group_page') AS by_group, sum(told = 'missed') AS missed, sum(told = 'untold') AS untold FROM (" +
                     told + ") GROUP BY province ORDER BY province IS NULL, province",
                 condition.parameters);
}

}  // namespace prongsai::review
