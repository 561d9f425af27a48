#include "pipeline/store/queries/facets.hpp"

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

std::string distinct(const std::string& column) {
  return "SELECT DISTINCT " + column + " AS v FROM submission s WHERE v IS NOT NULL ORDER BY 1";
}

// From one value to the next in an index: a few steps, where DISTINCT would read every row.
std::vector<std::string> indexed_values(RelationReader& reader, const std::string& table, const std::string& column) {
  const std::string least = "SELECT min(" + column + ") FROM " + table;
  return values_as<std::string>(reader, "WITH RECURSIVE one(v) AS (" + least + " UNION ALL SELECT (" + least +
                                            " WHERE " + column +
                                            " > one.v) FROM one WHERE one.v IS NOT NULL) SELECT v FROM one WHERE v IS "
                                            "NOT NULL");
}

}  // namespace

std::vector<std::int64_t> years_of_reports(RelationReader& reader) {
  return values_as<std::int64_t>(reader, distinct("s.fiscal_year"));
}

std::vector<std::string> items_of_reports(RelationReader& reader) {
  return values_as<std::string>(reader, distinct("s.item_code"));
}

// A submission's layouts stand comma-separated.
std::vector<std::string> layouts_of_reports(RelationReader& reader) {
  return values_as<std::string>(
      reader,
      "WITH RECURSIVE parts(one, rest) AS (SELECT NULL, layout || ',' FROM (SELECT DISTINCT layout FROM submission "
      "WHERE layout IS NOT NULL) UNION ALL SELECT substr(rest, 1, instr(rest, ',') - 1), substr(rest, instr(rest, ',') "
      "+ 1) FROM parts WHERE rest <> '') SELECT DISTINCT one FROM parts WHERE one IS NOT NULL ORDER BY 1");
}

std::vector<std::string> provinces_of_reports(RelationReader& reader) {
  return values_as<std::string>(reader, std::string("SELECT DISTINCT ") + kProvinceOfAgency +
                                            " AS v FROM (SELECT DISTINCT agency FROM submission) s WHERE v IS NOT NULL "
                                            "ORDER BY 1");
}

std::vector<std::string> codes_of_findings(RelationReader& reader) {
  return indexed_values(reader, "finding", "code");
}

std::vector<std::string> assigned_reviewers(RelationReader& reader) {
  return indexed_values(reader, "assignment", "reviewer");
}

std::vector<std::string> authors_of_changes(RelationReader& reader) {
  return indexed_values(reader, "review_event", "who");
}

std::vector<std::string> offices_or_paths(RelationReader& reader) {
  return values_as<std::string>(reader, "SELECT DISTINCT coalesce(agency, source_path) FROM submission");
}

}  // namespace prongsai::store
