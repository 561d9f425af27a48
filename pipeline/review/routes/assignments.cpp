// Whose work each report is, and how far each reviewer has come.
#include "pipeline/store/review/assignments.hpp"

#include <httplib.h>

#include <set>

#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/server/digest.hpp"
#include "pipeline/review/sharing_out.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/queries/report_list.hpp"
#include "pipeline/store/queries/work_done.hpp"
#include "pipeline/store/records/json_archive.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kLoginsShown = 200;

json progress_by_name(store::RelationReader& reader) {
  json by_name = json::object();
  for (const store::WorkOfReviewer& work : store::work_by_reviewer(reader)) by_name[work.name] = store::json_of(work);
  for (const store::ChangesOfReviewer& changes : store::changes_by_reviewer(reader))
    by_name[changes.name].update(store::json_of(changes));
  return by_name;
}

void send_reviewers(Desk& desk, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  json progress = progress_by_name(reader);
  json rows = json::array();
  for (const std::string& name : reviewers_of(desk, reader)) {
    json row = {{"name", name},  {"assigned", 0}, {"open_reports", 0}, {"open_findings", 0},
                {"unscored", 0}, {"changes", 0},  {"last", nullptr}};
    if (progress.contains(name)) row.update(progress[name]);
    rows.push_back(std::move(row));
  }
  send_json(response, {{"rows", std::move(rows)}});
}

struct Reports {
  std::vector<std::pair<std::int64_t, std::string>> rows;  // number and office, by office
  std::vector<std::int64_t> ids;
  std::int64_t assigned = 0;
};

Reports reports_of(Desk& desk, const httplib::Request& request) {
  store::RelationReader reader(desk.options.db);
  Reports reports;
  for (const auto& [id, office, assigned] :
       store::reports_by_office(reader, submission_filter(desk, request, reader))) {
    reports.rows.emplace_back(id, office);
    reports.ids.push_back(id);
    if (assigned) ++reports.assigned;
  }
  return reports;
}

json assign_all(Desk& desk, const httplib::Request& request, const json& body) {
  const std::string by = author_of(desk, request);
  const std::lock_guard lock(desk.writing);
  const Reports reports = reports_of(desk, request);
  if (digest_of(reports.ids) != body.at("digest").get<std::string>()) {
    throw store::Conflict("the filter leaves other reports than were counted; nothing was assigned");
  }
  const auto reviewers = body.at("reviewers").get<std::vector<std::string>>();
  store::RelationReader reader(desk.options.db);
  const std::set<std::string> known = reviewers_of(desk, reader);
  for (const std::string& name : reviewers) {
    if (!known.contains(name)) throw store::NoSuchTarget("there is no such reviewer");
  }
  store::assign(*desk.store, shared_out(reports.rows, reviewers), by);
  return {{"assigned", reports.ids.size()}};
}

void send_logins(Desk& desk, httplib::Response& response) {
  json rows = json::array();
  if (desk.accounts) {
    for (const store::Login& login : desk.accounts->logins(kLoginsShown)) {
      rows.push_back(
          {{"at", login.at}, {"name", login.name}, {"address", login.address}, {"succeeded", login.succeeded}});
    }
  }
  send_json(response, {{"rows", std::move(rows)}});
}

}  // namespace

std::set<std::string> reviewers_of(Desk& desk, store::RelationReader& reader) {
  std::set<std::string> names;
  if (desk.accounts) {
    for (const store::Account& account : desk.accounts->all()) {
      if (may(account.role, Right::review)) names.insert(account.name);
    }
  }
  for (const std::string& name : store::names_at_work(reader)) names.insert(name);
  names.erase("prongsai");  // what the program itself carried over
  return names;
}

void add_assignment_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/reviewers",
          [&desk](const httplib::Request&, httplib::Response& response) { send_reviewers(desk, response); });
  add_get(server, desk, Right::lead, "/api/v1/submissions/selection",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            const Reports reports = reports_of(desk, request);
            send_json(response, {{"submissions", reports.ids.size()},
                                 {"assigned", reports.assigned},
                                 {"digest", digest_of(reports.ids)}});
          });
  add_json_post(server, desk, Right::lead, "/api/v1/submissions/assignment",
                [&desk](const httplib::Request& request, const json& body) { return assign_all(desk, request, body); });
  add_get(server, desk, Right::admin, "/api/v1/logins",
          [&desk](const httplib::Request&, httplib::Response& response) { send_logins(desk, response); });
}

}  // namespace prongsai::review
