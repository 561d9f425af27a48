// The database's relations as they are, a page of rows at a time, for other programs.
#include <httplib.h>

#include <algorithm>
#include <string>

#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/store/queries/blind_reading.hpp"
#include "pipeline/store/queries/relation_rows.hpp"

namespace prongsai::review {
namespace {

constexpr std::int64_t kMostRows = 1000;

// By the names of the columns.
nlohmann::json objects_of(const store::PlainRows& rows) {
  nlohmann::json objects = nlohmann::json::array();
  for (const store::Row& row : rows.rows) {
    nlohmann::json object = nlohmann::json::object();
    for (std::size_t i = 0; i < row.size(); ++i)
      object[rows.columns[i]] = std::visit([](const auto& value) { return nlohmann::json(value); }, row[i]);
    objects.push_back(std::move(object));
  }
  return objects;
}

void send_rows(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const std::string name = request.matches[1];
  if (!store::is_relation(name)) return send_error(response, 404, "there is no such relation");
  store::RelationReader reader(desk.options.db);
  store::RelationAsked asked{name, number_in(request, "submission_id", 0, 0), ""};
  if (const std::string who = author_of(desk, request); store::reads_blind(reader, who)) asked.hidden_from = who;
  const std::int64_t size = std::min(number_in(request, "size", 100, 1), kMostRows);
  const std::int64_t page = std::min<std::int64_t>(number_in(request, "page", 1, 1), 1'000'000'000);
  const store::PlainRows rows = store::rows_of_relation(reader, asked, {size, (page - 1) * size});
  send_json(response,
            {{"rows", objects_of(rows)}, {"total", store::count_rows(reader, asked)}, {"page", page}, {"size", size}});
}

}  // namespace

void add_relation_routes(httplib::Server& server, Desk& desk) {
  add_get(
      server, desk, Right::read, R"(/api/v1/relations/([a-z]{1,20}))",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_rows(desk, request, response); });
}

}  // namespace prongsai::review
