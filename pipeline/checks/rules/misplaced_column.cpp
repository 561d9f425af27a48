// A cell holds what belongs in another column: a time under the responsible, the responsible under the steps, or a
// cell that is nothing but times or people in a column of other things.
#include <algorithm>
#include <set>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/column_content.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

struct Misplaced {
  ColumnKey belongs;  // where
  Span place;
};

std::optional<Misplaced> misplaced_in(const CellRecord& cell, const ColumnContent& content) {
  const Span whole{0, cell.text.size()};
  if (cell.column_key == ColumnKey::responsible) {
    if (content.is_only_time(cell.text)) return Misplaced{ColumnKey::timeframe, whole};
    if (const auto time = content.time_in(cell.text)) return Misplaced{ColumnKey::timeframe, *time};
    return std::nullopt;
  }
  if (cell.column_key != ColumnKey::timeframe && content.is_only_time(cell.text))
    return Misplaced{ColumnKey::timeframe, whole};
  if (content.is_only_people(cell.text)) return Misplaced{ColumnKey::responsible, whole};
  if (const auto person = content.assignment_in(cell.text)) return Misplaced{ColumnKey::responsible, *person};
  return std::nullopt;
}

// Tables of a kind that no layout knows may stand in any order: a column there may hold labels and what they label.
std::set<int> tables_of_known_kinds(const Record& record) {
  std::set<int> known;
  for (const TableRecord& table : record.tables) {
    if (!table.role.empty()) known.insert(table.table_no);
  }
  return known;
}

}  // namespace

std::vector<Finding> misplaced_column(const CheckInput& input) {
  std::vector<Finding> findings;
  const CodeRule& rule = input.rules.of("misplaced_column");
  const auto& columns = rule.keys("columns");
  const ColumnContent content(rule);
  const auto known = tables_of_known_kinds(input.record);
  for (const CellRecord& cell : input.record.cells) {
    if (cell.annexed_template || is_unfilled(cell.text) || !known.contains(cell.table_no)) continue;
    if (std::find(columns.begin(), columns.end(), cell.column_key) == columns.end()) continue;
    const auto misplaced = misplaced_in(cell, content);
    if (!misplaced) continue;
    constexpr std::size_t kAround = 40;
    Finding finding = finding_in_cell("misplaced_column", cell, excerpt(cell.text, misplaced->place, kAround));
    finding.values["variant"] = word_of(misplaced->belongs);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
