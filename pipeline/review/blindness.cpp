#include "pipeline/review/blindness.hpp"

#include <map>

#include "pipeline/review/desk.hpp"

namespace prongsai::review {

using nlohmann::json;

std::string blind_for(const std::string& who) {
  return "SELECT sha256 FROM second_reading WHERE reviewer = " + who + " AND finished_at IS NULL";
}

bool reads_blind(store::RelationReader& reader, const std::string& who) {
  return number_of(reader, "SELECT EXISTS (" + blind_for("?1") + ")", {who}) != 0;
}

bool reads_blind(store::RelationReader& reader, const std::string& who, std::int64_t submission_id) {
  return number_of(reader,
                   "SELECT EXISTS (SELECT 1 FROM submission WHERE id = ?2 AND sha256 IN (" + blind_for("?1") + "))",
                   {who, submission_id}) != 0;
}

void make_blind(store::RelationReader& reader, json& submission, const std::string& who) {
  std::map<std::int64_t, json> mine;
  for (json& row :
       rows_of(reader,
               "SELECT f.id, d.status, d.note, coalesce((SELECT max(e.id) FROM review_event e WHERE e.sha256 "
               "= s.sha256 AND e.kind = 'second' AND e.anchor = f.anchor), 0) AS version FROM finding f JOIN "
               "submission s ON s.id = f.submission_id LEFT JOIN second_decision d ON d.sha256 = s.sha256 AND "
               "d.anchor = f.anchor WHERE s.id = ?1 AND f.own = 0",
               {submission["id"].get<std::int64_t>()})) {
    mine[row["id"].get<std::int64_t>()] = row;
  }
  json findings = json::array();
  for (json& finding : submission["findings"]) {
    const auto found = mine.find(finding["id"].get<std::int64_t>());
    if (found == mine.end()) continue;  // one that the first reader added
    finding["status"] = found->second["status"].is_null() ? json("open") : found->second["status"];
    finding["note"] = found->second["note"];
    finding["version"] = found->second["version"];
    finding["carried"] = 0;
    findings.push_back(std::move(finding));
  }
  submission["findings"] = std::move(findings);
  submission["final_score"] = nullptr;
  for (const char* name : {"stale", "versions", "letters", "assigned"}) submission[name] = json::array();
  submission["second"] = who;
}

}  // namespace prongsai::review
