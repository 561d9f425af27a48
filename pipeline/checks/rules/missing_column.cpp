// A table lacks a column that its layout requires.
#include <algorithm>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

namespace {

// An issue's columns may stand in two tables, one below the other; the first may be too narrow to be known for what it
// is.
bool has_in_another_table(const Record& record, const TableRecord& table, ColumnKey column) {
  if (!table.issue_no) return false;
  const auto issue = std::ranges::find(record.issues, *table.issue_no, &IssueRecord::issue_no);
  const auto stands_above = [&](const TableRecord& other) {
    return issue != record.issues.end() && other.role.empty() && reads_before(issue->at, other.at) &&
           reads_before(other.at, table.at);
  };
  return std::ranges::any_of(record.tables, [&](const TableRecord& other) {
    return !other.annexed_template && has_column(other, column) &&
           (other.issue_no == table.issue_no || stands_above(other));
  });
}

}  // namespace

std::vector<Finding> missing_column(const CheckInput& input) {
  std::vector<Finding> findings;
  for (const TableRecord& table : input.record.tables) {
    if (table.annexed_template) continue;
    for (const ColumnKey column : input.rules.requirements().columns_of(table)) {
      if (has_column(table, column) || has_in_another_table(input.record, table, column)) continue;
      Finding finding;
      finding.code = "missing_column";
      finding.issue_no = table.issue_no;
      finding.column_key = column;
      finding.at = table.at;
      finding.values["table"] = std::to_string(table.table_no);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace prongsai::checks
