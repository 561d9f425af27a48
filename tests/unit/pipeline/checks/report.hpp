// A report built by hand for the checks' tests, and the shipped data that they are judged by.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

inline const std::filesystem::path kData = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";

inline const Rules& shipped_rules() {
  static const Rules rules(kData);
  return rules;
}

inline const text::Agencies& shipped_agencies() {
  static const text::Agencies agencies(kData / "agencies");
  return agencies;
}

// The place of a finding in short: "code issue item column", - for what is not given.
inline std::string place(const Finding& finding) {
  return finding.code + ' ' + (finding.issue_no ? std::to_string(*finding.issue_no) : "-") + ' ' +
         finding.item_code.value_or("-") + ' ' + (finding.column_key ? std::string(word_of(*finding.column_key)) : "-");
}

inline std::vector<std::string> places(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& finding : findings) out.push_back(place(finding));
  return out;
}

struct Report {
  Submission submission;
  Record record;

  explicit Report(std::string layout = "A_seven_issue", int year = 2567) {
    submission.source_path = "reports/measures.pdf";
    record.agency = "สำนักงานศึกษาธิการจังหวัดน่าน";
    record.fiscal_year = year;
    record.item_code = "O34";
    record.layout = std::move(layout);
    record.page_count = 9;
  }

  // Everything gets a place further down the page than what came before it.
  Evidence next_place() {
    y_ += 20;
    return {1 + y_ / 700,
            {60, static_cast<double>(y_ % 700), 500, static_cast<double>(y_ % 700 + 14)},
            TextSource::text,
            1.0};
  }

  TableRecord& table(std::string role, const std::vector<std::string>& columns,
                     std::optional<int> issue_no = std::nullopt) {
    TableRecord out;
    out.table_no = static_cast<int>(record.tables.size()) + 1;
    out.role = std::move(role);
    for (const std::string& key : columns) out.columns.push_back({value_of<ColumnKey>(key).value(), {}});
    out.issue_no = issue_no;
    out.at = next_place();
    record.tables.push_back(std::move(out));
    return record.tables.back();
  }

  // A row of the last table; one text a column.
  Report& row(const std::vector<std::string>& texts, std::optional<int> issue_no = std::nullopt) {
    const TableRecord& table = record.tables.back();
    const int row_no = ++rows_[table.table_no];
    for (std::size_t i = 0; i < texts.size(); ++i) {
      CellRecord cell;
      cell.table_no = table.table_no;
      cell.row_no = row_no;
      cell.col_no = static_cast<int>(i) + 1;
      cell.column_key = table.columns.at(i).key;
      cell.issue_no = issue_no ? issue_no : table.issue_no;
      cell.text = texts[i];
      cell.annexed_template = table.annexed_template;
      cell.at = next_place();
      record.cells.push_back(std::move(cell));
    }
    return *this;
  }

  Report& paragraph(std::string text, ParagraphRole role = ParagraphRole::prose) {
    ParagraphRecord out;
    out.paragraph_no = static_cast<int>(record.paragraphs.size()) + 1;
    out.text = std::move(text);
    out.role = role;
    out.at = next_place();
    record.paragraphs.push_back(std::move(out));
    return *this;
  }

  IssueRecord& issue(int number) {
    IssueRecord out;
    out.issue_no = number;
    out.title = "ประเด็น";
    out.timeframe = "ตุลาคม ๒๕๖๖ ถึง กันยายน ๒๕๖๗";
    out.limitation = "กำลังคนมีน้อย";
    out.at = next_place();
    record.issues.push_back(std::move(out));
    return record.issues.back();
  }

  ScoreRecord& score(SubjectKind subject, double value, std::optional<std::string> grade = std::nullopt) {
    ScoreRecord out;
    out.subject = subject;
    out.value = value;
    out.grade = std::move(grade);
    out.fiscal_year = 2566;
    out.agency = record.agency;
    out.at = next_place();
    record.scores.push_back(std::move(out));
    return record.scores.back();
  }

