#include "pipeline/store/queries/report_list.hpp"

#include <map>
#include <string_view>

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/report_condition.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

std::string count_of_open(const std::string& severity) {
  return "(SELECT count(*) FROM finding f WHERE f.submission_id = s.id AND f.status = 'open' AND f.severity = '" +
         severity + "')";
}

// What the list can be sorted by. `none`: the value of a row that lacks it.
struct SortKey {
  std::string sql;
  const char* none = "NULL";
};

const std::map<std::string, SortKey, std::less<>>& sort_keys() {
  static const std::map<std::string, SortKey, std::less<>> kKeys = {
      {"office", {"s.agency"}},
      {"file", {"s.source_path"}},
      {"year", {"s.fiscal_year"}},
      {"item", {"s.item_code"}},
      {"layout", {"s.layout"}},
      {"status", {"s.status"}},
      {"suggested", {"s.suggested_score"}},
      {"assigned", {kAssigned}},
      {"final", {kFinalScore}},
      {"letter", {std::string("nullif(") + kLetterState + ", 'none')"}},
      {"error", {count_of_open("error"), "0"}},
      {"warning", {count_of_open("warning"), "0"}},
      {"info", {count_of_open("info"), "0"}},
  };
  return kKeys;
}

// By office and year unless something else is asked for; these follow every other order, too.
std::string in_order_of(const ReportOrder& order) {
  const std::string usual = "s.agency IS NULL, s.agency, s.fiscal_year, s.id";
  const auto found = sort_keys().find(order.key);
  if (found == sort_keys().end()) return " ORDER BY " + usual;
  return " ORDER BY nullif(" + found->second.sql + ", " + found->second.none + ")" + (order.descending ? " DESC" : "") +
         " NULLS LAST, " + usual;
}

}  // namespace

std::int64_t count_reports(RelationReader& reader, const ReportFilter& filter) {
  const Condition condition = condition_of_reports(filter);
  return number_of(reader, "SELECT count(*) FROM submission s WHERE " + condition.sql, condition.parameters);
}

std::vector<ListedReport> list_reports(RelationReader& reader, const ReportFilter& filter, const ReportOrder& order,
                                       const Shown& shown) {
  Condition condition = condition_of_reports(filter);
  const std::string sorted = in_order_of(order);
  const std::string limit = " LIMIT " + std::to_string(shown.most) + " OFFSET " + condition.parameter(shown.from);
  // The page's ids first: findings are counted for these only.
  return rows_as<ListedReport>(
      reader,
      std::string("SELECT s.id, s.agency, s.source_path, s.fiscal_year, s.item_code, s.layout, s.status, "
                  "s.suggested_score, ") +
          kFinalScore + " AS final_score, " + kAssigned + " AS assigned, " + kLetterState + " AS letter, " +
          count_of_open("error") + " AS error, " + count_of_open("warning") + " AS warning, " + count_of_open("info") +
          " AS info FROM submission s WHERE s.id IN (SELECT s.id FROM submission s WHERE " + condition.sql + sorted +
          limit + ")" + sorted,
      condition.parameters);
}

std::vector<ReportOfOffice> reports_by_office(RelationReader& reader, const ReportFilter& filter) {
  const Condition condition = condition_of_reports(filter);
  return rows_as<ReportOfOffice>(
      reader,
      "SELECT s.id, coalesce(s.agency, '') AS agency, EXISTS (SELECT 1 FROM assignment a WHERE a.submission_id = s.id) "
      "AS assigned FROM submission s WHERE " +
          condition.sql + " ORDER BY s.agency, s.id",
      condition.parameters);
}

std::vector<std::int64_t> one_report_an_office(RelationReader& reader, const ReportFilter& filter, std::size_t most) {
  const Condition condition = condition_of_reports(filter);
  return values_as<std::int64_t>(
      reader,
      "SELECT min(s.id) FROM submission s WHERE " + condition.sql +
          " GROUP BY coalesce(s.agency, s.id), s.fiscal_year ORDER BY min(s.agency), s.fiscal_year LIMIT " +
          std::to_string(most),
      condition.parameters);
}

}  // namespace prongsai::store
