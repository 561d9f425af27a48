#include "pipeline/review/blindness.hpp"

#include <map>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/issue_numbers.hpp"
#include "pipeline/store/queries/blind_reading.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/records/names.hpp"
#include "pipeline/store/review/decisions.hpp"

namespace prongsai::review {

using nlohmann::json;

std::optional<Judgement> judged_as_read(Desk& desk, store::RelationReader& reader, std::int64_t submission_id) {
  if (!desk.options.judge_as_read || !store::is_set_right(reader, submission_id)) return std::nullopt;
  store::Store store(desk.options.db, store::Open::read_only);
  const auto submission = store.find(submission_id);
  if (!submission) return std::nullopt;
  return desk.options.judge_as_read(store, *submission);
}

namespace {

// Values of a row that are corrected one by one, as the program read them.
void put_back(json& row) {
  if (!row.contains("fields")) return;
  for (auto& [name, field] : row["fields"].items()) {
    if (field.contains("was")) {
      if (row.contains(name)) row[name] = field["was"];
      field.erase("was");
    }
    field.erase("carried");
    field["version"] = 0;
  }
}

void put_back_tables(store::RelationReader& reader, json& submission) {
  for (json& table : submission["tables"]) {
    for (std::size_t i = 0; i < table["columns"].size(); ++i) {
      const json field = table["fields"].value("column/" + std::to_string(i + 1), json::object());
      if (field.contains("was")) table["columns"][i]["key"] = field["was"];
    }
    put_back(table);
    table["dismissed"] = 0;
  }
  std::map<std::int64_t, json> read;
  for (const store::CellAsRead& cell : store::cells_set_right(reader, submission["id"].get<std::int64_t>()))
    read[cell.id] = json::parse(cell.corrected_fields);
  for (json& cell : submission["cells"]) {
    if (const auto found = read.find(cell["id"].get<std::int64_t>()); found != read.end()) cell.update(found->second);
  }
}

void put_back_values(store::RelationReader& reader, json& submission) {
  for (const char* list : {"issues", "scores"}) {
    json read = json::array();
    for (json& row : submission[list])
      if (row["added"] == false) read.push_back(std::move(row));
    submission[list] = std::move(read);
  }
  put_back_tables(reader, submission);
  put_back(submission);
  for (json& issue : submission["issues"]) put_back(issue);
  for (const auto& [list, value] : {std::pair{"cells", "text"}, {"scores", "value"}}) {
    for (json& row : submission[list]) {
      put_back(row);
      if (row["corrected"] == 1) row[value] = row["corrected_from"];
      row["corrected"] = row["dismissed"] = row["version"] = 0;
      row["corrected_from"] = nullptr;
      row.erase("carried");
    }
  }
}

json json_of(const Finding& finding, int id) {
  const Evidence at = finding.at.value_or(Evidence{});
  const auto given = [](const auto& value) { return value ? json(*value) : json(nullptr); };
  return {{"id", id},
          {"code", finding.code},
          {"severity", store::name_of(finding.severity)},
          {"issue_no", given(finding.issue_no)},
          {"item_code", given(finding.item_code)},
          {"column_key", finding.column_key ? json(word_of(*finding.column_key)) : json(nullptr)},
          {"page_no", at.page_no > 0 ? json(at.page_no) : json(nullptr)},
          {"x0", at.box.x0},
          {"y0", at.box.y0},
          {"x1", at.box.x1},
          {"y1", at.box.y1},
          {"message_th", finding.message_th},
          {"message_en", finding.message_en},
          {"evidence", finding.evidence.empty() ? json(nullptr) : json(finding.evidence)},
          {"own", 0}};
}

// Those of the reading, in the shape of those that are there; these where nothing was set right.
json findings_as_read(const json& there, const std::string& sha256, const std::optional<Judgement>& as_read) {
  json findings = json::array();
  std::map<std::string, const json*> known;
  for (const json& finding : there) {
    known[finding["key"].get<std::string>()] = &finding;
    if (finding["own"] == 0 && (!as_read || finding["across"] == 1)) findings.push_back(finding);
  }
  if (!as_read) return findings;
  const std::vector<std::string> anchors = store::anchors_of(as_read->findings);
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const std::string key = store::content_key(sha256, "decision", anchors[i]);
    const auto found = known.find(key);
    json one = found != known.end() ? *found->second : json_of(as_read->findings[i], -static_cast<int>(i) - 1);
    one["key"] = key;
    findings.push_back(std::move(one));
  }
  return findings;
}

}  // namespace

void make_blind(Desk& desk, store::RelationReader& reader, json& submission, const std::string& who) {
  const std::string sha256 = submission["sha256"];
  const std::lock_guard lock(desk.writing);
  const auto as_read = judged_as_read(desk, reader, submission["id"].get<std::int64_t>());
  std::map<std::string, store::SecondDecisionRow> mine;  // by the finding's key
  for (store::SecondDecisionRow& row : store::second_decisions(reader, sha256))
    mine[store::content_key(sha256, "decision", row.anchor)] = std::move(row);
  json findings = findings_as_read(submission["findings"], sha256, as_read);
  for (json& finding : findings) {
    const auto found = mine.find(finding["key"].get<std::string>());
    const bool decided = found != mine.end() && found->second.status;
    finding["status"] = decided ? *found->second.status : "open";
    finding["note"] = decided && found->second.note ? json(*found->second.note) : json(nullptr);
    finding["version"] = found != mine.end() ? found->second.version : 0;
    finding["carried"] = 0;
  }
  submission["findings"] = std::move(findings);
  put_back_values(reader, submission);
  submission["issue_numbers"] = issue_numbers_of(desk, submission);
  if (as_read) {
    submission["suggested_score"] = as_read->suggested_score ? json(*as_read->suggested_score) : json(nullptr);
    submission["score_reason"] = as_read->score_reason;
    submission["score_reason_en"] = as_read->score_reason_en;
    submission["same_item"] = json::array();  // by the office as it was set right
  }
  submission["final_score"] = nullptr;
  for (const char* name : {"stale", "waiting", "versions", "letters", "assigned"}) submission[name] = json::array();
  submission["second"] = who;
}

}  // namespace prongsai::review
