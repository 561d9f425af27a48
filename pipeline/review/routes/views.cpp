// Views of the lists that reviewers keep under a name: their own, and those that leads share.
#include <httplib.h>

#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/store/queries/kept_views.hpp"
#include "pipeline/store/records/json_archive.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/saved_views.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kMostName = 200;  // bytes
constexpr std::size_t kMostQuery = 2000;

json views_of(Desk& desk, const std::string& who) {
  store::RelationReader reader(desk.options.db);
  return store::json_of(store::views_of(reader, who));
}

bool leads(Desk& desk, const httplib::Request& request) {
  return may(role_of(desk, request), Right::lead);
}

json save(Desk& desk, const httplib::Request& request, const json& body) {
  store::SavedView view{text_in(body, "name"), text_in(body, "page"), text_in(body, "query"), author_of(desk, request),
                        body.at("shared").get<bool>()};
  if (view.name.size() > kMostName || view.query.size() > kMostQuery) throw store::NoSuchTarget("too long");
  if (view.shared && !leads(desk, request)) throw store::NoSuchTarget("only a lead shares a view");
  const std::lock_guard lock(desk.writing);
  store::save_view(*desk.store, view);
  return json::object();
}

// One's own; a lead also what others share.
json remove(Desk& desk, const httplib::Request& request) {
  const std::string key = request.matches[1];
  const std::string who = author_of(desk, request);
  const std::lock_guard lock(desk.writing);
  store::RelationReader reader(desk.options.db);
  const bool own = store::owns_view(reader, key, who);
  store::remove_view(*desk.store, key, own || !leads(desk, request) ? who : "");
  return json::object();
}

}  // namespace

void add_view_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/views",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            send_json(response, {{"rows", views_of(desk, author_of(desk, request))}});
          });
  add_json_post(server, desk, Right::review, "/api/v1/views",
                [&desk](const httplib::Request& request, const json& body) { return save(desk, request, body); });
  add_json_post(server, desk, Right::review, R"(/api/v1/views/([0-9a-f]{16})/remove)",
                [&desk](const httplib::Request& request, const json&) { return remove(desk, request); });
}

}  // namespace prongsai::review
