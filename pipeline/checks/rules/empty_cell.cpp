// A required cell of a filled row is blank, or holds only dots, dashes or dotted lines: one that the report's layout
// demands, or the only one that a column of a table of measures or results leaves blank.
#include "models/record_view.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/table_filling.hpp"

namespace prongsai::checks {

std::vector<Finding> empty_cell(const CheckInput& input) {
  std::vector<Finding> findings;
  const RecordView rows(input.record);
  const Requirements& requirements = input.rules.requirements();
  const LoneGaps lone_gaps(input.record, rows, requirements);
  for (const TableRecord& table : input.record.tables) {
    if (table.annexed_template) continue;
    const bool due = !requirements.columns_of(table).empty() && requirements.are_due(table, input.record.layout);
    const TableFilling filling = filling_of(rows, table, requirements);
    if (due && filling.filled_cells == 0) continue;  // the whole table is blank: blank_template says so
    for (const CellRecord* cell : due ? filling.gaps : lone_gaps.in(table)) {
      if (has_unread_ink(input.record, cell->at) || continues_row(input.record, rows, table, *cell)) continue;
      Finding finding = finding_in_cell("empty_cell", *cell, cell->text);
      finding.values["row"] = std::to_string(cell->row_no);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace prongsai::checks
