#include "extractors/layouts/dump.hpp"

#include <cmath>
#include <iomanip>
#include <locale>
#include <optional>
#include <sstream>
#include <string_view>

#include "extractors/text/unicode/joined.hpp"

namespace prongsai::layouts {
namespace {

std::string shown(const std::optional<std::string>& text) {
  return text ? "\"" + text::one_line(*text) + "\"" : "-";
}
std::string shown(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "-";
}

std::string place(const Evidence& at) {
  std::ostringstream out;
  out << "p" << at.page_no << " [" << std::lround(at.box.x0) << "," << std::lround(at.box.y0) << ","
      << std::lround(at.box.x1) << "," << std::lround(at.box.y1) << "]";
  if (at.source == TextSource::ocr) out << " ocr";
  return out.str();
}

std::string keys_of(const TableRecord& table) {
  std::string out;
  for (const auto& column : table.columns) out += (out.empty() ? "" : ",") + std::string(word_of(column.key));
  return out;
}

void dump_head(std::ostream& out, const Record& record) {
  out << "agency " << shown(record.agency) << "\n"
      << "fiscal_year " << shown(record.fiscal_year) << "\n"
      << "item_code " << shown(record.item_code) << "\n"
      << "layout " << (record.layout.empty() ? "-" : record.layout) << "\n"
      << "pages " << record.page_count << "\n";
}

void dump_issues(std::ostream& out, const Record& record) {
  for (const auto& issue : record.issues) {
    out << "issue " << issue.issue_no << " " << place(issue.at) << " \"" << text::one_line(issue.title) << "\" codes "
        << (issue.item_codes.empty() ? "-" : text::joined(issue.item_codes, ",")) << "\n"
        << "  timeframe " << shown(issue.timeframe) << "\n"
        << "  limitation " << shown(issue.limitation) << "\n";
  }
}

void dump_tables(std::ostream& out, const Record& record) {
  for (const auto& table : record.tables) {
    out << "table " << table.table_no << " " << place(table.at) << " role " << (table.role.empty() ? "-" : table.role)
        << " issue " << shown(table.issue_no) << (table.annexed_template ? " annexed" : "") << " columns "
        << keys_of(table) << "\n";
    for (const auto& cell : record.cells) {
      if (cell.table_no != table.table_no) continue;
      out << "  " << cell.row_no << " " << word_of(cell.column_key) << " issue " << shown(cell.issue_no)
          << " indicator " << shown(cell.indicator_no) << " " << place(cell.at) << " \"" << text::one_line(cell.text)
          << "\"\n";
    }
  }
}

void dump_scores(std::ostream& out, const Record& record) {
  for (const auto& score : record.scores) {
    out << "score " << word_of(score.subject) << " " << shown(score.subject_no) << " " << std::fixed
        << std::setprecision(2) << score.value << " " << word_of(score.unit) << " grade " << shown(score.grade)
        << " year " << shown(score.fiscal_year) << " agency " << shown(score.agency) << " rank " << shown(score.rank)
        << " of " << shown(score.rank_of) << " " << place(score.at) << " \"" << text::one_line(score.quote) << "\"\n";
  }
}

void dump_paragraphs(std::ostream& out, const Record& record) {
  for (const auto& paragraph : record.paragraphs) {
    out << "paragraph " << paragraph.paragraph_no << " " << word_of(paragraph.role) << " issue "
        << shown(paragraph.issue_no) << " " << place(paragraph.at) << " \"" << text::one_line(paragraph.text) << "\"\n";
  }
}

}  // namespace

std::string dump_record(const Record& record) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  dump_head(out, record);
  dump_issues(out, record);
  dump_tables(out, record);
  dump_scores(out, record);
  dump_paragraphs(out, record);
  return out.str();
}

}  // namespace prongsai::layouts
