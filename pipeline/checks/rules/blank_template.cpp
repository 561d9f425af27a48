// A whole table was left unfilled: the report's own, or each table of an empty form annexed to it.
#include "models/record_view.hpp"
#include "pipeline/checks/certainty.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/table_filling.hpp"

namespace prongsai::checks {

namespace {

// By what the layout demands of it; where no layout that demands anything of it matched, by its own heads.
bool is_blank(const CheckInput& input, const RecordView& rows, const TableRecord& table) {
  const Requirements& requirements = input.rules.requirements();
  if (table.annexed_template && input.record.layout.empty()) return false;
  const bool due = table.annexed_template || requirements.are_due(table, input.record.layout);
  if (due && !requirements.columns_of(table).empty()) return filling_of(rows, table, requirements).filled_cells == 0;
  return is_about_assessment(input) && is_left_blank(rows, table);
}

// Its head stands at a page's foot, and the next page begins with a table of as many columns: its rows.
bool goes_on_overleaf(const Record& record, const TableRecord& table) {
  const auto next = std::ranges::find(record.tables, table.table_no + 1, &TableRecord::table_no);
  if (next == record.tables.end() || next->at.page_no != table.at.page_no + 1 ||
      next->columns.size() != table.columns.size())
    return false;
  return std::ranges::none_of(record.paragraphs, [&](const ParagraphRecord& paragraph) {
    const bool below = paragraph.at.page_no == table.at.page_no && paragraph.at.box.y0 > table.at.box.y1;
    const bool above = paragraph.at.page_no == next->at.page_no && paragraph.at.box.y1 < next->at.box.y0;
    return below || above;
  });
}

// Its head printed anew above the last entries of the table on the page before.
bool goes_on_from_before(const RecordView& rows, const Record& record, const TableRecord& table) {
  const auto before = std::ranges::find(record.tables, table.table_no - 1, &TableRecord::table_no);
  if (before == record.tables.end() || before->issue_no != table.issue_no || !has_same_head(*before, table))
    return false;
  const bool next_page = before->at.page_no < table.at.page_no;
  return next_page && rows.of(table.table_no).empty() && !rows.of(before->table_no).empty();
}

}  // namespace

std::vector<Finding> blank_template(const CheckInput& input) {
  std::vector<Finding> findings;
  const RecordView rows(input.record);
  for (const TableRecord& table : input.record.tables) {
    if (!is_blank(input, rows, table) || has_unread_ink(input.record, table.at)) continue;
    if (goes_on_overleaf(input.record, table) || goes_on_from_before(rows, input.record, table)) continue;
    Finding finding;
    finding.code = "blank_template";
    finding.issue_no = table.issue_no;
    finding.at = table.at;
    finding.values["table"] = std::to_string(table.table_no);
    if (table.annexed_template) finding.values["variant"] = "annexed";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
