#include "tests/bench/synthetic_submissions.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/synthetic_words.hpp"

namespace prongsai::bench {
namespace {

constexpr int kIssues = 7;
constexpr int kRows = 2;  // of an issue's table
constexpr std::size_t kProvinces = 77;
constexpr int kPages = 12;
constexpr int kParagraphsOnPage = 5;
constexpr std::array kItems = {"O4", "O15", "O1", "O34", "O19", "O23", "E10"};  // one of each issue
constexpr std::array kColumns = {ColumnKey::weakness, ColumnKey::improvement, ColumnKey::responsible,
                                 ColumnKey::procedure, ColumnKey::follow_up};
constexpr std::array kHeaders = {"จุดอ่อน", "แนวทางการพัฒนา", "ผู้รับผิดชอบ", "ขั้นตอน/วิธีการปฏิบัติ", "การกำกับติดตาม"};

// What makes one submission differ from the others.
struct Plan {
  std::size_t file = 0;      // submissions of one `file` have the same bytes
  std::size_t office = 0;    // from 0
  std::size_t text = 0;      // cells of one `text` have the same words
  std::size_t repeated = 0;  // the submission whose first weakness this one repeats; or itself
  int fiscal_year = 2566;
};

Plan plan_of(std::size_t k) {
  Plan plan{k, k / 2, k, k, k % 2 == 0 ? 2566 : 2567};
  if (k % 100 == 57) plan.file = plan.text = k - 50;
  if (k % 50 == 48) plan.text = k - 46;
  if (k % 20 == 11) plan.text = k - 1;
  if (k % 20 == 5) plan.repeated = k - 1;
  return plan;
}

Evidence place(int page_no, double y) {
  return {page_no, {62, y, 530, y + 14}, TextSource::text, 1.0};
}

std::string office_name(std::size_t office) {
  SyntheticWords words(seed_of({1, office % kProvinces}));
  return "สำนักงานตัวอย่างจังหวัด" + words.invented(2) + " เขต " + std::to_string(1 + office / kProvinces);
}

std::string hex_of(std::uint64_t number) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += digits[(number >> static_cast<unsigned>(shift)) & 15U];
  return hex;
}

// Whose words stand in a cell. A copier's text differs in every twentieth cell.
std::size_t author_of(std::size_t k, const Plan& plan, bool first_weakness, SyntheticWords& chance) {
  if (first_weakness && plan.repeated != k) return plan.repeated;
  if (plan.text != k && chance.happens(1, 20)) return k;
  return plan.text;
}

// An empty cell now and then.
std::string cell_text(std::size_t k, const Plan& plan, int issue_no, int row, std::size_t column) {
  const auto at = static_cast<std::uint64_t>(issue_no) * 100 + static_cast<std::uint64_t>(row) * 10 + column;
  SyntheticWords chance(seed_of({2, k, at}));
  if (chance.happens(1, 15)) return "";
  const bool first_weakness = issue_no == 1 && row == 1 && column == 0;
  SyntheticWords words(seed_of({3, author_of(k, plan, first_weakness, chance), at}));
  if (kColumns[column] == ColumnKey::responsible) return "กลุ่ม" + words.invented(3);
  return words.text(60 + words.number(140));
}

void add_issue(Record& record, std::size_t k, const Plan& plan, int issue_no) {
  const int page_no = 1 + issue_no;
  SyntheticWords words(seed_of({4, k, static_cast<std::uint64_t>(issue_no)}));
  IssueRecord issue;
  issue.issue_no = issue_no;
  issue.title = "ประเด็นที่ 1." + std::to_string(issue_no);
  issue.item_codes = {kItems[static_cast<std::size_t>(words.happens(1, 10) ? kIssues - issue_no : issue_no - 1)]};
  const int year = record.fiscal_year.value_or(0) - (words.happens(1, 8) ? 4 : 0);
  issue.timeframe = "ตุลาคม " + std::to_string(year - 1) + " - กันยายน " + std::to_string(year);
  issue.timeframe_at = place(page_no, 700);
  if (!words.happens(1, 8)) {
    issue.limitation = "ไม่มี";
    issue.limitation_at = place(page_no, 720);
  }
  issue.at = place(page_no, 80);
  record.issues.push_back(issue);
  TableRecord table;
  table.table_no = issue_no;
  table.issue_no = issue_no;
  table.role = "issue_table";
  for (std::size_t i = 0; i < kColumns.size(); ++i) table.columns.push_back({kColumns[i], {kHeaders[i]}});
  table.at = place(page_no, 120);
  record.tables.push_back(table);
  for (int row = 1; row <= kRows; ++row) {
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
      CellRecord cell;
      cell.table_no = issue_no;
      cell.row_no = row;
      cell.col_no = static_cast<int>(column) + 1;
      cell.column_key = kColumns[column];
      cell.issue_no = issue_no;
      cell.text = cell.raw_text = cell_text(k, plan, issue_no, row, column);
      cell.header_text = kHeaders[column];
      cell.at = place(page_no, 150 + row * 100 + static_cast<double>(column) * 20);
      record.cells.push_back(cell);
    }
  }
}

