// The collection at a glance, and the values that filters offer.
#include <httplib.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/finding_sums.hpp"
#include "pipeline/review/issue_numbers.hpp"
#include "pipeline/review/reach.hpp"
#include "pipeline/review/submission_filter.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// Overall scores in bands of five points; the top band holds 100 too. Only an office's own score of the submission's
// table counts, once a submission.
const std::string kScoreBands =
    "SELECT \"from\", count(*) AS count FROM (SELECT CAST(min(max(sc.value), 99.99) / 5 AS INTEGER) * 5 AS \"from\" "
    "FROM submission s CROSS JOIN score sc INDEXED BY score_overall ON sc.submission_id = s.id "
    "WHERE sc.subject = 'ITA' AND sc.id NOT IN (SELECT id FROM dismissed_score) AND (sc.agency IS NULL OR sc.agency = "
    "s.agency) "
    "AND (sc.fiscal_year IS NULL OR sc.fiscal_year >= s.fiscal_year - 1) AND ";

json overview(const Desk& desk, store::RelationReader& reader, const Condition& condition) {
  FindingSums sums;
  json submissions = {{"total", 0}, {"extracted", 0}, {"partial", 0}, {"failed", 0}, {"deferred", 0}};
  std::map<std::optional<std::int64_t>, std::int64_t> suggested;
  std::unordered_map<std::string, std::size_t> offices;  // by name; a report that names none counts as one of its own
  reader.each(
      "SELECT s.fiscal_year, s.status, c.counts, s.suggested_score, coalesce(s.agency, s.canonical_path) FROM "
      "submission s JOIN finding_counts c ON "
      "c.submission_id = s.id WHERE " +
          condition.sql,
      condition.parameters, [&](const store::Row& row) {
        const auto* year = std::get_if<std::int64_t>(&row[0]);
        const std::size_t office = offices.emplace(std::get<std::string>(row[4]), offices.size()).first->second;
        sums.add(year != nullptr ? std::optional(*year) : std::nullopt, std::get<std::string>(row[2]), office);
        const auto* score = std::get_if<std::int64_t>(&row[3]);
        ++suggested[score != nullptr ? std::optional(*score) : std::nullopt];
        for (const std::string& name : {std::string("total"), std::get<std::string>(row[1])}) {
          submissions[name] = submissions[name].get<std::int64_t>() + 1;
        }
        return true;
      });
  submissions["offices"] = offices.size();
  const json heat = sums.heat();
  int last = 0;
  for (const json& place : heat) last = std::max(last, place["issue_no"].get<int>());
  json by_suggestion = json::array();
  for (const auto& [score, count] : suggested) {
    by_suggestion.push_back({{"suggested_score", score ? json(*score) : json(nullptr)}, {"submissions", count}});
  }
  return {{"submissions", std::move(submissions)},
          {"findings", sums.by_status()},
          {"by_code", sums.by_code()},
          {"heat", heat},
          {"issue_numbers", issue_numbers(desk, last)},
          {"scores", rows_of(reader, kScoreBands + condition.sql + " GROUP BY s.id) GROUP BY 1 ORDER BY 1",
                             condition.parameters)},
          {"years", sums.years()},
          {"reach", reach_by_province(reader, condition)},
          {"suggested", std::move(by_suggestion)}};
}

json values(store::RelationReader& reader, const std::string& sql) {
  json list = json::array();
  for (const json& row : rows_of(reader, sql)) list.push_back(row.begin().value());
  return list;
}

// A submission's layouts stand comma-separated.
json layouts(store::RelationReader& reader) {
  return values(reader,
                "WITH RECURSIVE parts(one, rest) AS (SELECT NULL, layout || ',' FROM (SELECT DISTINCT layout FROM "
                "submission WHERE layout IS NOT NULL) UNION ALL SELECT substr(rest, 1, instr(rest, ',') - 1), "
                "substr(rest, instr(rest, ',') + 1) FROM parts WHERE rest <> '') "
                "SELECT DISTINCT one FROM parts WHERE one IS NOT NULL ORDER BY 1");
}

json provinces(store::RelationReader& reader) {
  return values(reader, std::string("SELECT DISTINCT ") + kProvinceOfAgency +
                            " AS v FROM (SELECT DISTINCT agency FROM submission) s WHERE v IS NOT NULL ORDER BY 1");
}

// From one value to the next in an index: a few steps, where DISTINCT would read every row.
json indexed_values(store::RelationReader& reader, const std::string& table, const std::string& column) {
  const std::string least = "SELECT min(" + column + ") FROM " + table;
  return values(reader, "WITH RECURSIVE one(v) AS (" + least + " UNION ALL SELECT (" + least + " WHERE " + column +
                            " > one.v) FROM one WHERE one.v IS NOT NULL) SELECT v FROM one WHERE v IS NOT NULL");
}

}  // namespace

void add_overview_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/overview",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            store::RelationReader reader(desk.options.db);
            send_json(response, overview(desk, reader, submission_filter(desk, request, reader)));
          });
  add_get(server, desk, Right::read, "/api/v1/facets", [&desk](const httplib::Request&, httplib::Response& response) {
    store::RelationReader reader(desk.options.db);
    const auto distinct = [&reader](const std::string& column) {
      return values(reader, "SELECT DISTINCT " + column + " AS v FROM submission s WHERE v IS NOT NULL ORDER BY 1");
    };
    json assigned = indexed_values(reader, "assignment", "reviewer");
    assigned.push_back("none");
    send_json(response, {{"year", distinct("s.fiscal_year")},
                         {"item", distinct("s.item_code")},
                         {"layout", layouts(reader)},
                         {"province", provinces(reader)},
                         {"status", {"extracted", "partial", "failed", "deferred"}},
                         {"code", indexed_values(reader, "finding", "code")},
                         {"kind", desk.kinds.all(reader)},
                         {"suggested", {"100", "50", "0", "none"}},
                         {"final", {"missing", "given"}},
                         {"letter", {"none", "sent", "changed"}},
                         {"severity", {"error", "warning", "info"}},
                         {"decision", {"open", "done", "confirmed", "dismissed"}},
                         {"assigned", std::move(assigned)},
                         {"reviewer", indexed_values(reader, "review_event", "who")}});
  });
}

}  // namespace prongsai::review
