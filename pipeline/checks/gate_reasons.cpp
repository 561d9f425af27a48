// What findings may ask of the report before they are raised: one function a reason, and the table of them at the end.
#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <sstream>

#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/certainty.hpp"
#include "pipeline/checks/gate.hpp"
#include "pipeline/checks/issue_lines.hpp"
#include "pipeline/checks/page_reading.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/table_filling.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// The items that one issue of a form holds and no other issue of it.
std::set<std::string> items_of_issue_alone(std::span<const layouts::Assessment> forms, int issue_no) {
  std::set<std::string> own;
  std::set<std::string> others;
  for (const layouts::Assessment& form : forms) {
    for (const layouts::Issue& issue : form.issues)
      (issue.no == issue_no ? own : others).insert(issue.items.begin(), issue.items.end());
  }
  std::erase_if(own, [&](const std::string& code) { return others.contains(code); });
  return own;
}

const TableRecord* table_by_number(const Record& record, int table_no) {
  const auto found = std::find_if(record.tables.begin(), record.tables.end(),
                                  [table_no](const TableRecord& table) { return table.table_no == table_no; });
  return found == record.tables.end() ? nullptr : &*found;
}

// The table that a finding is about: by its number, or by the cell where it stands; null for findings about no table.
const TableRecord* table_of(const Record& record, const Finding& finding) {
  const auto number = finding.values.find("table");
  if (number != finding.values.end()) return table_by_number(record, std::stoi(number->second));
  if (!finding.at || !finding.column_key) return nullptr;
  const auto cell = std::find_if(record.cells.begin(), record.cells.end(), [&](const CellRecord& one) {
    return one.at.page_no == finding.at->page_no && one.at.box.x0 == finding.at->box.x0 &&
           one.at.box.y0 == finding.at->box.y0;
  });
  return cell == record.cells.end() ? nullptr : table_by_number(record, cell->table_no);
}

// layout: what is demanded of a table holds where a layout that demands it matched the report; a table of a kind that
// no layout demands anything of is judged by its own words and passes. Seven issues are owed by a report that shows
// some: none at all says that the layout is not the report's.
bool layout_matched(const CheckInput& input, const Finding& finding) {
  if (finding.code == "missing_issue") return !input.record.issues.empty();
  const TableRecord* table = table_of(input.record, finding);
  if (table == nullptr || table->annexed_template) return !input.record.layout.empty();
  return input.rules.requirements().are_due(*table, input.record.layout);
}

// page: the page was read well as a whole; see low_confidence, which names pages that were not.
bool page_was_read(const CheckInput& input, const Finding& finding) {
  if (!finding.at || finding.at->page_no == 0) return true;
  return is_on_good_page(input, *finding.at);
}

// report: all its pages were read well: what the report is said to lack may stand on one that was not.
bool report_was_read(const CheckInput& input, const Finding& /*finding*/) {
  return std::ranges::all_of(input.record.pages, [&](const PageRecord& page) { return is_read_well(input, page); });
}

// "ประเด็นที่ 1.6 และ 1.7": a heading numbers the issue beside another one.
bool is_headed_with_another(const Record& record, int issue_no) {
  const std::string number = "1." + std::to_string(issue_no);
  return std::ranges::any_of(record.paragraphs, [&](const ParagraphRecord& paragraph) {
    if (paragraph.role != ParagraphRole::heading) return false;
    const std::string text = text::ascii_digits(paragraph.text);
    const std::size_t at = text.find(number);
    return at != std::string::npos && (at + number.size() >= text.size() || text[at + number.size()] == ' ');
  });
}

// told_in_prose: no sentence states it in other words, for this issue or for all of them at once.
bool is_untold_in_prose(const CheckInput& input, const Finding& finding) {
  const CodeRule& rule = input.rules.of(finding.code);
  return std::ranges::none_of(input.record.paragraphs, [&](const ParagraphRecord& paragraph) {
    const std::string text = without_blanks(paragraph.text);
    if (!contains_any(text, rule.list("told"))) return false;
    const bool own =
        finding.issue_no && paragraph.issue_no == finding.issue_no && paragraph.role == ParagraphRole::prose;
    return own || contains_any(text, rule.list("for_all"));
  });
}

