#include <algorithm>
#include <map>

#include "extractors/layouts/issues/entries.hpp"
#include "extractors/layouts/record_builder.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/carried_doubts.hpp"

namespace prongsai::layouts {
namespace {

// Adds tables in reading order, numbering them from 1.
class TableBuilder {
 public:
  TableBuilder(Record& record, BuildState& state)
      : record_(&record), state_(&state), names_(state.knowledge->assessments, state.knowledge->labels) {}

  void add(std::size_t item) {
    const TableView& view = state_->reading->tables[state_->reading->flow[item].index];
    if (view.contents) return;
    issue_.reset();
    heading_issue_ = state_->item_issue[item];
    if (view.issue_from == IssueOfTable::heading) issue_ = heading_issue_;
    if (!view.continues || record_->tables.empty()) begin_table(view);
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
      const TableRow& row = table_of(view, document()).rows[view.rows[i]];
      if (view.spanning[i])
        take_spanning(view, row);
      else
        take_row(view, row);
    }
  }

 private:
  [[nodiscard]] const Document& document() const { return *state_->reading->document; }
  [[nodiscard]] TableRecord& table() { return record_->tables.back(); }

  void begin_table(const TableView& view) {
    const Table& source = table_of(view, document());
    TableRecord record;
    record.table_no = static_cast<int>(record_->tables.size()) + 1;
    record.issue_no = issue_;
    record.role = view.role;
    for (std::size_t i = 0; i < view.keys.size(); ++i) record.columns.push_back(column_record(view, i));
    record.annexed_template = view.annexed;
    record.at = {source.first_page, source.box};
    if (!source.rows.empty() && !source.rows.front().cells.empty()) {
      record.at.source = source.rows.front().cells.front().at.source;
      record.at.confidence = source.rows.front().cells.front().at.confidence;
    }
    record_->tables.push_back(std::move(record));
    row_no_ = 0;
    begun_.clear();
  }

  static ColumnRecord column_record(const TableView& view, std::size_t column) {
    ColumnRecord record{view.keys[column], view.paths[column].levels, "", std::nullopt, 0, view.paths[column].doubts};
    if (column >= view.roles.size()) return record;
    const ColumnRole& role = view.roles[column];
    record.because = role.because;
    record.runner_up = role.runner_up;
    record.margin = role.margin;
    return record;
  }

  // One long table may hold all issues: their headings and labelled entries are rows of it then.
  void take_spanning(const TableView& view, const TableRow& row) {
    if (view.issue_from != IssueOfTable::heading || row.cells.empty() || view.annexed) return;
    if (const auto name = names_.heading(row.cells.front().text)) {
      issue_ = name->issue_no;
      add_issue(*name, row.cells.front().at);
    }
    const Entries entries = entries_of_row(row, state_->knowledge->labels);
    for (auto& issue : record_->issues) {
      if (issue.issue_no == issue_) fill_entries(issue, entries);
    }
  }

  void take_row(const TableView& view, const TableRow& row) {
    ++row_no_;
    std::optional<int> issue = issue_;
    if (view.issue_from == IssueOfTable::row || view.issue_from == IssueOfTable::name) issue = issue_of_row(view, row);
    const bool named = std::ranges::find(view.keys, ColumnKey::issue) != view.keys.end();
    if (view.issue_from == IssueOfTable::row && !issue && !named) issue = heading_issue_;
    const std::optional<int> indicator = indicator_of_row(view, row);
    if (issue && named && !view.annexed) take_codes(row, *issue);
    for (const auto& cell : row.cells) {
      if (cell.col < 0 || cell.col >= static_cast<int>(view.keys.size())) continue;
      if (cell.repeated && reaches_down(cell)) continue;
      if (view.turned && fills_issue(view, cell, issue)) continue;
      CellRecord record = cell_record(view, cell);
      record.issue_no = view.annexed && view.issue_from == IssueOfTable::row ? std::nullopt : issue;
      record.indicator_no = indicator;
      begun_[cell.col] = record_->cells.size();
      record_->cells.push_back(std::move(record));
    }
  }

  // The items of an issue whose row lists them in a cell of their own.
  void take_codes(const TableRow& row, int issue_no) {
    const auto issue = std::ranges::find(record_->issues, issue_no, &IssueRecord::issue_no);
    if (issue == record_->issues.end() || !issue->item_codes.empty()) return;
    for (const TableCell& cell : row.cells) {
      auto codes = codes_of_cell(cell.text, state_->knowledge->assessments.item_ranges());
      if (!codes.empty() && issue->item_codes.empty()) issue->item_codes = std::move(codes);
    }
  }

