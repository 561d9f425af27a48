// The log of changes: who changed what, when, from what to what. The latest first.
#include <httplib.h>

#include <algorithm>

#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::int64_t kChangesPerPage = 50;
constexpr std::int64_t kMostPages = 1'000'000;

// Which submission bytes belong to or belonged to. The same bytes can be several submissions; a change belongs to all
// of them, the first stands for it.
const std::string kSubmissionOfBytes =
    "coalesce((SELECT min(id) FROM submission WHERE sha256 = l.sha256), "
    "(SELECT min(submission_id) FROM submission_version WHERE sha256 = l.sha256))";

// The changes of one submission and of its earlier versions, or of all for 0; of one person, of one kind, or all for
// "".
const std::string kFrom =
    " FROM review_event e WHERE (?1 = 0 OR e.sha256 IN (SELECT sha256 FROM submission WHERE id = ?1 UNION "
    "SELECT sha256 FROM submission_version WHERE submission_id = ?1)) AND (?3 = '' OR e.who = ?3) AND (?4 = '' OR "
    "e.kind = ?4)";

// A second reading and the first one are not shown to each other's reader before it is finished.
const std::string kMayBeSeen = " AND (e.sha256 NOT IN (" + blind_for("?2") +
                               ") OR e.kind = 'second') AND (e.kind <> 'second' OR e.who = ?2 OR e.sha256 IN "
                               "(SELECT sha256 FROM second_reading WHERE finished_at IS NOT NULL))";

void send_log(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const std::int64_t submission = number_in(request, "submission_id", 0, 0);
  const std::string who = author_of(desk, request);
  const std::int64_t page = std::min(number_in(request, "page", 1, 1), kMostPages);
  const std::vector<store::Value> with = {submission, who, request.get_param_value("who"),
                                          request.get_param_value("kind")};
  std::vector<store::Value> parameters = with;
  parameters.emplace_back(kChangesPerPage);
  parameters.emplace_back((page - 1) * kChangesPerPage);
  json rows =
      rows_of(reader,
              "SELECT l.*, s.sha256 IS NOT l.sha256 AS earlier_version, s.id AS submission_id, s.agency, "
              "s.source_path, (SELECT min(f.id) FROM finding f WHERE f.submission_id = s.id AND l.kind IN ('decision', "
              "'own', 'second') AND f.anchor = l.anchor) AS finding_id FROM (SELECT e.id, e.at, e.who, "
              "e.kind, e.anchor, e.before_value AS before, e.after_value AS after, e.undoes, e.sha256, EXISTS "
              "(SELECT 1 FROM review_event u WHERE u.undoes = e.id) AS undone" +
                  kFrom + kMayBeSeen + " ORDER BY e.id DESC LIMIT ?5 OFFSET ?6) l LEFT JOIN submission s ON s.id = " +
                  kSubmissionOfBytes + " ORDER BY l.id DESC",
              parameters);
  for (json& row : rows) {
    for (const char* name : {"before", "after"}) row[name] = json::parse(row[name].get<std::string>(), nullptr, false);
  }
  send_json(response, {{"rows", std::move(rows)},
                       {"total", number_of(reader, "SELECT count(*)" + kFrom + kMayBeSeen, with)},
                       {"size", kChangesPerPage}});
}

}  // namespace

void add_history_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/history",
          [&desk](const httplib::Request& request, httplib::Response& response) { send_log(desk, request, response); });
}

}  // namespace prongsai::review
