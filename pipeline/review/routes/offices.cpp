// One office over the years: its reports, the scores that they state, what was flagged, what was weak, and what came
// back word for word.
#include <httplib.h>

#include <map>
#include <set>

#include "models/column_key.hpp"
#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/submission_filter.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kLeastRepeated = 36;  // bytes, twelve Thai letters: shorter ones (ไม่มี, none) repeat by nature
constexpr std::size_t kMostRepeated = 200;

// The office's reports that are shown; ?1 its name, ?2 who asks.
const std::string kReports =
    "SELECT id FROM submission WHERE agency = ?1 AND coalesce(sha256, '') NOT IN (" + blind_for("?2") + ")";

// The text without what a second typing changes.
std::string significant_text(const std::string& text) {
  std::string kept;
  for (const char c : text) {
    if (std::string_view(" \t\r\n.-–").find(c) == std::string_view::npos) kept += c;
  }
  return kept;
}

// Cells of tables under an issue that stand in reports of two years or more.
json repeated_cells(const json& cells) {
  std::map<std::tuple<std::string, std::int64_t, std::string>, json> seen;
  for (const json& cell : cells) {
    const std::string words = significant_text(cell["text"].get<std::string>());
    if (words.size() < kLeastRepeated) continue;
    json& entry = seen[{cell["column_key"].get<std::string>(), cell["issue_no"].get<std::int64_t>(), words}];
    if (entry.is_null())
      entry = {{"column_key", cell["column_key"]}, {"issue_no", cell["issue_no"]}, {"text", cell["text"]}};
    entry["at"].push_back(
        {{"fiscal_year", cell["fiscal_year"]}, {"submission_id", cell["submission_id"]}, {"page_no", cell["page_no"]}});
  }
  json repeated = json::array();
  for (auto& [where, entry] : seen) {
    std::set<std::int64_t> years;
    for (const json& at : entry["at"]) years.insert(at["fiscal_year"].get<std::int64_t>());
    if (years.size() > 1 && repeated.size() < kMostRepeated) repeated.push_back(std::move(entry));
  }
  return repeated;
}

json office(store::RelationReader& reader, const std::string& name, const std::string& who) {
  const std::vector<store::Value> with = {name, who};
  json answer = {{"name", name}};
  answer["reports"] =
      rows_of(reader,
              "SELECT s.id, s.fiscal_year, s.item_code, s.source_path, s.suggested_score, (SELECT score "
              "FROM final_score WHERE sha256 = s.sha256) AS final_score, (" +
                  std::string(kLetterState) + ") AS letter FROM submission s WHERE s.id IN (" + kReports +
                  ") ORDER BY s.fiscal_year, s.item_code, s.id",
              with);
  answer["findings"] =
      rows_of(reader,
              "SELECT s.fiscal_year, f.code, count(*) AS count, sum(f.status = 'confirmed') AS "
              "confirmed, sum(f.status = 'open') AS open FROM finding f JOIN submission s ON s.id = "
              "f.submission_id WHERE s.id IN (" +
                  kReports + ") AND f.status <> 'dismissed' GROUP BY 1, 2 ORDER BY f.code, s.fiscal_year",
              with);
  // By the year that the score is of; where reports state different ones, all of them.
  answer["scores"] = rows_of(reader,
                             "SELECT c.fiscal_year, c.subject, c.value, min(c.submission_id) AS submission_id, "
                             "min(c.page_no) AS page_no FROM score c WHERE c.submission_id IN (" +
                                 kReports +
                                 ") AND c.id NOT IN (SELECT id FROM dismissed_score) AND (c.agency IS NULL OR c.agency "
                                 "= ?1) AND c.subject IN ('ITA', 'IIT', 'EIT', "
                                 "'OIT') AND c.fiscal_year IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                             with);
  const json cells =
      rows_of(reader,
              "SELECT s.fiscal_year, c.submission_id, c.page_no, c.issue_no, c.column_key, c.text FROM "
              "cell c JOIN submission s ON s.id = c.submission_id WHERE s.id IN (" +
                  kReports +
                  ") AND s.fiscal_year IS NOT NULL AND c.issue_no IS NOT NULL AND c.annexed_template = 0 "
                  "AND length(c.text) > 1 AND c.id NOT IN (SELECT id FROM dismissed_cell) ORDER BY s.fiscal_year, "
                  "c.issue_no, c.id",
              with);
  answer["weak"] = json::array();
  for (const json& cell : cells) {
    if (cell["column_key"] == word_of(ColumnKey::weakness)) answer["weak"].push_back(cell);
  }
  answer["repeated"] = repeated_cells(cells);
  return answer;
}

}  // namespace

void add_office_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/office",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            store::RelationReader reader(desk.options.db);
            const json answer = office(reader, request.get_param_value("name"), author_of(desk, request));
            if (answer["reports"].empty()) return send_error(response, 404, "there is no such office");
            send_json(response, answer);
          });
}

}  // namespace prongsai::review
