// The list of submissions, one of them with all that was read and flagged, and where to go on.
#include <httplib.h>

#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/finding_order.hpp"
#include "pipeline/review/submission_answer.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/review/submission_list.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// The first open finding after the one given: in the same submission, then in the next that has one, from the start
// again at the end. Of the findings that the filters leave, whatever they say of decisions.
void next(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  httplib::Request open_ones = request;
  open_ones.params.erase("decision");
  Condition filter = finding_filter(desk, open_ones, reader);
  const bool narrow = !filter.parameters.empty() || filter.sql != "1";
  const std::string wanted =
      "f.status = 'open'" +
      (narrow ? " AND EXISTS (SELECT 1 FROM submission s WHERE s.id = f.submission_id AND " + filter.sql + ")" : "");
  filter.parameters.emplace_back(number_in(request, "after", 0, 0));
  const std::string id = "?" + std::to_string(filter.parameters.size());
  const std::string given = "(SELECT f.submission_id FROM finding f WHERE f.id = " + id + ")";
  const std::string open = "SELECT f.submission_id, f.id AS finding_id FROM finding f WHERE " + wanted + " AND ";
  const std::string order = std::string(" ORDER BY ") + kFindingOrder + " LIMIT 1";
  const auto first_of = [&](const std::string& condition) {
    return open + "f.id <> " + id + " AND f.submission_id = (SELECT f.submission_id FROM finding f WHERE " + wanted +
           " AND f.id <> " + id + condition + " ORDER BY f.submission_id LIMIT 1)" + order;
  };
  for (const std::string& sql : {open + "f.submission_id = " + given + " AND (" + kFindingOrder + ") > (SELECT " +
                                     kFindingOrder + " FROM finding f WHERE f.id = " + id + ")" + order,
                                 first_of(" AND f.submission_id > " + given), first_of("")}) {
    json rows = rows_of(reader, sql, filter.parameters);
    if (!rows.empty()) return send_json(response, rows[0]);
  }
  send_json(response, json::object());
}

}  // namespace

void add_submission_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/submissions",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            store::RelationReader reader(desk.options.db);
            send_json(response, submission_list(desk, reader, request));
          });
  add_get(server, desk, Right::read, R"(/api/v1/submissions/(\d{1,18}))",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            store::RelationReader reader(desk.options.db);
            json one =
                submission_answer(desk, reader, std::stoll(request.matches[1]), number_in(request, "page", 1, 1));
            if (one.is_null()) return send_error(response, 404, "there is no such submission");
            const std::string who = author_of(desk, request);
            if (reads_blind(reader, who, one["id"].get<std::int64_t>())) make_blind(desk, reader, one, who);
            one["read_only"] = is_read_only(desk, request);
            send_json(response, one);
          });
  add_get(server, desk, Right::read, "/api/v1/next",
          [&desk](const httplib::Request& request, httplib::Response& response) { next(desk, request, response); });
}

}  // namespace prongsai::review
