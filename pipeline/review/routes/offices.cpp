// One office over the years: its reports, the scores that they state, what was flagged, what was weak, and what came
// back word for word.
#include <httplib.h>

#include <map>
#include <set>

#include "models/column_key.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/store/queries/office_reports.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kLeastRepeated = 36;  // bytes, twelve Thai letters: shorter ones (ไม่มี, none) repeat by nature
constexpr std::size_t kMostRepeated = 200;

// The text without what a second typing changes.
std::string significant_text(const std::string& text) {
  std::string kept;
  for (const char c : text) {
    if (std::string_view(" \t\r\n.-–").find(c) == std::string_view::npos) kept += c;
  }
  return kept;
}

// Cells of tables under an issue that stand in reports of two years or more.
json repeated_cells(const std::vector<store::OfficeCell>& cells) {
  std::map<std::tuple<std::string, std::int64_t, std::string>, json> seen;
  for (const store::OfficeCell& cell : cells) {
    const std::string words = significant_text(cell.text);
    if (words.size() < kLeastRepeated) continue;
    json& entry = seen[{cell.column_key, cell.issue_no, words}];
    const json told = store::json_of(cell);
    if (entry.is_null())
      entry = {{"column_key", told["column_key"]}, {"issue_no", told["issue_no"]}, {"text", told["text"]}};
    entry["at"].push_back(
        {{"fiscal_year", told["fiscal_year"]}, {"submission_id", told["submission_id"]}, {"page_no", told["page_no"]}});
  }
  json repeated = json::array();
  for (auto& [where, entry] : seen) {
    std::set<std::int64_t> years;
    for (const json& at : entry["at"]) years.insert(at["fiscal_year"].get<std::int64_t>());
    if (years.size() > 1 && repeated.size() < kMostRepeated) repeated.push_back(std::move(entry));
  }
  return repeated;
}

json office(store::RelationReader& reader, const store::OfficeAsked& asked) {
  const std::vector<store::OfficeCell> cells = store::cells_of_office(reader, asked);
  json weak = json::array();
  for (const store::OfficeCell& cell : cells) {
    if (cell.column_key == word_of(ColumnKey::weakness)) weak.push_back(store::json_of(cell));
  }
  return {{"name", asked.name},
          {"reports", store::json_of(store::reports_of_office(reader, asked))},
          {"findings", store::json_of(store::findings_of_office(reader, asked))},
          {"scores", store::json_of(store::scores_of_office(reader, asked))},
          {"weak", std::move(weak)},
          {"repeated", repeated_cells(cells)}};
}

}  // namespace

void add_office_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/office",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            store::RelationReader reader(desk.options.db);
            const json answer = office(reader, {request.get_param_value("name"), author_of(desk, request)});
            if (answer["reports"].empty()) return send_error(response, 404, "there is no such office");
            send_json(response, answer);
          });
}

}  // namespace prongsai::review
