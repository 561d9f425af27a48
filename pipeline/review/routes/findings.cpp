// Findings of many submissions at once: a list, their causes, and one decision on all that a filter leaves.
#include <httplib.h>

#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/said_in_thai.hpp"
#include "pipeline/review/server/digest.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/review/bulk_decisions.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::int64_t kFindingsPerPage = 50;
constexpr std::size_t kMostAtOnce = 10'000;  // decided at one stroke; other writers wait for it

const std::string kFindingsOfSubmissions = " FROM finding f JOIN submission s ON s.id = f.submission_id WHERE ";

// To be counted: without the submissions where nothing is asked of them.
std::string findings_under(const Condition& condition) {
  return (condition.asks_submissions ? kFindingsOfSubmissions : " FROM finding f WHERE ") + condition.sql;
}

json page_of(store::RelationReader& reader, const std::string& sql, Condition condition, std::int64_t page) {
  const std::size_t next = condition.parameters.size() + 1;
  condition.parameters.emplace_back((page - 1) * kFindingsPerPage);
  return rows_of(reader, sql + " LIMIT " + std::to_string(kFindingsPerPage) + " OFFSET ?" + std::to_string(next),
                 condition.parameters);
}

json counts(store::RelationReader& reader, const Condition& condition) {
  return rows_of(reader,
                 "SELECT count(*) AS total, count(DISTINCT f.submission_id) AS submissions, "
                 "count(*) FILTER (WHERE f.status = 'open') AS open" +
                     findings_under(condition),
                 condition.parameters)[0];
}

void send_findings(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const Condition condition = finding_filter(desk, request, reader);
  json answer = counts(reader, condition);
  answer["rows"] = page_of(reader,
                           "SELECT f.id, f.submission_id, s.agency, s.source_path, s.fiscal_year, f.code, f.severity, "
                           "f.issue_no, f.item_code, f.column_key, f.page_no, f.message_th, f.message_en, f.evidence, "
                           "f.status, f.note" +
                               kFindingsOfSubmissions + condition.sql + " ORDER BY f.submission_id, f.id",
                           condition, number_in(request, "page", 1, 1));
  say_in_thai(desk, answer["rows"], "evidence");
  answer["size"] = kFindingsPerPage;
  send_json(response, answer);
}

// Findings alike in code and words, most first: what one decision may settle.
void send_causes(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const Condition condition = finding_filter(desk, request, reader);
  json rows =
      page_of(reader,
              "SELECT f.code, f.evidence, count(*) AS findings, count(*) FILTER (WHERE f.status = 'open') AS "
              "open, count(DISTINCT f.submission_id) AS submissions, count(*) OVER () AS total" +
                  findings_under(condition) + " GROUP BY f.code, f.evidence ORDER BY findings DESC, f.code, f.evidence",
              condition, number_in(request, "page", 1, 1));
  const json total = rows.empty() ? json(0) : rows[0]["total"];
  for (json& row : rows) row.erase("total");
  say_in_thai(desk, rows, "evidence");
  send_json(response, {{"rows", std::move(rows)}, {"total", total}, {"size", kFindingsPerPage}});
}

// The open findings that a filter leaves.
struct Selection {
  std::vector<std::int64_t> findings;  // by id
  std::string digest;                  // of their numbers
  std::int64_t submissions = 0;
  std::int64_t latest = 0;  // the last change in the log
};

Selection selection_of(Desk& desk, const httplib::Request& request) {
  store::RelationReader reader(desk.options.db);
  const Condition condition = finding_filter(desk, request, reader);
  Selection selection;
  std::int64_t last = 0;
  reader.each("SELECT f.id, f.submission_id" + kFindingsOfSubmissions + condition.sql +
                  " AND f.status = 'open' ORDER BY f.submission_id, f.id",
              condition.parameters, [&](const store::Row& row) {
                selection.findings.push_back(std::get<std::int64_t>(row[0]));
                if (const auto submission = std::get<std::int64_t>(row[1]); submission != last) {
                  last = submission;
                  ++selection.submissions;
                }
                return true;
              });
  selection.digest = digest_of(selection.findings);
  selection.latest = number_of(reader, "SELECT coalesce(max(id), 0) FROM review_event");
  return selection;
}

void send_selection(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const Selection selection = selection_of(desk, request);
  send_json(response, {{"findings", selection.findings.size()},
                       {"submissions", selection.submissions},
                       {"digest", selection.digest},
                       {"latest", selection.latest},
                       {"most", kMostAtOnce}});
}

// The filter is the query's, as it was when the selection was counted; what it leaves must still be the same.
json decide_all(Desk& desk, const httplib::Request& request, const json& body) {
  const store::BulkDecision decision{body.at("status").get<std::string>(), text_in(body, "note"),
                                     author_of(desk, request), integer_in(body, "latest")};
  const std::lock_guard lock(desk.writing);
  const Selection selection = selection_of(desk, request);
  if (selection.digest != body.at("digest").get<std::string>()) {
    throw store::Conflict("the filter leaves other findings than were counted; nothing was decided");
  }
  if (selection.findings.empty()) throw store::NoSuchTarget("the filter leaves no open finding");
  if (selection.findings.size() > kMostAtOnce) throw store::NoSuchTarget("too many findings for one decision");
  return {{"decided", store::decide_findings(*desk.store, selection.findings, decision)}};
}

}  // namespace

void add_finding_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/findings",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            send_findings(desk, request, response);
          });
  add_get(
      server, desk, Right::read, "/api/v1/findings/causes",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_causes(desk, request, response); });
  add_get(server, desk, Right::read, "/api/v1/findings/selection",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            send_selection(desk, request, response);
          });
  add_json_post(server, desk, Right::review, "/api/v1/findings/decision",
                [&desk](const httplib::Request& request, const json& body) { return decide_all(desk, request, body); });
}

}  // namespace prongsai::review
