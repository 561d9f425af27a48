// The collection at a glance, and the values that filters offer.
#include <httplib.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/finding_sums.hpp"
#include "pipeline/review/issue_numbers.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/queries/collection_sums.hpp"
#include "pipeline/store/queries/facets.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

json overview(const Desk& desk, store::RelationReader& reader, const store::ReportFilter& filter) {
  FindingSums sums;
  json submissions = {{"total", 0}, {"extracted", 0}, {"partial", 0}, {"failed", 0}, {"deferred", 0}};
  std::map<std::optional<std::int64_t>, std::int64_t> suggested;
  std::unordered_map<std::string, std::size_t> offices;  // by name; a report that names none counts as one of its own
  store::each_report_counts(reader, filter, [&](const store::ReportCounts& report) {
    const std::size_t office = offices.emplace(report.office, offices.size()).first->second;
    sums.add(report.fiscal_year, report.counts, office);
    ++suggested[report.suggested_score];
    for (const std::string& name : {std::string("total"), report.status})
      submissions[name] = submissions[name].get<std::int64_t>() + 1;
  });
  submissions["offices"] = offices.size();
  const json heat = sums.heat();
  int last = 0;
  for (const json& place : heat) last = std::max(last, place["issue_no"].get<int>());
  json by_suggestion = json::array();
  for (const auto& [score, count] : suggested) {
    by_suggestion.push_back({{"suggested_score", score ? json(*score) : json(nullptr)}, {"submissions", count}});
  }
  return {{"submissions", std::move(submissions)},
          {"findings", sums.by_status()},
          {"by_code", sums.by_code()},
          {"heat", heat},
          {"issue_numbers", issue_numbers(desk, last)},
          {"scores", store::json_of(store::score_bands(reader, filter))},
          {"years", sums.years()},
          {"reach", store::json_of(store::reach_by_province(reader, filter))},
          {"suggested", std::move(by_suggestion)}};
}

}  // namespace

void add_overview_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/overview",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            store::RelationReader reader(desk.options.db);
            send_json(response, overview(desk, reader, submission_filter(desk, request, reader)));
          });
  add_get(server, desk, Right::read, "/api/v1/facets", [&desk](const httplib::Request&, httplib::Response& response) {
    store::RelationReader reader(desk.options.db);
    json assigned = store::assigned_reviewers(reader);
    assigned.push_back("none");
    send_json(response, {{"year", store::years_of_reports(reader)},
                         {"item", store::items_of_reports(reader)},
                         {"layout", store::layouts_of_reports(reader)},
                         {"province", store::provinces_of_reports(reader)},
                         {"status", {"extracted", "partial", "failed", "deferred"}},
                         {"code", store::codes_of_findings(reader)},
                         {"kind", desk.kinds.all(reader)},
                         {"suggested", {"100", "50", "0", "none"}},
                         {"final", {"missing", "given"}},
                         {"letter", {"none", "sent", "changed"}},
                         {"severity", {"error", "warning", "info"}},
                         {"decision", {"open", "done", "confirmed", "dismissed"}},
                         {"assigned", std::move(assigned)},
                         {"reviewer", store::authors_of_changes(reader)}});
  });
}

}  // namespace prongsai::review
