#include "pipeline/checks/year_heads.hpp"

#include <map>
#include <optional>
#include <set>

#include "extractors/text/find/dates.hpp"

namespace prongsai::checks {
namespace {

using YearKind = text::YearMention::Kind;

// A year over columns of months.
struct YearHead {
  int year = 0;
  std::set<int> of_months;  // the budget years that the months lie in
  int months = 0;
  Doubts doubts;  // of the year and the months
};

// The year that a level of a header names, when it is a budget year or a year's own.
std::optional<int> year_named(const std::string& level) {
  const auto years = text::find_years(level);
  if (years.size() != 1 || years.front().month > 0) return std::nullopt;
  const YearKind kind = years.front().kind;
  return kind == YearKind::fiscal || kind == YearKind::calendar ? std::optional(years.front().year) : std::nullopt;
}

std::optional<int> year_of_month(const std::string& level) {
  const auto years = text::find_years(level);
  if (years.size() != 1 || years.front().month == 0) return std::nullopt;
  return text::fiscal_year_of(years.front().year, years.front().month);
}

// By the words of the head, in columns' order.
std::map<std::string, YearHead> year_heads(const TableRecord& table) {
  std::map<std::string, YearHead> heads;
  for (const ColumnRecord& column : table.columns) {
    if (column.header.size() < 2) continue;
    const auto month = year_of_month(column.header.back());
    if (!month) continue;
    for (std::size_t level = 0; level + 1 < column.header.size(); ++level) {
      const auto year = year_named(column.header[level]);
      if (!year) continue;
      YearHead& head = heads[column.header[level]];
      head.year = *year;
      head.of_months.insert(*month);
      ++head.months;
      append_doubts(head.doubts, doubts_of_figure(column.doubts, 0, header_text(column).size()), 0);
    }
  }
  return heads;
}

// Neither the months' budget year nor the calendar year in which it begins.
bool contradicts(const YearHead& head) {
  constexpr int kMonths = 3;
  if (head.months < kMonths || head.of_months.size() != 1) return false;
  const int budget = *head.of_months.begin();
  return head.year != budget && head.year != budget - 1;
}

}  // namespace

std::vector<Finding> heads_of_other_years(const Record& record) {
  std::vector<Finding> findings;
  for (const TableRecord& table : record.tables) {
    if (table.annexed_template) continue;
    for (const auto& [words, head] : year_heads(table)) {
      if (!contradicts(head)) continue;
      Finding finding;
      finding.code = "wrong_year";
      finding.at = table.at;
      finding.evidence = words;
      finding.doubts = head.doubts;
      finding.values = {{"variant", "head"},
                        {"year", std::to_string(head.year)},
                        {"fiscal_year", std::to_string(*head.of_months.begin())}};
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace prongsai::checks
