// The list of submissions, one of them with all that was read and flagged, and where to go on.
#include <httplib.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/earlier_versions.hpp"
#include "pipeline/review/issue_numbers.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/review/submission_list.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/review/correctable.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// Worst first, then as they stand in the report. The list of findings and the way through them share it.
const std::string kPlace =
    "CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, coalesce(f.page_no, 1000000), "
    "coalesce(f.y0, 0), f.id";

// One submission, put together from its relations.
class Submission {
 public:
  Submission(const Desk& desk, store::RelationReader& reader, std::int64_t id)
      : desk_(desk), reader_(reader), id_(id) {}

  // null when there is none.
  json all() {
    json found = rows(
        "SELECT id, agency, source_path, fiscal_year, item_code, layout, status, error, published_url, "
        "suggested_score, score_reason, score_reason_en, sha256, agency_from, fiscal_year_from, item_from, "
        "corrected_fields, publication, (SELECT score FROM final_score f "
        "WHERE f.sha256 = submission.sha256) AS final_score FROM submission WHERE id = ?1");
    if (found.empty()) return nullptr;
    json one = std::move(found[0]);
    sha256_ = one["sha256"].is_string() ? one["sha256"].get<std::string>() : "";
    if (one["publication"].is_string())  // as lists write it: by hand, too
      one["publication"] = json::parse(one["publication"].get<std::string>(), nullptr, false);
    if (one["publication"].is_discarded() || !one["publication"].is_object()) one["publication"] = nullptr;
    read_versions();
    one["assigned"] = rows("SELECT reviewer FROM assignment WHERE submission_id = ?1");
    one["letters"] = rows(
        "SELECT l.key, l.number, l.sent_on, l.sent_by, l.sent_at, l.withdrawn_at, (SELECT max(changed) FROM "
        "letter_sent "
        "n WHERE n.key = l.key AND n.sha256 = s.sha256) AS changed, r.sha256 IS NOT s.sha256 AS earlier_version FROM "
        "submission s JOIN letter_report r ON r.sha256 = s.sha256 OR r.sha256 IN (SELECT sha256 FROM "
        "submission_version WHERE submission_id = s.id) JOIN letter l ON l.key = r.letter_key WHERE s.id = ?1 ORDER BY "
        "l.sent_at DESC, l.key");
    one["final_version"] = version("final_score", "");
    one["final_key"] = store::content_key(sha256_, "final_score", "");
    add_fields(one, "fact", "", {"agency", "fiscal_year", "item_code"});
    one["pages"] = rows(
        "SELECT page_no, source, reason, width, height, confidence FROM page WHERE submission_id = ?1 ORDER BY "
        "page_no");
    one["issues"] = issues();
    one["issue_numbers"] = numbers(one);
    one["findings"] =
        versioned("decision",
                  "SELECT f.id, code, severity, issue_no, f.item_code, column_key, page_no, x0, y0, x1, y1, "
                  "message_th, message_en, evidence, f.status, f.note, f.anchor, d.carried_from IS NOT NULL AS "
                  "carried, own, across "
                  "FROM finding f JOIN submission s ON s.id = f.submission_id LEFT JOIN decision d ON "
                  "d.sha256 = s.sha256 AND d.anchor = f.anchor WHERE f.submission_id = ?1 ORDER BY " +
                      kPlace);
    one["cells"] =
        versioned("cell",
                  "SELECT c.id, table_no, row_no, col_no, row_span, col_span, column_key, issue_no, text, header_text, "
                  "page_no, x0, y0, x1, y1, source, coalesce(confidence, 1) AS confidence, doubtful, corrected, "
                  "corrected_from, dismissed, anchor "
                  "FROM cell c JOIN (" +
                      store::anchored_rows("cell") + ") a ON a.id = c.id ORDER BY c.id");
    one["scores"] =
        versioned("score",
                  "SELECT c.id, subject, subject_no, value, unit, grade, fiscal_year, agency, rank, rank_of, "
                  "quote, page_no, x0, y0, x1, y1, source, confidence, doubtful, corrected, corrected_from, "
                  "corrected_fields, c.id IN (SELECT id FROM dismissed_score WHERE submission_id = ?1) AS dismissed, "
                  "anchor FROM score c JOIN (" +
                      store::anchored_rows("score") + ") a ON a.id = c.id ORDER BY c.id");
    one["doubtful_words"] = rows(
        "SELECT text, alternative, page_no, x0, y0, x1, y1, confidence FROM doubtful_word WHERE submission_id = ?1 "
        "ORDER BY id");
    one["tables"] = tables();
    one["score_readings"] = rows(
        "SELECT table_no, assignment, evidence, runner_up, margin, unclear, words, page_no, x0, y0, x1, y1 FROM "
        "score_reading WHERE submission_id = ?1 ORDER BY id");
    one["candidates"] = rows(
        "SELECT fact, value, place, weight, page_no, x0, y0, x1, y1 FROM identity_candidate WHERE submission_id = ?1 "
        "ORDER BY fact, weight DESC, id");
    one["stale"] = stale();
    one["versions"] = earlier_versions(reader_, id_);
    one["same_item"] = reports_of_same_item(reader_, id_);
    return one;
  }