// issue_unseen: no cell of a table of measures holds an item that the year's form lists under the missing issue alone.
// Where one does, the issue may be treated there under a heading that was not seen.
bool issue_is_unseen(const CheckInput& input, const Finding& finding) {
  if (!finding.issue_no) return true;
  if (is_headed_with_another(input.record, *finding.issue_no)) return false;
  const auto forms = input.rules.assessments().may_hold(input.record.fiscal_year);
  if (names_issues_not_found(input.record, forms)) return false;
  const auto items = items_of_issue_alone(forms, *finding.issue_no);
  const auto& columns = input.rules.of(finding.code).keys("columns_of_measures");
  return std::ranges::none_of(input.record.cells, [&](const CellRecord& cell) {
    if (cell.annexed_template || std::ranges::find(columns, cell.column_key) == columns.end()) return false;
    return std::ranges::any_of(text::find_item_codes(cell.text, input.rules.item_ranges()),
                               [&](const text::ItemCode& code) { return items.contains(code.code); });
  });
}

// own_year, own_office: the report's own year or office, which the finding measures by, stands fast.
bool own_year_is_certain(const CheckInput& input, const Finding& /*finding*/) {
  return year_is_certain(input);
}

bool own_office_is_certain(const CheckInput& input, const Finding& /*finding*/) {
  return agency_is_certain(input);
}

// handed_in: the report was handed in itself. What is only attached to one may be any document.
bool was_handed_in(const CheckInput& input, const Finding& /*finding*/) {
  return input.submission.attached_at.empty();
}

// figures: no second reading contradicts the figures that the finding goes by.
bool figures_are_certain(const CheckInput& /*input*/, const Finding& finding) {
  return finding.doubts.empty();
}

// A table that begins its page, where another of its kind has the column and as many columns: a page break may have cut
// its header.
bool header_may_be_cut(const Record& record, const Finding& finding) {
  const TableRecord* table = table_of(record, finding);
  if (table == nullptr || table->at.page_no <= 1) return false;
  const auto stands_above = [&](const ParagraphRecord& paragraph) {
    return paragraph.at.page_no == table->at.page_no && paragraph.at.box.y0 < table->at.box.y0;
  };
  if (std::ranges::any_of(record.paragraphs, stands_above)) return false;
  return std::ranges::any_of(record.tables, [&](const TableRecord& other) {
    return other.role == table->role && other.columns.size() == table->columns.size() &&
           has_column(other, *finding.column_key);
  });
}

// A column whose header says nothing that is known, or what the form does not ask for, in a table with as many columns
// as its form has: it may be the one that is missed, in the office's own words.
bool header_may_mean_it(const CheckInput& input, const Finding& finding) {
  using enum ColumnKey;
  constexpr double kSureOther = 0.7;  // "ปัญหา" alone says little
  constexpr std::array kOfTheirOwn{sequence, issue, indicator, timeframe, limitation};
  const TableRecord* table = table_of(input.record, finding);
  if (table == nullptr) return false;
  const auto& demanded = input.rules.requirements().columns_of(*table);
  const auto is_in = [](const auto& keys, ColumnKey key) { return std::ranges::find(keys, key) != keys.end(); };
  const auto counts = [](const ColumnRecord& column) { return column.key != sequence; };
  const auto may_be_it = [&](const ColumnRecord& column) {
    if (header_text(column).empty()) return false;
    if (column.key != other) return !is_in(demanded, column.key) && !is_in(kOfTheirOwn, column.key);
    // A column that its head calls by another key was set to this one by a reviewer.
    const bool as_read = input.rules.columns().label_of(header_text(column)).value_or(other) == other;
    return column.because.empty() || (column.margin < kSureOther && as_read);
  };
  return static_cast<std::size_t>(std::ranges::count_if(table->columns, counts)) >= demanded.size() &&
         std::ranges::any_of(table->columns, may_be_it);
}

// "จากผลการประเมินพบว่า … จึงเห็นควร …" above the table: a sentence may tell what the column would.
bool sentences_may_tell_it(const Record& record, const Finding& finding) {
  using enum ColumnKey;
  constexpr std::size_t kSentence = 40;  // code points
  const bool told_in_words = finding.column_key == weakness || finding.column_key == improvement;
  return told_in_words && finding.issue_no && std::ranges::any_of(record.paragraphs, [&](const ParagraphRecord& one) {
           return one.issue_no == finding.issue_no && one.role == ParagraphRole::prose && !one.annexed_template &&
                  text::length(one.text) >= kSentence;
         });
}

// A line outside tables that is the title of a column, or has it before a colon.
bool has_line_titled(const CheckInput& input, const PageRecord& page, ColumnKey key) {
  const auto& columns = input.rules.columns();
  std::istringstream lines(page.text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find('\t') != std::string::npos) continue;
    if (columns.label_of(line) == key) return true;
    const std::size_t colon = line.find(':');
    if (colon != std::string::npos && columns.label_of(line.substr(0, colon)) == key) return true;
  }
  return false;
}

