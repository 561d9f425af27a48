#include "pipeline/review/submission_list.hpp"

#include <httplib.h>

#include <map>
#include <string>
#include <string_view>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/submission_filter.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::int64_t kSubmissionsPerPage = 50;

const char* const kFinalScore = "(SELECT score FROM final_score WHERE sha256 = s.sha256)";

const char* const kAssigned = "(SELECT reviewer FROM assignment WHERE submission_id = s.id)";

std::string open_findings(const std::string& severity) {
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
      {"letter", {std::string("nullif((") + kLetterState + "), 'none')"}},
      {"error", {open_findings("error"), "0"}},
      {"warning", {open_findings("warning"), "0"}},
      {"info", {open_findings("info"), "0"}},
  };
  return kKeys;
}

// By office and year unless the query says otherwise; these follow every other order, too.
std::string order_of(const httplib::Request& request) {
  const std::string usual = "s.agency IS NULL, s.agency, s.fiscal_year, s.id";
  const auto found = sort_keys().find(request.get_param_value("sort"));
  if (found == sort_keys().end()) return " ORDER BY " + usual;
  const std::string way = request.get_param_value("dir") == "desc" ? " DESC" : "";
  return " ORDER BY nullif(" + found->second.sql + ", " + found->second.none + ")" + way + " NULLS LAST, " + usual;
}

}  // namespace

json submission_list(Desk& desk, store::RelationReader& reader, const httplib::Request& request) {
  Condition condition = submission_filter(desk, request, reader);
  const std::int64_t total =
      number_of(reader, "SELECT count(*) FROM submission s WHERE " + condition.sql, condition.parameters);
  const std::int64_t page = number_in(request, "page", 1, 1);
  const std::string order = order_of(request);
  const std::string limit =
      " LIMIT " + std::to_string(kSubmissionsPerPage) + " OFFSET ?" + std::to_string(condition.parameters.size() + 1);
  condition.parameters.emplace_back((page - 1) * kSubmissionsPerPage);
  // The page's ids first: findings are counted for these only.
  json rows = rows_of(
      reader,
      std::string("SELECT s.id, s.agency, s.source_path, s.fiscal_year, s.item_code, s.layout, s.status, "
                  "s.suggested_score, ") +
          kFinalScore + " AS final_score, " + kAssigned + " AS assigned, (" + kLetterState + ") AS letter, " +
          open_findings("error") + " AS error, " + open_findings("warning") + " AS warning, " + open_findings("info") +
          " AS info FROM submission s WHERE s.id IN (SELECT s.id FROM submission s WHERE " + condition.sql + order +
          limit + ")" + order,
      condition.parameters);
  for (json& row : rows) {
    for (const char* level : {"error", "warning", "info"}) {
      row["open"][level] = row[level];
      row.erase(level);
    }
  }
  return {{"rows", std::move(rows)}, {"total", total}, {"size", kSubmissionsPerPage}};
}

}  // namespace prongsai::review
