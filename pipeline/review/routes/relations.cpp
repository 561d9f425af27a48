// The database's relations as they are, a page of rows at a time, for other programs.
#include <httplib.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"

namespace prongsai::review {
namespace {

constexpr std::array<std::string_view, 10> kRelations = {"submission", "issue", "cell",          "page",  "score",
                                                         "finding",    "link",  "doubtful_word", "aside", "damage"};
constexpr std::int64_t kMostRows = 1000;

void send_rows(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const std::string name = request.matches[1];
  if (std::find(kRelations.begin(), kRelations.end(), name) == kRelations.end()) {
    return send_error(response, 404, "there is no such relation");
  }
  store::RelationReader reader(desk.options.db);
  const std::string owner = name == "submission" ? "id" : "submission_id";
  const std::int64_t submission = number_in(request, "submission_id", 0, 0);
  std::string where = " FROM " + name + " WHERE 1";
  std::vector<store::Value> parameters;
  if (submission != 0) {
    parameters.emplace_back(submission);
    where += " AND " + owner + " = ?1";
  }
  if (const std::string who = author_of(desk, request); reads_blind(reader, who)) {
    parameters.emplace_back(who);
    where += " AND " + owner + " NOT IN (SELECT id FROM submission WHERE sha256 IN (" +
             blind_for("?" + std::to_string(parameters.size())) + "))";
  }
  const std::int64_t size = std::min(number_in(request, "size", 100, 1), kMostRows);
  const std::int64_t page = std::min<std::int64_t>(number_in(request, "page", 1, 1), 1'000'000'000);
  const std::int64_t total = number_of(reader, "SELECT count(*)" + where, parameters);
  const std::string limit = " LIMIT " + std::to_string(size) + " OFFSET " + std::to_string((page - 1) * size);
  nlohmann::json rows = rows_of(reader, "SELECT *" + where + " ORDER BY id" + limit, parameters);
  send_json(response, {{"rows", std::move(rows)}, {"total", total}, {"page", page}, {"size", size}});
}

}  // namespace

void add_relation_routes(httplib::Server& server, Desk& desk) {
  add_get(
      server, desk, Right::read, R"(/api/v1/relations/([a-z]{1,20}))",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_rows(desk, request, response); });
}

}  // namespace prongsai::review