// column_unseen: no line outside the tables, from its issue's heading to its page, begins with the title of the column
// that is missed. Where one does, a part of the table was taken for running text.
bool column_is_unseen(const CheckInput& input, const Finding& finding) {
  if (!finding.at || !finding.column_key) return true;
  if (header_may_be_cut(input.record, finding) || header_may_mean_it(input, finding)) return false;
  if (sentences_may_tell_it(input.record, finding)) return false;
  const auto issue = std::ranges::find(input.record.issues, finding.issue_no.value_or(0), &IssueRecord::issue_no);
  const bool headed = issue != input.record.issues.end() && issue->at.page_no > 0;
  const int first = headed ? std::min(issue->at.page_no, finding.at->page_no) : finding.at->page_no;
  return std::ranges::none_of(input.record.pages, [&](const PageRecord& page) {
    return page.page_no >= first && page.page_no <= finding.at->page_no &&
           has_line_titled(input, page, *finding.column_key);
  });
}

// Of several issues the last alone has one: a closing section on the whole report ("ข้อจำกัดของหน่วยงาน 1. … 2. …") stands
// where its own would.
bool only_the_last_issue_has_it(const Record& record, std::optional<std::string> IssueRecord::*text) {
  constexpr std::size_t kFewest = 4;
  const auto& issues = record.issues;
  const auto has_it = [&](const IssueRecord& issue) { return (issue.*text).has_value(); };
  return issues.size() >= kFewest && has_it(issues.back()) && std::ranges::count_if(issues, has_it) == 1;
}

// label_seen: some issue of the report says what another lacks, or its label is printed with nothing behind it. Where
// no issue has it under a label that is known, the form calls it something else; where as many lines say it as there
// are issues, one was not put in its place.
bool label_is_seen(const CheckInput& input, const Finding& finding) {
  if (!finding.issue_no) return true;
  if (names_issues_not_found(input.record, input.rules.assessments().may_hold(input.record.fiscal_year))) return false;
  const auto issues = static_cast<int>(input.record.issues.size());
  if (lines_with_label(input.record, input.rules.of(finding.code).list("labels")) >= issues) return false;
  const bool timeframe = finding.code == "missing_timeframe";
  const auto text = timeframe ? &IssueRecord::timeframe : &IssueRecord::limitation;
  if (only_the_last_issue_has_it(input.record, text)) return false;
  const auto place = timeframe ? &IssueRecord::timeframe_at : &IssueRecord::limitation_at;
  const ColumnKey column = timeframe ? ColumnKey::timeframe : ColumnKey::limitation;
  const auto has_it = [&](const IssueRecord& issue) { return issue.*text || issue.*place; };
  return std::ranges::any_of(input.record.issues, has_it) ||
         std::ranges::any_of(input.record.cells, [&](const CellRecord& cell) {
           return cell.issue_no && cell.column_key == column && !cell.annexed_template;
         });
}

// cell_whole: no page break cuts the cell.
bool cell_is_whole(const CheckInput& input, const Finding& finding) {
  if (!finding.at) return true;
  const RecordView rows(input.record);
  return std::ranges::none_of(input.record.cells, [&](const CellRecord& cell) {
    return cell.at.page_no == finding.at->page_no && cell.at.box == finding.at->box &&
           is_cut_by_page(input.record, rows, cell);
  });
}

}  // namespace

const std::vector<GateReason>& gate_reasons() {
  using Otherwise = GateReason::Otherwise;
  static const std::vector<GateReason> kReasons = {
      {"layout", Otherwise::drop, layout_matched},
      {"own_year", Otherwise::drop, own_year_is_certain, true},
      {"own_office", Otherwise::drop, own_office_is_certain, true},
      {"handed_in", Otherwise::drop, was_handed_in, true},
      {"page", Otherwise::hold, page_was_read},
      {"report", Otherwise::hold, report_was_read, true},
      {"issue_unseen", Otherwise::hold, issue_is_unseen},
      {"told_in_prose", Otherwise::hold, is_untold_in_prose},
      {"label_seen", Otherwise::hold, label_is_seen},
      {"figures", Otherwise::hold, figures_are_certain},
      {"column_unseen", Otherwise::hold, column_is_unseen},
      {"cell_whole", Otherwise::hold, cell_is_whole},
  };
  return kReasons;
}

}  // namespace prongsai::checks
