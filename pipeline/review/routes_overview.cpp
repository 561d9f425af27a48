// The collection at a glance, and the values that filters offer.
#include <httplib.h>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/submission_filter.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// SQL that tells offices apart; a report that names none counts as an office of its own.
const std::string kOffice = "coalesce(s.agency, s.id)";

// Counts of the filtered submissions; `chosen` is their table.
class Overview {
 public:
  Overview(store::RelationReader& reader, Condition condition) : reader_(reader), condition_(std::move(condition)) {}

  [[nodiscard]] json all() {
    return {{"submissions", submissions()}, {"findings", findings()}, {"by_code", by_code()},    {"heat", heat()},
            {"scores", scores()},           {"years", years()},       {"suggested", suggested()}};
  }

 private:
  json rows(const std::string& sql) {
    return rows_of(reader_,
                   "WITH chosen AS MATERIALIZED (SELECT s.id, s.fiscal_year, s.status, s.suggested_score, " + kOffice +
                       " AS office FROM submission s WHERE " + condition_.sql + ") " + sql,
                   condition_.parameters);
  }

  json submissions() {
    return rows(
        "SELECT count(*) AS total, count(DISTINCT office) AS offices, count(*) FILTER (WHERE status = 'extracted') AS "
        "extracted, "
        "count(*) FILTER (WHERE status = 'partial') AS partial, count(*) FILTER (WHERE status = 'failed') AS failed "
        "FROM chosen")[0];
  }

  json findings() {
    json counts = {{"confirmed", 0}, {"dismissed", 0}, {"open", {{"error", 0}, {"warning", 0}, {"info", 0}}}};
    for (const json& row : rows("SELECT f.status, f.severity, count(*) AS n FROM finding f "
                                "JOIN chosen ON chosen.id = f.submission_id GROUP BY 1, 2")) {
      const std::string status = row["status"];
      json& count = status == "open" ? counts["open"][row["severity"].get<std::string>()] : counts[status];
      count = count.get<std::int64_t>() + row["n"].get<std::int64_t>();
    }
    return counts;
  }

  json by_code() {
    return rows(
        "SELECT f.code, count(DISTINCT f.submission_id) AS submissions, count(DISTINCT chosen.office) AS offices FROM "
        "finding f JOIN chosen ON "
        "chosen.id = f.submission_id WHERE f.status <> 'dismissed' GROUP BY f.code ORDER BY 3 DESC, 1");
  }

  json heat() {
    return rows(
        "SELECT f.code, f.issue_no, count(*) AS count FROM finding f JOIN chosen ON chosen.id = f.submission_id "
        "WHERE f.status <> 'dismissed' AND f.issue_no BETWEEN 1 AND 7 GROUP BY 1, 2 ORDER BY 1, 2");
  }

  // Overall scores in bands of five points; the top band holds 100 too. Only an office's own score of the
  // submission's table counts once a submission.
  json scores() {
    return rows(
        "SELECT \"from\", count(*) AS count FROM (SELECT CAST(min(max(sc.value), 99.99) / 5 AS INTEGER) * 5 AS "
        "\"from\" "
        "FROM score sc JOIN chosen ON chosen.id = sc.submission_id JOIN submission s ON s.id = sc.submission_id "
        "WHERE sc.subject = 'ITA' AND (sc.agency IS NULL OR sc.agency = s.agency) "
        "AND (sc.fiscal_year IS NULL OR sc.fiscal_year >= s.fiscal_year - 1) GROUP BY sc.submission_id) "
        "GROUP BY 1 ORDER BY 1");
  }

  json years() {
    return rows(
        "SELECT c.fiscal_year, count(*) AS submissions, sum(coalesce(f.error, 0)) AS error, "
        "sum(coalesce(f.warning, 0)) AS warning, sum(coalesce(f.info, 0)) AS info FROM chosen c LEFT JOIN "
        "(SELECT submission_id, count(*) FILTER (WHERE severity = 'error') AS error, "
        "count(*) FILTER (WHERE severity = 'warning') AS warning, count(*) FILTER (WHERE severity = 'info') AS info "
        "FROM finding WHERE status <> 'dismissed' GROUP BY submission_id) f ON f.submission_id = c.id "
        "GROUP BY c.fiscal_year ORDER BY c.fiscal_year");
  }

  json suggested() {
    return rows("SELECT suggested_score, count(*) AS submissions FROM chosen GROUP BY 1 ORDER BY 1 DESC");
  }

  store::RelationReader& reader_;
  Condition condition_;
};

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

}  // namespace

void add_overview_routes(httplib::Server& server, Desk& desk) {
  server.Get("/api/v1/overview", [&desk](const httplib::Request& request, httplib::Response& response) {
    store::RelationReader reader(desk.options.db);
    send_json(response, Overview(reader, submission_filter(request)).all());
  });
  server.Get("/api/v1/facets", [&desk](const httplib::Request&, httplib::Response& response) {
    store::RelationReader reader(desk.options.db);
    const auto distinct = [&reader](const std::string& column) {
      return values(reader, "SELECT DISTINCT " + column + " AS v FROM submission s WHERE v IS NOT NULL ORDER BY 1");
    };
    send_json(response, {{"year", distinct("s.fiscal_year")},
                         {"item", distinct("s.item_code")},
                         {"layout", layouts(reader)},
                         {"province", distinct(kProvinceOfAgency)},
                         {"status", {"extracted", "partial", "failed"}},
                         {"code", values(reader, "SELECT DISTINCT code FROM finding ORDER BY 1")}});
  });
}

}  // namespace prongsai::review