 private:
  json rows(const std::string& sql) { return rows_of(reader_, sql, {id_}); }

  json numbers(const json& one) {
    int found = 0;
    for (const json& issue : one["issues"]) found = std::max(found, issue["issue_no"].get<int>());
    const json& year = one["fiscal_year"];
    return issue_numbers(desk_, year.is_null() ? std::nullopt : std::optional(year.get<int>()), found);
  }

  json issues() {
    json list = rows(
        "SELECT i.id, issue_no, title, item_codes, timeframe, limitation, page_no, x0, y0, x1, y1, timeframe_page_no, "
        "timeframe_x0, timeframe_y0, timeframe_x1, timeframe_y1, limitation_page_no, limitation_x0, limitation_y0, "
        "limitation_x1, limitation_y1, corrected_fields, anchor FROM issue i JOIN (" +
        store::anchored_rows("issue") + ") a ON a.id = i.id ORDER BY issue_no, i.id");
    for (json& issue : list) {
      add_fields(issue, "issue", issue["anchor"].get<std::string>() + "/", {"title", "timeframe", "limitation"});
      issue.erase("anchor");
    }
    return list;
  }

  // What each table and its columns were taken for, and by what; and what of them can be corrected.
  json tables() {
    json list = rows(
        "SELECT id, table_no, issue_no, role, columns, dismissed, page_no, x0, y0, x1, y1, corrected_fields FROM "
        "table_info WHERE submission_id = ?1 ORDER BY table_no");
    std::map<std::int64_t, std::map<std::int64_t, bool>> dismissed_rows;
    for (const json& row : rows("SELECT table_no, row_no, max(dismissed) AS dismissed FROM cell WHERE submission_id = "
                                "?1 GROUP BY 1, 2"))
      dismissed_rows[row["table_no"]][row["row_no"]] = row["dismissed"] == 1;
    for (json& table : list) {
      table["columns"] =
          table["columns"].is_string() ? json::parse(table["columns"].get<std::string>()) : json::array();
      add_parts(table, dismissed_rows[table["table_no"]]);
    }
    return list;
  }

  // Key and version of each part of a table (store/correctable_table.hpp), and what was read where it is corrected.
  void add_parts(json& table, const std::map<std::int64_t, bool>& dismissed_rows) {
    const std::string anchor = table["table_no"].dump() + "/";
    const json kept = table["corrected_fields"];
    const json read = kept.is_string() ? json::parse(kept.get<std::string>()) : json::object();
    add_fields(table, "table", anchor, {"issue_no"});
    const auto add = [&](const std::string& part, bool corrected) -> json& {
      json& field = table["fields"][part];
      field = {{"key", store::content_key(sha256_, "table", anchor + part)},
               {"version", version("table", anchor + part)}};
      if (corrected) laid_.insert({"table", anchor + part});
      return field;
    };
    add("dismissed", table["dismissed"] == 1);
    for (const auto& [row, dismissed] : dismissed_rows) add("row/" + std::to_string(row), dismissed);
    const json columns = read.value("columns", json::array());
    for (std::size_t i = 0; i < table["columns"].size(); ++i) {
      const bool corrected = i < columns.size() && columns[i]["key"] != table["columns"][i]["key"];
      json& field = add("column/" + std::to_string(i + 1), corrected);
      if (corrected) field["was"] = columns[i]["key"];
    }
  }

  void read_versions() {
    reader_.each(
        "SELECT kind, anchor, max(id) FROM review_event WHERE sha256 = ?1 GROUP BY kind, anchor", {sha256_},
        [&](const store::Row& row) {
          versions_[{std::get<std::string>(row[0]), std::get<std::string>(row[1])}] = std::get<std::int64_t>(row[2]);
          return true;
        });
  }

  [[nodiscard]] std::int64_t version(const std::string& kind, const std::string& anchor) const {
    const auto found = versions_.find({kind, anchor});
    return found == versions_.end() ? 0 : found->second;
  }

