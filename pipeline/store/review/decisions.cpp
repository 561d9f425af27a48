#include "pipeline/store/review/decisions.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string_view>

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
         finding.item_code.value_or("") + '|' + std::string(word_of(finding.column_key)) + '|' + words;
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
