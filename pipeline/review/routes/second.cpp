// Second readings of a sample: drawing it, reading it blind, and how far the readers agree.
#include <httplib.h>

#include <map>
#include <set>

#include "pipeline/review/agreement.hpp"
#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/server/digest.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/review/second_readings.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr int kDifferingShown = 200;

// What can be drawn: read whole by a first reader, with findings that were decided, and drawn by nobody yet.
const std::string kEligible =
    " AND s.sha256 IS NOT NULL AND s.sha256 NOT IN (SELECT sha256 FROM second_reading) AND EXISTS (SELECT 1 FROM "
    "finding f WHERE f.submission_id = s.id AND f.own = 0) AND NOT EXISTS (SELECT 1 FROM finding f WHERE "
    "f.submission_id = s.id AND f.status = 'open')";

std::vector<std::int64_t> eligible(Desk& desk, const httplib::Request& request) {
  store::RelationReader reader(desk.options.db);
  const Condition condition = submission_filter(desk, request, reader);
  std::vector<std::int64_t> ids;
  reader.each("SELECT min(s.id) FROM submission s WHERE " + condition.sql + kEligible + " GROUP BY s.sha256 ORDER BY 1",
              condition.parameters, [&](const store::Row& row) {
                ids.push_back(std::get<std::int64_t>(row[0]));
                return true;
              });
  return ids;
}

// Who worked on a report, or has it as her own work, does not read it a second time.
std::set<std::string> first_readers(store::RelationReader& reader, std::int64_t id) {
  std::set<std::string> names;
  for (const json& row :
       rows_of(reader,
               "SELECT e.who FROM review_work e JOIN submission s ON s.sha256 = e.sha256 WHERE s.id = "
               "?1 UNION SELECT reviewer FROM assignment WHERE submission_id = ?1",
               {id})) {
    names.insert(row["who"].get<std::string>());
  }
  return names;
}

// `share` per cent of the reports, at random; each to the one with the fewest so far that is not its first reader.
std::vector<store::DrawnReading> drawn_from(store::RelationReader& reader, std::vector<std::int64_t> ids, int share,
                                            const std::vector<std::string>& reviewers) {
  const std::size_t wanted = (ids.size() * static_cast<std::size_t>(share) + 99) / 100;
  json order = json(ids);
  ids.clear();
  for (const json& row : rows_of(reader, "SELECT value AS id FROM json_each(?1) ORDER BY random()", {order.dump()}))
    ids.push_back(row["id"].get<std::int64_t>());
  std::map<std::string, int> given;
  std::vector<store::DrawnReading> drawn;
  for (const std::int64_t id : ids) {
    if (drawn.size() == wanted) break;
    const std::set<std::string> readers = first_readers(reader, id);
    const std::string* best = nullptr;
    for (const std::string& name : reviewers) {
      if (!readers.contains(name) && (best == nullptr || given[name] < given[*best])) best = &name;
    }
    if (best == nullptr) continue;
    drawn.push_back({id, *best});
    ++given[*best];
  }
  return drawn;
}

json draw(Desk& desk, const httplib::Request& request, const json& body) {
  const std::int64_t share = integer_in(body, "share");
  if (share < 1 || share > 100) throw store::NoSuchTarget("the share is a whole number from 1 to 100");
  const auto reviewers = body.at("reviewers").get<std::vector<std::string>>();
  const std::string by = author_of(desk, request);
  const std::lock_guard lock(desk.writing);
  const std::vector<std::int64_t> ids = eligible(desk, request);
  if (digest_of(ids) != body.at("digest").get<std::string>())
    throw store::Conflict("the filter leaves other reports than were counted; nothing was drawn");
  store::RelationReader reader(desk.options.db);
  const std::set<std::string> known = reviewers_of(desk, reader);
  for (const std::string& name : reviewers) {
    if (!known.contains(name)) throw store::NoSuchTarget("there is no such reviewer");
  }
  const auto drawn = drawn_from(reader, ids, static_cast<int>(share), reviewers);
  if (drawn.empty()) throw store::NoSuchTarget("nothing can be drawn: no report is left that these have not read");
  return {{"drawn", store::draw_second_readings(*desk.store, drawn, by)}};
}

// A second reader is not shown what the first set right.
const std::string kAsRead =
    "CASE WHEN json_type(s.corrected_fields, '$.agency') IS NULL THEN s.agency ELSE s.corrected_fields ->> '$.agency' "
    "END AS agency, CASE WHEN json_type(s.corrected_fields, '$.fiscal_year') IS NULL THEN s.fiscal_year ELSE "
    "s.corrected_fields ->> '$.fiscal_year' END AS fiscal_year";