  // Decisions and corrections that nothing of the present reading carries: they are kept, and wait to be made anew.
  json stale() {
    json list = rows(
        "SELECT 'decision' AS kind, anchor, NULL AS before, json_object('status', status, 'note', note) AS after, "
        "decided_by AS who, decided_at AS at FROM decision d WHERE sha256 = (SELECT sha256 FROM submission WHERE id = "
        "?1) AND status <> 'open' UNION ALL SELECT kind, anchor, machine_value, value, corrected_by, corrected_at FROM "
        "correction WHERE kind <> 'own' AND sha256 = (SELECT sha256 FROM submission WHERE id = ?1) ORDER BY kind, "
        "anchor");
    json unfit = json::array();
    for (json& row : list) {
      if (laid_.contains({row["kind"].get<std::string>(), row["anchor"].get<std::string>()})) continue;
      for (const char* name : {"before", "after"}) {
        if (row[name].is_string()) row[name] = json::parse(row[name].get<std::string>(), nullptr, false);
      }
      unfit.push_back(std::move(row));
    }
    return unfit;
  }

  // Values of a row that can be corrected one by one: the key and version of each, and what was read where a reviewer's
  // value stands.
  void add_fields(json& row, const std::string& kind, const std::string& anchor,
                  const std::vector<std::string>& columns) {
    const json& kept = row.at("corrected_fields");
    const json machine = kept.is_string() ? json::parse(kept.get<std::string>()) : json::object();
    for (const std::string& column : columns) {
      const std::string place = anchor + column;
      json field = {{"key", store::content_key(sha256_, kind, place)}, {"version", version(kind, place)}};
      if (machine.contains(column)) {
        field["was"] = machine[column];
        laid_.insert({kind, place});
      }
      row["fields"][column] = std::move(field);
    }
    row.erase("corrected_fields");
  }

  json versioned(const std::string& kind, const std::string& sql) {
    json list = rows(sql);
    for (json& row : list) {
      const std::string anchor = row["anchor"];
      if (kind == "decision" || row["corrected"] == 1) laid_.insert({kind, anchor});
      row["version"] = version(kind, anchor);
      row["key"] = store::content_key(sha256_, kind, anchor);
      if (kind == "score") add_fields(row, "score_part", anchor + "/", {"grade", "rank"});
      row.erase("anchor");
    }
    return list;
  }

  const Desk& desk_;
  store::RelationReader& reader_;
  std::int64_t id_;
  std::string sha256_;  // of its bytes; "" when they could not be read
  std::map<std::pair<std::string, std::string>, std::int64_t> versions_;
  std::set<std::pair<std::string, std::string>> laid_;  // kind and anchor of reviewers' work that shows
};

// The first open finding after the one given: in the same submission, then in the next that has one, from the start
// again at the end. Of the findings that the filters leave, whatever they say of decisions.
void next(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  httplib::Request open_ones = request;
  open_ones.params.erase("decision");
  Condition filter = finding_filter(desk, open_ones, reader);
  const bool narrow = !filter.parameters.empty() || filter.sql != "1";
  const std::string wanted =
      "f.status = 'open'" +
      (narrow ? " AND EXISTS (SELECT 1 FROM submission s WHERE s.id = f.submission_id AND " + filter.sql + ")" : "");
  filter.parameters.emplace_back(number_in(request, "after", 0, 0));
  const std::string id = "?" + std::to_string(filter.parameters.size());
  const std::string given = "(SELECT f.submission_id FROM finding f WHERE f.id = " + id + ")";
  const std::string open = "SELECT f.submission_id, f.id AS finding_id FROM finding f WHERE " + wanted + " AND ";
  const std::string order = " ORDER BY " + kPlace + " LIMIT 1";
  const auto first_of = [&](const std::string& condition) {
    return open + "f.id <> " + id + " AND f.submission_id = (SELECT f.submission_id FROM finding f WHERE " + wanted +
           " AND f.id <> " + id + condition + " ORDER BY f.submission_id LIMIT 1)" + order;
  };
  for (const std::string& sql : {open + "f.submission_id = " + given + " AND (" + kPlace + ") > (SELECT " + kPlace +
                                     " FROM finding f WHERE f.id = " + id + ")" + order,
                                 first_of(" AND f.submission_id > " + given), first_of("")}) {
    json rows = rows_of(reader, sql, filter.parameters);
    if (!rows.empty()) return send_json(response, rows[0]);
  }
  send_json(response, json::object());
}

}  // namespace

void add_submission_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/submissions",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            store::RelationReader reader(desk.options.db);
            send_json(response, submission_list(desk, reader, request));
          });
  add_get(server, desk, Right::read, R"(/api/v1/submissions/(\d{1,18}))",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            store::RelationReader reader(desk.options.db);
            json one = Submission(desk, reader, std::stoll(request.matches[1])).all();
            if (one.is_null()) return send_error(response, 404, "there is no such submission");
            const std::string who = author_of(desk, request);
            if (reads_blind(reader, who, one["id"].get<std::int64_t>())) make_blind(desk, reader, one, who);
            one["read_only"] = is_read_only(desk, request);
            send_json(response, one);
          });
  add_get(server, desk, Right::read, "/api/v1/next",
          [&desk](const httplib::Request& request, httplib::Response& response) { next(desk, request, response); });
}

}  // namespace prongsai::review
