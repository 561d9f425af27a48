// Findings of many submissions at once: a list, their causes, and one decision on all that a filter leaves.
#include <httplib.h>

#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/said_in_thai.hpp"
#include "pipeline/review/server/digest.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/queries/change_log.hpp"
#include "pipeline/store/queries/report_findings.hpp"
#include "pipeline/store/records/json_archive.hpp"
#include "pipeline/store/review/bulk_decisions.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::int64_t kFindingsPerPage = 50;
constexpr std::size_t kMostAtOnce = 10'000;  // decided at one stroke; other writers wait for it

store::Shown shown_page(const httplib::Request& request) {
  return {kFindingsPerPage, (number_in(request, "page", 1, 1) - 1) * kFindingsPerPage};
}

void send_findings(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const store::ReportFilter filter = submission_filter(desk, request, reader);
  json answer = store::json_of(store::count_findings(reader, filter));
  answer["rows"] = store::json_of(store::list_findings(reader, filter, shown_page(request)));
  say_in_thai(desk, answer["rows"], "evidence");
  answer["size"] = kFindingsPerPage;
  send_json(response, answer);
}

// Findings alike in code and words, most first: what one decision may settle.
void send_causes(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  json rows =
      store::json_of(store::causes_of_findings(reader, submission_filter(desk, request, reader), shown_page(request)));
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
  Selection selection;
  std::int64_t last = 0;
  for (const auto& [submission, finding] : store::open_findings(reader, submission_filter(desk, request, reader))) {
    selection.findings.push_back(finding);
    if (submission == last) continue;
    last = submission;
    ++selection.submissions;
  }
  selection.digest = digest_of(selection.findings);
  selection.latest = store::latest_change(reader);
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
