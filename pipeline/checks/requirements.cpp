#include "pipeline/checks/requirements.hpp"

#include <algorithm>
#include <stdexcept>

#include "extractors/text/unicode/has_letters.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// The value of a key that may be left out, one of the words allowed.
std::string one_of(const text::DataNode& required, std::string_view key, const std::vector<std::string>& allowed) {
  const auto value = required.find(key);
  if (!value) return "";
  if (std::ranges::find(allowed, value->text()) == allowed.end())
    value->fail("required: `" + std::string(key) + ": " + value->text() + "` is not known to the checks");
  return value->text();
}

LayoutNeeds needs_in(const text::DataNode& required) {
  LayoutNeeds needs;
  needs.all_issues = one_of(required, "issues", {"all", "none"}) == "all";
  needs.issue_timeframe = one_of(required, "timeframe", {"issue", "none"}) == "issue";
  const std::string limitation = one_of(required, "limitation", {"issue", "document", "none"});
  needs.issue_limitation = limitation == "issue";
  needs.part_limitation = limitation == "document";
  return needs;
}

// A text without blanks up to its first digit: "รวมทั้งสิ้น7โครงการ" -> "รวมทั้งสิ้น".
std::string_view before_digits(std::string_view text) {
  for (const text::CodePoint& c : text::code_points(text)) {
    if (text::is_digit(c.value)) return text.substr(0, c.begin);
  }
  return text;
}

// "7", "๗ โครงการ", "-", nothing, or "#####", which a spreadsheet prints where a figure is too wide for its column.
bool holds_a_figure_at_most(const CellRecord& cell) {
  return !text::has_letters(cell.text) || before_digits(without_blanks(cell.text)).empty();
}

}  // namespace

Requirements::Requirements(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) throw std::runtime_error(folder.string() + ": no such data folder");
  const text::DataNode common = text::read_data_file(folder / "common" / "requirements.yaml");
  common.allow_keys({"total_rows", "called_off"});
  total_rows_ = common.at("total_rows").texts();
  called_off_ = common.at("called_off").texts();
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    const text::DataNode root = text::read_data_file(entry.path());
    if (const auto required = root.find("required")) take(root.at("layout").text(), *required);
  }
}

void Requirements::take(const std::string& layout, const text::DataNode& required) {
  required.allow_keys({"issues", "timeframe", "limitation", "columns"});
  layouts_[layout] = needs_in(required);
  for (const auto& [role, columns] : required.entries_or_none("columns")) {
    columns_[role] = columns.values<ColumnKey>();
    role_demanders_[role].insert(layout);
  }
}

LayoutNeeds Requirements::of_layout(std::string_view layout) const {
  LayoutNeeds all;
  for (const std::string& key : layout_keys(layout)) {
    const auto found = layouts_.find(key);
    if (found == layouts_.end()) continue;
    all.all_issues |= found->second.all_issues;
    all.issue_timeframe |= found->second.issue_timeframe;
    all.issue_limitation |= found->second.issue_limitation;
    all.part_limitation |= found->second.part_limitation;
  }
  return all;
}

const std::vector<ColumnKey>& Requirements::columns_of(const TableRecord& table) const {
  static const std::vector<ColumnKey> kNone;
  const auto found = columns_.find(table.role);
  return found == columns_.end() ? kNone : found->second;
}

bool Requirements::demands(const TableRecord& table, ColumnKey column_key) const {
  const auto& columns = columns_of(table);
  return std::find(columns.begin(), columns.end(), column_key) != columns.end();
}

bool Requirements::is_total(const RecordRow& row) const {
  const auto head = std::ranges::find_if_not(row.cells, [](const CellRecord* cell) { return is_unfilled(cell->text); });
  if (head == row.cells.end()) return false;
  const std::string label = without_blanks((*head)->text);
  if (std::ranges::find(total_rows_, before_digits(label)) != total_rows_.end()) return true;
  return begins_with_any(label, total_rows_) &&
         std::all_of(head + 1, row.cells.end(), [](const CellRecord* cell) { return holds_a_figure_at_most(*cell); });
}

bool Requirements::owes_nothing(const RecordRow& row) const {
  return is_total(row) || std::ranges::any_of(row.cells, [&](const CellRecord* cell) {
           return begins_with_any(without_blanks(cell->text), called_off_);
         });
}

bool Requirements::are_due(const TableRecord& table, std::string_view layout) const {
  const auto demanders = role_demanders_.find(table.role);
  if (demanders == role_demanders_.end()) return true;
  const auto keys = layout_keys(layout);
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return demanders->second.contains(key); });
}

std::vector<std::string> layout_keys(std::string_view layout) {
  std::vector<std::string> keys;
  while (!layout.empty()) {
    const std::size_t end = std::min(layout.find(','), layout.size());
    std::string_view key = layout.substr(0, end);
    while (!key.empty() && key.front() == ' ') key.remove_prefix(1);
    while (!key.empty() && key.back() == ' ') key.remove_suffix(1);
    if (!key.empty()) keys.emplace_back(key);
    layout.remove_prefix(std::min(end + 1, layout.size()));
  }
  return keys;
}

}  // namespace prongsai::checks