  [[nodiscard]] CellRecord cell_record(const TableView& view, const TableCell& cell) const {
    const auto column = static_cast<std::size_t>(cell.col);
    CellRecord record{.table_no = record_->tables.back().table_no, .row_no = row_no_, .col_no = cell.col + 1};
    record.col_span = cell.col_span;
    record.column_key = view.keys[column];
    record.text = cell.text;
    record.raw_text = cell.raw_text;
    record.header_text = view.headers[column];
    record.at = cell.at;
    record.annexed_template = view.annexed;
    record.doubts = cell.doubts;
    return record;
  }

  // A cell that began in a row above reaches over one row more.
  bool reaches_down(const TableCell& cell) {
    const auto begun = begun_.find(cell.col);
    if (begun == begun_.end()) return false;
    CellRecord& above = record_->cells[begun->second];
    above.row_span = row_no_ - above.row_no + 1;
    return true;
  }

  // A card's timeframe and limitation are its issue's.
  bool fills_issue(const TableView& view, const TableCell& cell, std::optional<int> issue) {
    const ColumnKey key = view.keys[static_cast<std::size_t>(cell.col)];
    const bool timeframe = key == ColumnKey::timeframe;
    if (!issue || view.annexed || (!timeframe && key != ColumnKey::limitation)) return false;
    const auto found = std::ranges::find(record_->issues, *issue, &IssueRecord::issue_no);
    if (found == record_->issues.end()) return false;
    auto& slot = timeframe ? found->timeframe : found->limitation;
    if (is_blank_text(cell.text)) return false;
    if (slot) return true;
    slot = trim_entry(cell.text);
    (timeframe ? found->timeframe_at : found->limitation_at) = cell.at;
    (timeframe ? found->timeframe_doubts : found->limitation_doubts) = text::carried(cell.doubts, cell.text, *slot);
    return true;
  }

  [[nodiscard]] const TableCell* cell_of(const TableView& view, const TableRow& row, ColumnKey key) const {
    const auto place = std::find(view.keys.begin(), view.keys.end(), key);
    return place == view.keys.end() ? nullptr : cell_at(row, static_cast<int>(place - view.keys.begin()));
  }

  // A row names its issue in a column of issues: by the issue's name or, in the four-part form, by its number alone;
  // there also before the method ("ประเด็นที่ ๑.๓ …").
  std::optional<int> issue_of_row(const TableView& view, const TableRow& row) {
    const TableCell* own = cell_of(view, row, ColumnKey::issue);
    const bool by_form = view.issue_from == IssueOfTable::row;
    const TableCell* cell = own != nullptr || !by_form ? own : cell_of(view, row, ColumnKey::how_applied);
    if (cell == nullptr || is_blank_text(cell->text)) return std::nullopt;
    const auto name = by_form ? names_.in_cell(cell->text) : names_.heading(cell->text);
    if (!name) return std::nullopt;
    if (own != nullptr && !view.annexed) add_issue(*name, cell->at);
    return name->issue_no;
  }

  std::optional<int> indicator_of_row(const TableView& view, const TableRow& row) const {
    const TableCell* cell = cell_of(view, row, ColumnKey::indicator);
    return cell == nullptr ? std::nullopt : state_->knowledge->assessments.indicator_of(cell->text);
  }

  void add_issue(const IssueName& name, const Evidence& at) {
    const bool known = std::any_of(record_->issues.begin(), record_->issues.end(),
                                   [&](const IssueRecord& issue) { return issue.issue_no == name.issue_no; });
    if (known) return;
    IssueRecord issue{.issue_no = name.issue_no, .title = title_of(name, at.source)};
    issue.at = at;
    record_->issues.push_back(std::move(issue));
  }

  Record* record_;
  BuildState* state_;
  IssueNames names_;
  std::optional<int> issue_;          // of the rows, where not each row names its own
  std::optional<int> heading_issue_;  // that the table stands under
  int row_no_ = 0;
  std::map<int, std::size_t> begun_;  // column → the cell that last began in it
};

}  // namespace

void add_tables(Record& record, BuildState& state) {
  TableBuilder builder(record, state);
  for (std::size_t i = 0; i < state.reading->flow.size(); ++i) {
    if (state.reading->flow[i].is_table()) builder.add(i);
  }
  std::stable_sort(record.issues.begin(), record.issues.end(),
                   [](const IssueRecord& a, const IssueRecord& b) { return a.issue_no < b.issue_no; });
}

}  // namespace prongsai::layouts