void add_score(Record& record, SubjectKind subject, const std::string& number, double value, int year) {
  ScoreRecord score;
  score.subject = subject;
  if (!number.empty()) score.subject_no = number;
  score.value = value;
  score.fiscal_year = year;
  score.quote = std::string(word_of(subject)) + " " + std::to_string(value);
  score.raw_figure = std::to_string(value);
  score.at = place(10, 100 + static_cast<double>(record.scores.size()) * 20);
  score.from_table = true;
  record.scores.push_back(score);
}

// The overall score is 0.3 IIT + 0.3 EIT + 0.4 OIT; in one of thirty reports the sum is wrong.
void add_scores(Record& record, SyntheticWords& words, int fiscal_year) {
  const auto figure = [&words] { return static_cast<double>(6000 + words.number(4000)) / 100; };
  const double iit = figure();
  const double eit = figure();
  const double oit = figure();
  const double sum = 0.3 * iit + 0.3 * eit + 0.4 * oit + (words.happens(1, 30) ? 3 : 0);
  add_score(record, SubjectKind::ita, "", static_cast<double>(static_cast<int>(sum * 100 + 0.5)) / 100,
            fiscal_year - 1);
  add_score(record, SubjectKind::iit, "", iit, fiscal_year - 1);
  add_score(record, SubjectKind::eit, "", eit, fiscal_year - 1);
  add_score(record, SubjectKind::oit, "", oit, fiscal_year - 1);
  for (int no = 1; no <= 10; ++no)
    add_score(record, SubjectKind::indicator, std::to_string(no), figure(), fiscal_year - 1);
}

void add_pages(Record& record, SyntheticWords& words) {
  for (int page_no = 1; page_no <= kPages; ++page_no) {
    PageRecord page;
    page.page_no = page_no;
    page.source = PageSource::text;
    page.reason = "an intact text layer";
    page.width = 595.28;
    page.height = 841.89;
    for (int i = 0; i < kParagraphsOnPage; ++i) {
      ParagraphRecord paragraph;
      paragraph.paragraph_no = static_cast<int>(record.paragraphs.size()) + 1;
      paragraph.role = ParagraphRole::prose;
      paragraph.text = paragraph.raw_text = words.text(180);
      paragraph.at = place(page_no, 80 + i * 120);
      page.text += paragraph.text + '\n';
      record.paragraphs.push_back(paragraph);
    }
    page.raw_text = page.text;
    record.pages.push_back(page);
  }
  record.page_count = kPages;
}

}  // namespace

SyntheticSubmission synthetic_submission(std::size_t k) {
  const Plan plan = plan_of(k);
  SyntheticSubmission made;
  made.submission.source_path = "reports/" + std::to_string(1'000'000 + k) + ".pdf";
  made.submission.canonical_path = "/" + made.submission.source_path;
  for (std::uint64_t part = 0; part < 4; ++part) made.submission.sha256 += hex_of(seed_of({5, plan.file, part}));
  made.submission.file_size = 200'000;
  Record& record = made.record;
  record.agency = office_name(plan.office);
  record.agency_at = place(1, 80);
  record.fiscal_year = plan.fiscal_year;
  record.fiscal_year_at = place(1, 100);
  record.item_code = "O34";
  record.layout = "A_seven_issue";
  SyntheticWords words(seed_of({6, plan.file}));
  for (int issue_no = 1; issue_no <= kIssues; ++issue_no) {
    if (!words.happens(1, 60)) add_issue(record, plan.file, plan_of(plan.file), issue_no);
  }
  add_scores(record, words, plan.fiscal_year);
  add_pages(record, words);
  return made;
}

}  // namespace prongsai::bench
