#include "pipeline/store/review/versions.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <map>
#include <set>
#include <vector>

#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

struct Decided {
  std::string status;
  std::string note;
  std::string who;
  std::string at;
};
using Decisions = std::map<std::string, Decided>;  // by anchor

constexpr const char* kKeep =
    "INSERT INTO submission_version (submission_id, sha256, source_path, file_size, agency, fiscal_year, item_code, "
    "layout, pages, status, suggested_score, score_reason, score_reason_en, saved_at, replaced_at) "
    "SELECT id, sha256, source_path, file_size, agency, fiscal_year, item_code, layout, pages, status, "
    "suggested_score, score_reason, score_reason_en, saved_at, strftime('%Y-%m-%dT%H:%M:%SZ') FROM submission "
    "WHERE id = ?1 ON CONFLICT (submission_id, sha256) DO UPDATE SET replaced_at = excluded.replaced_at, "
    "saved_at = excluded.saved_at RETURNING id";

constexpr const char* kKeepFindings =
    "INSERT INTO earlier_finding (version_id, code, severity, issue_no, item_code, column_key, page_no, message_th, "
    "message_en, evidence, status, note, anchor) SELECT ?2, code, severity, issue_no, item_code, column_key, page_no, "
    "message_th, message_en, evidence, status, note, anchor FROM finding WHERE submission_id = ?1 ORDER BY id";

void run_with_id(SQLite::Database& database, const std::string& sql, std::int64_t id) {
  SQLite::Statement statement(database, sql);
  statement.bind(1, id);
  statement.exec();
}

constexpr const char* kVersionsBefore =
    "SELECT v.sha256 FROM submission_version v JOIN submission s ON s.id = v.submission_id WHERE s.id = ?1 "
    "AND v.sha256 <> s.sha256 ORDER BY v.replaced_at DESC, v.id DESC";

constexpr const char* kReportBefore =
    "SELECT p.sha256 FROM submission p JOIN submission s ON p.agency = s.agency AND p.fiscal_year = s.fiscal_year "
    "AND p.item_code = s.item_code WHERE s.id = ?1 AND p.id < s.id AND p.sha256 <> s.sha256 "
    "AND s.attached_at IS NULL AND p.attached_at IS NULL ORDER BY p.id DESC LIMIT 1";

Decisions decisions_on(SQLite::Database& database, const std::string& sha256) {
  Decisions decisions;
  SQLite::Statement query(database,
                          "SELECT anchor, status, coalesce(note, ''), coalesce(decided_by, ''), decided_at "
                          "FROM decision WHERE sha256 = ?1");
  query.bind(1, sha256);
  while (query.executeStep()) {
    decisions[query.getColumn(0).getString()] = {query.getColumn(1).getString(), query.getColumn(2).getString(),
                                                 query.getColumn(3).getString(), query.getColumn(4).getString()};
  }
  return decisions;
}

// Findings that nobody has said anything about.
std::vector<std::string> untouched(SQLite::Database& database, std::int64_t id) {
  std::vector<std::string> anchors;
  SQLite::Statement query(
      database,
      "SELECT DISTINCT f.anchor FROM finding f JOIN submission s ON s.id = f.submission_id WHERE s.id = ?1 "
      "AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.sha256 = s.sha256 AND d.anchor = f.anchor) AND NOT EXISTS "
      "(SELECT 1 FROM review_event e WHERE e.sha256 = s.sha256 AND e.kind = 'decision' AND e.anchor = f.anchor)");
  query.bind(1, id);
  while (query.executeStep()) anchors.push_back(query.getColumn(0).getString());
  return anchors;
}

// What was decided on the same gap: on all that are alike, and alike.
const Decided* decided_alike(const Decisions& decisions, const std::string& anchor) {
  const auto found = decisions.find(anchor);
  if (found == decisions.end()) return nullptr;
  const auto bar = anchor.rfind('|');
  const auto slash = anchor.rfind('/');
  const int total = std::stoi(anchor.substr(slash + 1));
  for (int k = 1; k <= total; ++k) {
    const auto other = decisions.find(anchor.substr(0, bar + 1) + std::to_string(k) + '/' + std::to_string(total));
    if (other == decisions.end() || other->second.status != found->second.status) return nullptr;
  }
  return &found->second;
}