json readings_of(store::RelationReader& reader, const std::string& condition, const std::vector<store::Value>& with) {
  return rows_of(
      reader,
      "SELECT s.id, " + kAsRead +
          ", s.source_path, r.reviewer, r.finished_at, (SELECT count(*) FROM "
          "finding f WHERE f.submission_id = s.id AND f.own = 0) AS findings, (SELECT count(*) FROM "
          "second_decision d WHERE d.sha256 = r.sha256) AS decided FROM second_reading r JOIN submission s ON "
          "s.sha256 = r.sha256 WHERE " +
          condition + " GROUP BY r.sha256 ORDER BY r.finished_at IS NOT NULL, s.agency, s.id LIMIT 500",
      with);
}

json figures_of(const Agreement& agreement) {
  const auto share = agreement.share();
  const auto kappa = agreement.kappa();
  return {{"findings", agreement.total()},
          {"both_confirmed", agreement.both_confirmed},
          {"both_dismissed", agreement.both_dismissed},
          {"first_only", agreement.first_only},
          {"second_only", agreement.second_only},
          {"share", share ? json(*share) : json(nullptr)},
          {"kappa", kappa ? json(*kappa) : json(nullptr)}};
}

json agreement_of(store::RelationReader& reader, const std::string& who) {
  Agreement total;
  json by_code = json::array();
  for (const json& row : rows_of(reader,
                                 "SELECT code, sum(first_status = 'confirmed' AND second_status = 'confirmed') AS cc, "
                                 "sum(first_status = 'dismissed' AND second_status = 'dismissed') AS dd, "
                                 "sum(first_status = 'confirmed' AND second_status = 'dismissed') AS cd, "
                                 "sum(first_status = 'dismissed' AND second_status = 'confirmed') AS dc "
                                 "FROM read_twice GROUP BY code ORDER BY count(*) DESC, code")) {
    const Agreement one{row["cc"], row["dd"], row["cd"], row["dc"]};
    total += one;
    by_code.push_back(figures_of(one));
    by_code.back()["code"] = row["code"];
  }
  json differing = rows_of(
      reader,
      "SELECT t.code, t.first_status, t.second_status, t.second_note, t.second_reader, t.finished_at, s.id AS "
      "submission_id, s.agency, s.source_path, f.id AS finding_id FROM read_twice t CROSS JOIN submission s ON "
      "s.sha256 = t.sha256 CROSS JOIN finding f ON f.submission_id = s.id AND f.anchor = t.anchor WHERE t.first_status "
      "<> t.second_status AND t.sha256 NOT IN (" +
          blind_for("?1") + ") ORDER BY t.finished_at DESC, f.id LIMIT " + std::to_string(kDifferingShown),
      {who});
  return {{"total", figures_of(total)}, {"by_code", std::move(by_code)}, {"differing", std::move(differing)}};
}

void send_readings(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const std::string who = author_of(desk, request);
  json answer = agreement_of(reader, who);
  answer["mine"] = readings_of(reader, "r.reviewer = ?1", {who});
  answer["drawn"] = may(role_of(desk, request), Right::lead) ? readings_of(reader, "1", {}) : json::array();
  send_json(response, answer);
}

std::vector<std::string> anchors_of_reading(Desk& desk, std::int64_t id) {
  store::RelationReader reader(desk.options.db);
  return store::anchors_to_read(*desk.store, id, judged_as_read(desk, reader, id));
}

json decide_blind(Desk& desk, const httplib::Request& request, const json& body) {
  const store::Author author{author_of(desk, request), integer_in(body, "version"), body.at("key").get<std::string>()};
  const std::int64_t id = std::stoll(request.matches[1]);
  const std::lock_guard lock(desk.writing);
  return {{"version", store::decide_second(*desk.store, id, anchors_of_reading(desk, id),
                                           body.at("status").get<std::string>(), text_in(body, "note"), author)}};
}

}  // namespace

void add_second_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/second-readings",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            send_readings(desk, request, response);
          });
  add_get(server, desk, Right::lead, "/api/v1/second-readings/selection",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            const std::vector<std::int64_t> ids = eligible(desk, request);
            send_json(response, {{"submissions", ids.size()}, {"digest", digest_of(ids)}});
          });
  add_json_post(server, desk, Right::lead, "/api/v1/second-readings/sample",
                [&desk](const httplib::Request& request, const json& body) { return draw(desk, request, body); });
  add_json_post(
      server, desk, Right::review, R"(/api/v1/submissions/(\d{1,18})/second)",
      [&desk](const httplib::Request& request, const json& body) { return decide_blind(desk, request, body); });
  add_json_post(server, desk, Right::review, R"(/api/v1/submissions/(\d{1,18})/second/finish)",
                [&desk](const httplib::Request& request, const json&) {
                  const std::lock_guard lock(desk.writing);
                  const std::int64_t id = std::stoll(request.matches[1]);
                  store::finish_second_reading(*desk.store, id, anchors_of_reading(desk, id), author_of(desk, request));
                  return json::object();
                });
}

}  // namespace prongsai::review
