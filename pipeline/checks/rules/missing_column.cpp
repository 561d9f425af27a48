// A table lacks a column that its layout requires.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

std::vector<Finding> missing_column(const CheckInput& input) {
  std::vector<Finding> findings;
  for (const TableRecord& table : input.record.tables) {
    if (table.annexed_template) continue;
    for (const ColumnKey column : input.rules.requirements().columns_of(table)) {
      if (has_column(table, column)) continue;
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