void carry(SQLite::Database& database, const Target& target, const Decided& decided, const std::string& from) {
  SQLite::Statement keep(database,
                         "INSERT INTO decision (sha256, anchor, status, note, decided_by, decided_at, carried_from) "
                         "VALUES (?1, ?2, ?3, nullif(?4, ''), nullif(?5, ''), ?6, ?7)");
  SQLite::bind(keep, target.sha256, target.anchor, decided.status, decided.note, decided.who, decided.at, from);
  keep.exec();
  SQLite::Statement show(database,
                         "UPDATE finding SET status = ?3, note = nullif(?4, '') WHERE anchor = ?2 AND submission_id IN "
                         "(SELECT id FROM submission WHERE sha256 = ?1)");
  SQLite::bind(show, target.sha256, target.anchor, decided.status, decided.note);
  show.exec();
  (void)log_change(database, target, {{"status", "open"}, {"note", ""}},
                   {{"status", decided.status}, {"note", decided.note}, {"carried_from", from}}, kProgram);
}

// The bytes that `sql` gives for a submission, the latest first.
std::vector<std::string> predecessors(SQLite::Database& database, const char* sql, std::int64_t submission_id) {
  std::vector<std::string> all;
  SQLite::Statement query(database, sql);
  query.bind(1, submission_id);
  while (query.executeStep()) all.push_back(query.getColumn(0).getString());
  return all;
}

// The last word on a gap counts, whichever version it was said on; one that was opened again is open.
void carry_from(SQLite::Database& database, std::int64_t submission_id, const std::vector<std::string>& versions) {
  const std::string sha256 = sha256_of(database, submission_id);
  if (sha256.empty() || versions.empty()) return;
  const std::vector<std::string> anchors = untouched(database, submission_id);
  if (anchors.empty()) return;
  std::set<std::string> said;
  for (const std::string& version : versions) {
    const Decisions decisions = decisions_on(database, version);
    for (const std::string& anchor : anchors) {
      if (!decisions.contains(anchor) || !said.insert(anchor).second) continue;
      const Decided* decided = decided_alike(decisions, anchor);
      if (decided != nullptr && decided->status != "open")
        carry(database, {"decision", sha256, anchor}, *decided, version);
    }
  }
}

}  // namespace

void keep_as_version(SQLite::Database& database, std::int64_t submission_id, const std::string& sha256) {
  const std::string before = sha256_of(database, submission_id);
  if (before == sha256) return;
  if (!before.empty()) {
    SQLite::Statement keep(database, kKeep);
    keep.bind(1, submission_id);
    keep.executeStep();
    const std::int64_t version = keep.getColumn(0).getInt64();
    keep.reset();
    run_with_id(database, "DELETE FROM earlier_finding WHERE version_id = ?1", version);
    SQLite::Statement findings(database, kKeepFindings);
    SQLite::bind(findings, submission_id, version);
    findings.exec();
  }
  run_with_id(database, "DELETE FROM finding WHERE submission_id = ?1", submission_id);
  SQLite::Statement back(database, "DELETE FROM submission_version WHERE submission_id = ?1 AND sha256 = ?2");
  SQLite::bind(back, submission_id, sha256);  // what comes back is no predecessor of itself
  back.exec();
}

void carry_decisions(SQLite::Database& database, std::int64_t submission_id) {
  carry_from(database, submission_id, predecessors(database, kVersionsBefore, submission_id));
}

void carry_decisions(SQLite::Database& database) {
  std::vector<std::int64_t> ids;
  SQLite::Statement query(database, "SELECT DISTINCT submission_id FROM submission_version ORDER BY 1");
  while (query.executeStep()) ids.push_back(query.getColumn(0).getInt64());
  for (const std::int64_t id : ids) carry_decisions(database, id);
}

void carry_decisions_of_office(SQLite::Database& database, std::int64_t submission_id) {
  carry_from(database, submission_id, predecessors(database, kReportBefore, submission_id));
}

}  // namespace prongsai::store
