#include <algorithm>

#include "extractors/layouts/score_columns.hpp"
#include "extractors/layouts/score_context.hpp"
#include "extractors/layouts/score_records.hpp"
#include "extractors/layouts/score_subjects.hpp"
#include "extractors/text/numbers.hpp"
#include "extractors/text/thai_repair.hpp"

namespace prongsai::layouts {
namespace {

constexpr double kHighestScore = 100;

using Row = std::vector<const CellRecord*>;

const CellRecord* cell_in(const Row& row, const std::vector<std::string>& headers, int column) {
  for (const CellRecord* cell : row) {
    if (cell->header_text == headers[static_cast<std::size_t>(column)]) return cell;
  }
  return nullptr;
}

std::string row_text(const Row& row) {
  std::string text;
  for (const CellRecord* cell : row) text += (text.empty() ? "" : " | ") + cell->text;
  return text;
}

// A figure alone in its cell; "98.28 %" and "98.28 คะแนน" too.
std::optional<text::Number> figure_of(const CellRecord& cell, const ScoreWords& words) {
  const auto numbers = text::find_numbers(cell.text);
  if (numbers.size() != 1 || numbers.front().value > kHighestScore) return std::nullopt;
  const std::string before = tight(cell.text.substr(0, numbers.front().begin));
  const std::string after = tight(cell.text.substr(numbers.front().end));
  const bool unit = after.empty() || after == words.points || begins_with_any(after, words.percent) == after.size();
  return before.empty() && unit ? std::optional(numbers.front()) : std::nullopt;
}

class TableScores {
 public:
  TableScores(Record& record, const Identity& identity) : record_(&record), identity_(&identity) {}

  void read(const TableRecord& table) {
    table_ = &table;
    columns_ = find_score_columns(table.headers, words());
    const bool announcement = columns_.figures.size() >= 2;
    if (!announcement && !columns_.value) return;
    year_ = year_of_table();
    Row row;
    for (const auto& cell : record_->cells) {
      if (cell.table_no != table.table_no) continue;
      if (!row.empty() && row.front()->row_no != cell.row_no) read_row(row, announcement);
      row.push_back(&cell);
    }
    if (!row.empty()) read_row(row, announcement);
  }

 private:
  [[nodiscard]] const ScoreWords& words() const { return identity_->knowledge.scores; }
  [[nodiscard]] const CellRecord* cell(const Row& row, std::optional<int> column) const {
    return column ? cell_in(row, table_->headers, *column) : nullptr;
  }

  void read_row(Row& row, bool announcement) {
    if (announcement)
      read_office(row);
    else
      read_subject(row);
    row.clear();
  }

  // One office a row, or the reporting office's own figures where no column names an office.
  void read_office(const Row& row) {
    std::optional<std::string> office = record_->agency;
    if (const CellRecord* name = cell(row, columns_.office)) {
      if (is_blank_text(name->text) || is_summary(name->text)) return;
      office = office_name(name->text);
    }
    std::optional<int> rank;
    if (const CellRecord* place = cell(row, columns_.rank); place != nullptr && columns_.office) {
      if (const auto number = text::parse_number(place->text)) rank = static_cast<int>(number->value);
    }
    std::optional<std::string> level;
    if (const CellRecord* stated = cell(row, columns_.level)) level = words().level_of(stated->text);
    for (const auto& [column, subject] : columns_.figures) {
      const CellRecord* figure = cell(row, column);
      if (figure == nullptr) continue;
      ScoreRecord* score = add(row, *figure, subject, std::nullopt, column);
      if (score == nullptr) continue;
      score->agency = office;
      score->rank = rank;
      if (subject == "ITA") score->grade = level;
    }
  }

  // The row names whose figure it is: an indicator, an instrument, an item.
  void read_subject(const Row& row) {
    const CellRecord* figure = cell(row, columns_.value);
    if (figure == nullptr) return;
    for (const CellRecord* name : row) {
      if (name == figure || text::parse_number(name->text) || is_blank_text(name->text)) continue;
      const auto [subject, no] = subject_in(name->text);
      if (subject.empty()) continue;
      ScoreRecord* score = add(row, *figure, subject, no.empty() ? std::nullopt : std::optional(no), *columns_.value);
      if (score == nullptr) return;
      if (const CellRecord* stated = cell(row, columns_.level)) score->grade = words().level_of(stated->text);
      return;
    }
  }

  [[nodiscard]] std::pair<std::string, std::string> subject_in(const std::string& name) const {
    const TightText compact(name);
    const auto mentions = find_subjects(name, compact, words());
    const SubjectMention* best = nullptr;
    for (const auto& mention : mentions) {
      if (best == nullptr || mention.strength > best->strength) best = &mention;
    }
    if (best != nullptr && best->strength != SubjectMention::Strength::overall)
      return {best->subject, best->subject_no};
    if (const auto indicator = identity_->knowledge.checklists.indicator_of(name)) {
      return {"indicator", std::to_string(*indicator)};
    }
    const bool total = is_summary(name) || best != nullptr;
    return total ? std::pair<std::string, std::string>{"ITA", ""} : std::pair<std::string, std::string>{};
  }

  [[nodiscard]] bool is_summary(const std::string& name) const {
    const std::string compact = tight(name);
    return begins_with_any(compact, words().summary_rows) > 0;
  }

  [[nodiscard]] std::string office_name(const std::string& printed) const {
    if (const auto name = identity_->agencies.canonical(printed)) return *name;
    for (const auto& mention : identity_->agencies.find(printed)) {
      if (!mention.parent) return mention.name;
    }
    return text::fold_space(printed);
  }

  // The table's title stands in the paragraphs before it.
  [[nodiscard]] std::optional<int> year_of_table() const {
    std::optional<int> year;
    for (const auto& paragraph : record_->paragraphs) {
      if (paragraph.at.page_no > table_->at.page_no) break;
      if (paragraph.at.page_no == table_->at.page_no && paragraph.at.box.y0 > table_->at.box.y0) continue;
      if (const auto stated = year_before(paragraph.text, paragraph.text.size())) year = stated;
    }
    return year ? year : assessed_year(*record_, identity_->kind);
  }

  ScoreRecord* add(const Row& row, const CellRecord& figure, const std::string& subject,
                   const std::optional<std::string>& no, int column) {
    const auto number = figure_of(figure, words());
    if (!number) return nullptr;
    ScoreRecord score{.subject = subject, .subject_no = no, .value = number->value};
    const bool percent = columns_.percent[column] || contains_any(tight(figure.text), words().percent);
    score.unit = percent ? "percent" : "points";
    score.fiscal_year = year_;
    score.agency = record_->agency;
    score.quote = row_text(row);
    score.raw_figure = figure.text.substr(number->begin, number->end - number->begin);
    score.at = figure.at;
    score.from_table = true;
    score.doubtful = figure.doubtful;
    record_->scores.push_back(std::move(score));
    return &record_->scores.back();
  }

  Record* record_;
  const Identity* identity_;
  const TableRecord* table_ = nullptr;
  ScoreColumns columns_;
  std::optional<int> year_;
};

}  // namespace

void add_table_scores(Record& record, const Identity& identity) {
  TableScores scores(record, identity);
  for (const auto& table : record.tables) {
    if (!table.annexed_template) scores.read(table);
  }
}

}  // namespace prongsai::layouts
