// Second readings of a sample: drawing it, reading it blind, and how far the readers agree.
#include <httplib.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/review/agreement.hpp"
#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/server/digest.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/queries/second_sample.hpp"
#include "pipeline/store/records/json_archive.hpp"
#include "pipeline/store/review/second_readings.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr int kDifferingShown = 200;

std::vector<std::int64_t> eligible(Desk& desk, const httplib::Request& request) {
  store::RelationReader reader(desk.options.db);
  return store::reports_to_draw(reader, submission_filter(desk, request, reader));
}

// `share` per cent of the reports, at random; each to the one with the fewest so far that is not its first reader.
std::vector<store::DrawnReading> drawn_from(store::RelationReader& reader, const std::vector<std::int64_t>& ids,
                                            int share, const std::vector<std::string>& reviewers) {
  const std::size_t wanted = (ids.size() * static_cast<std::size_t>(share) + 99) / 100;
  std::map<std::string, int> given;
  std::vector<store::DrawnReading> drawn;
  for (const std::int64_t id : store::shuffled(reader, ids)) {
    if (drawn.size() == wanted) break;
    // Who worked on a report, or has it as her own work, does not read it a second time.
    const std::vector<std::string> readers = store::first_readers(reader, id);
    const std::string* best = nullptr;
    for (const std::string& name : reviewers) {
      if (std::ranges::find(readers, name) == readers.end() && (best == nullptr || given[name] < given[*best]))
        best = &name;
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
  for (const store::AgreementOnCode& code : store::agreement_by_code(reader)) {
    const Agreement one{code.both_confirmed, code.both_dismissed, code.first_only, code.second_only};
    total += one;
    by_code.push_back(figures_of(one));
    by_code.back()["code"] = code.code;
  }
  return {{"total", figures_of(total)},
          {"by_code", std::move(by_code)},
          {"differing", store::json_of(store::differing_decisions(reader, who, kDifferingShown))}};
}

void send_readings(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const std::string who = author_of(desk, request);
  json answer = agreement_of(reader, who);
  answer["mine"] = store::json_of(store::second_readings(reader, who));
  answer["drawn"] =
      may(role_of(desk, request), Right::lead) ? store::json_of(store::second_readings(reader)) : json::array();
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
