// The list of submissions, one of them with all that was read and flagged, and where to go on.
#include <httplib.h>

#include <algorithm>

#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/submission_answer.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/review/submission_list.hpp"
#include "pipeline/store/queries/blind_reading.hpp"
#include "pipeline/store/queries/report_findings.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// The first open finding after the one given: in the same submission, then in the next that has one, from the start
// again at the end. Of the findings that the filters leave, whatever they say of decisions.
void next(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const auto found =
      store::next_open_finding(reader, submission_filter(desk, request, reader), number_in(request, "after", 0, 0));
  send_json(response, found ? store::json_of(*found) : json::object());
}

PartAsked part_asked(const httplib::Request& request) {
  PartAsked asked;
  asked.page_no = number_in(request, "page", 1, 1);
  asked.scores_from = number_in(request, "scores_from", 0, 0);
  asked.scores_count = std::min(number_in(request, "scores", PartAsked::kScores, 1), PartAsked::kMostScores);
  return asked;
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
            json one = submission_answer(desk, reader, std::stoll(request.matches[1]), part_asked(request));
            if (one.is_null()) return send_error(response, 404, "there is no such submission");
            const std::string who = author_of(desk, request);
            if (store::reads_blind(reader, who, one["id"].get<std::int64_t>())) make_blind(desk, reader, one, who);
            one["read_only"] = is_read_only(desk, request);
            send_json(response, one);
          });
  add_get(server, desk, Right::read, "/api/v1/next",
          [&desk](const httplib::Request& request, httplib::Response& response) { next(desk, request, response); });
}

}  // namespace prongsai::review
