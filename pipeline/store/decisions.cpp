#include "pipeline/store/decisions.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <stdexcept>
#include <string_view>

#include "pipeline/store/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

// Blanks, dots, dashes and bars say nothing about which words are meant, and readings differ in them.
std::string significant(std::string_view words) {
  std::string kept;
  for (const char c : words) {
    if (std::string_view(" \t\r\n.-_|").find(c) == std::string_view::npos) kept += c;
  }
  return kept;
}

std::string group_of(const Finding& finding) {
  std::string words = significant(finding.evidence);
  if (words.empty() && finding.at && finding.at->page_no > 0) words = "p" + std::to_string(finding.at->page_no);
  return finding.code + '|' + (finding.issue_no ? std::to_string(*finding.issue_no) : "") + '|' +
         finding.item_code.value_or("") + '|' + finding.column_key.value_or("") + '|' + words;
}

}  // namespace

std::vector<std::string> anchors_of(const std::vector<Finding>& findings) {
  std::map<std::string, int> total;
  for (const Finding& finding : findings) ++total[group_of(finding)];
  std::map<std::string, int> seen;
  std::vector<std::string> anchors;
  anchors.reserve(findings.size());
  for (const Finding& finding : findings) {
    const std::string group = group_of(finding);
    anchors.push_back(group + '|' + std::to_string(++seen[group]) + '/' + std::to_string(total[group]));
  }
  return anchors;
}

void decide(Store& store, std::int64_t finding_id, const Decision& decision) {
  guarded(store.database(), [&] {
    SQLite::Transaction transaction(store.database(), SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement keep(store.database(),
                           "INSERT INTO decision (sha256, anchor, status, note, decided_by, decided_at) "
                           "SELECT s.sha256, f.anchor, ?2, nullif(?3, ''), nullif(?4, ''), "
                           "strftime('%Y-%m-%dT%H:%M:%SZ') "
                           "FROM finding f JOIN submission s ON s.id = f.submission_id WHERE f.id = ?1 "
                           "ON CONFLICT (sha256, anchor) DO UPDATE SET status = excluded.status, "
                           "note = excluded.note, decided_by = excluded.decided_by, decided_at = excluded.decided_at");
    keep.bind(1, finding_id);
    keep.bind(2, decision.status);
    keep.bind(3, decision.note);
    keep.bind(4, decision.decided_by);
    if (keep.exec() == 0) throw std::runtime_error("there is no finding " + std::to_string(finding_id));
    // Other sightings of the same bytes show the same decision.
    SQLite::Statement update(store.database(),
                             "UPDATE finding SET status = ?2, note = nullif(?3, '') WHERE id IN ("
                             "SELECT other.id FROM finding f JOIN submission s ON s.id = f.submission_id "
                             "JOIN submission sighting ON sighting.sha256 = s.sha256 "
                             "JOIN finding other ON other.submission_id = sighting.id AND other.anchor = f.anchor "
                             "WHERE f.id = ?1)");
    update.bind(1, finding_id);
    update.bind(2, decision.status);
    update.bind(3, decision.note);
    update.exec();
    transaction.commit();
  });
}

std::vector<StaleDecision> stale_decisions(Store& store) {
  SQLite::Statement query(store.database(),
                          "SELECT d.sha256, d.anchor, d.status, coalesce(d.note, '') FROM decision d "
                          "WHERE EXISTS (SELECT 1 FROM submission s WHERE s.sha256 = d.sha256) "
                          "AND NOT EXISTS (SELECT 1 FROM submission s JOIN finding f ON f.submission_id = s.id "
                          "WHERE s.sha256 = d.sha256 AND f.anchor = d.anchor) ORDER BY d.sha256, d.anchor");
  std::vector<StaleDecision> stale;
  while (query.executeStep()) {
    stale.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString(),
                     query.getColumn(3).getString()});
  }
  return stale;
}

}  // namespace prongsai::store
