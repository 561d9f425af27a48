// The log of changes: who changed what, when, from what to what. The latest first.
#include <httplib.h>

#include <algorithm>

#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/store/queries/change_log.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::int64_t kChangesPerPage = 50;
constexpr std::int64_t kMostPages = 1'000'000;

void send_log(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const std::int64_t page = std::min(number_in(request, "page", 1, 1), kMostPages);
  const store::ChangesAsked asked{number_in(request, "submission_id", 0, 0), author_of(desk, request),
                                  request.get_param_value("who"), request.get_param_value("kind")};
  json rows = store::json_of(store::list_changes(reader, asked, {kChangesPerPage, (page - 1) * kChangesPerPage}));
  for (json& row : rows) {
    for (const char* name : {"before", "after"}) row[name] = json::parse(row[name].get<std::string>(), nullptr, false);
  }
  send_json(response,
            {{"rows", std::move(rows)}, {"total", store::count_changes(reader, asked)}, {"size", kChangesPerPage}});
}

}  // namespace

void add_history_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/history",
          [&desk](const httplib::Request& request, httplib::Response& response) { send_log(desk, request, response); });
}

}  // namespace prongsai::review