  // As if it had been read by OCR.
  Report& scanned() {
    for (CellRecord& cell : record.cells) cell.at.source = TextSource::ocr;
    for (ParagraphRecord& paragraph : record.paragraphs) paragraph.at.source = TextSource::ocr;
    for (ScoreRecord& score : record.scores) score.at.source = TextSource::ocr;
    for (IssueRecord& issue : record.issues) issue.at.source = TextSource::ocr;
    return *this;
  }

  [[nodiscard]] CheckInput input() const { return {submission, record, shipped_agencies(), shipped_rules()}; }
  [[nodiscard]] std::vector<Finding> run(CheckFunction check) const { return check(input()); }
  [[nodiscard]] std::vector<std::string> raised(CheckFunction check) const { return places(run(check)); }

 private:
  int y_ = 0;
  std::map<int, int> rows_;
};

inline const std::vector<std::string> kIssueColumns = {"weakness", "improvement", "responsible", "procedure",
                                                       "follow_up"};

// A sound report of the seven-issue form.
inline Report sound_report() {
  static const std::vector<std::vector<std::string>> kItems = {
      {"O4", "O11"}, {"O15", "O30"}, {"O1", "O10"}, {"O34", "O35"}, {"O11", "O20"}, {"O23", "O41"}, {"E10", "E15"}};
  Report report;
  for (int number = 1; number <= 7; ++number) {
    report.issue(number).item_codes = kItems[static_cast<std::size_t>(number - 1)];
    report.table("issue_table", kIssueColumns, number);
    report.row({"ผู้มาติดต่อไม่ทราบขั้นตอนการขอเอกสาร", "ทำผังขั้นตอนให้เห็นง่าย", "กลุ่มอำนวยการ",
                "๑. ร่างผังขั้นตอน ๒. ถามความเห็นผู้ใช้บริการ ๓. ปิดประกาศหน้าห้อง", "รายงานในที่ประชุมทุกไตรมาส"});
  }
  return report;
}

// Each check declared here is defined in pipeline/checks/rules/<name>.cpp.
std::vector<Finding> missing_issue(const CheckInput&);
std::vector<Finding> missing_column(const CheckInput&);
std::vector<Finding> empty_cell(const CheckInput&);
std::vector<Finding> blank_template(const CheckInput&);
std::vector<Finding> missing_timeframe(const CheckInput&);
std::vector<Finding> missing_limitation(const CheckInput&);
std::vector<Finding> misplaced_page(const CheckInput&);
std::vector<Finding> not_on_main_site(const CheckInput&);
std::vector<Finding> external_host(const CheckInput&);
std::vector<Finding> misplaced_column(const CheckInput&);
std::vector<Finding> misplaced_item(const CheckInput&);
std::vector<Finding> foreign_agency(const CheckInput&);
std::vector<Finding> wrong_year(const CheckInput&);
std::vector<Finding> manifest_mismatch(const CheckInput&);
std::vector<Finding> unrelated_document(const CheckInput&);
std::vector<Finding> score_sum_mismatch(const CheckInput&);
std::vector<Finding> grade_mismatch(const CheckInput&);
std::vector<Finding> score_conflict(const CheckInput&);
std::vector<Finding> unclear_score(const CheckInput&);
std::vector<Finding> unread_content(const CheckInput&);
std::vector<Finding> count_mismatch(const CheckInput&);
std::vector<Finding> unfilled_placeholder(const CheckInput&);
std::vector<Finding> unaddressed_item(const CheckInput&);
std::vector<Finding> numbering_gap(const CheckInput&);
std::vector<Finding> numbering_repeat(const CheckInput&);
std::vector<Finding> foreign_script(const CheckInput&);
std::vector<Finding> broken_text_layer(const CheckInput&);
std::vector<Finding> low_confidence(const CheckInput&);
std::vector<Finding> unreadable_page(const CheckInput&);
std::vector<Finding> unopened_file(const CheckInput&);

}  // namespace prongsai::checks
