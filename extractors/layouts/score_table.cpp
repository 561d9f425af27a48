#include <algorithm>
#include <utility>

#include "extractors/layouts/score_cell.hpp"
#include "extractors/layouts/score_columns.hpp"
#include "extractors/layouts/score_context.hpp"
#include "extractors/layouts/score_records.hpp"
#include "extractors/layouts/score_row.hpp"
#include "extractors/text/numbers.hpp"
#include "extractors/text/thai_repair.hpp"

namespace prongsai::layouts {
namespace {

class TableScores {
 public:
  TableScores(Record& record, const Identity& identity) : record_(&record), rows_(record), identity_(&identity) {}

  void read(const TableRecord& table) {
    table_ = &table;
    headers_.clear();
    for (const auto& column : table.columns) headers_.push_back(header_text(column));
    columns_ = find_score_columns(headers_, words());
    if (columns_.figures.empty() && columns_.values.empty()) return;
    const std::vector<ScoreRow> rows = rows_of_table();
    if (columns_.bare_years && !names_two_subjects(rows)) return;
    read_title();
    for (const ScoreRow& row : rows) {
      if (!row.is_no_score()) read_row(row);
    }
  }

 private:
  // Whose figure it is, and what is said of it.
  struct Whose {
    RowSubject what;
    std::optional<std::string> agency;
    std::optional<int> rank;
  };

  [[nodiscard]] const ScoreWords& words() const { return identity_->knowledge.scores; }

  [[nodiscard]] std::vector<ScoreRow> rows_of_table() const {
    std::vector<ScoreRow> out;
    for (auto& row : rows_.of(table_->table_no)) out.emplace_back(std::move(row), columns_, identity_->knowledge);
    return out;
  }

  // Two rows speak of an instrument or an indicator: the table is one of scores, whatever its headers say.
  [[nodiscard]] static bool names_two_subjects(const std::vector<ScoreRow>& rows) {
    return std::ranges::count_if(rows, [](const ScoreRow& row) {
             const std::string subject = row.subject().subject;
             return !subject.empty() && subject != "ITA";
           }) >= 2;
  }

  void read_row(const ScoreRow& row) {
    if (columns_.subjects() >= 2 || columns_.office) {
      read_office(row);
    } else {
      read_subject(row);
    }
  }

  // One office a row, or one year of the reporting office's own: the figures side by side, or the total alone.
  void read_office(const ScoreRow& row) {
    if (const CellRecord* name = row.cell(columns_.office);
        name != nullptr && (is_blank_text(name->text) || is_summary(name->text, words())))
      return;
    const auto office = office_of(row);
    for (const auto& [column, subject] : columns_.figures) {
      if (columns_.subjects() >= 2 || tells_of_ita(row, column)) add(row, column, {{subject, {}}, office, row.rank()});
    }
    if (!columns_.figures.empty()) return;
    for (const int column : columns_.values) {
      if (tells_of_ita(row, column)) add(row, column, {{"ITA", {}}, office, row.rank()});
    }
  }

  // A lone column of figures, "รวม" or "คะแนน", may be of anything: its header, a level beside it or the table's title
  // must tell.
  [[nodiscard]] bool tells_of_ita(const ScoreRow& row, int column) const {
    return names_instrument(column) || row.level_beside(column) || (names_points(column) && title_tells_of_ita_);
  }

  // The row names whose figure it is: an indicator, an instrument, an item; or a year, of what the column names.
  void read_subject(const ScoreRow& row) {
    const RowSubject subject = row.subject();
    for (const int column : columns_.values) {
      if (!subject.subject.empty()) add(row, column, {subject, record_->agency, {}});
    }
    if (!columns_.values.empty()) return;
    for (const auto& [column, own] : columns_.figures) {
      if (!names_instrument(column)) continue;
      if (!subject.subject.empty()) {
        add(row, column, {subject, record_->agency, {}});
      } else if (row.year()) {
        add(row, column, {{own, {}}, record_->agency, {}});
      }
    }
  }

  [[nodiscard]] std::optional<std::string> office_of(const ScoreRow& row) const {
    if (const CellRecord* name = row.cell(columns_.office)) return office_name(name->text);
    for (const CellRecord* name : row.names()) {
      if (auto office = identity_->agencies.canonical(name->text)) return office;
    }
    return record_->agency;
  }

  [[nodiscard]] std::string office_name(const std::string& printed) const {
    if (const auto name = identity_->agencies.canonical(printed)) return *name;
    for (const auto& mention : identity_->agencies.find(printed)) {
      if (!mention.parent) return mention.name;
    }
    return text::fold_space(printed);
  }

  [[nodiscard]] bool names_instrument(int column) const {
    const std::string header = tight(headers_[static_cast<std::size_t>(column)]);
    return contains_any(header, {"IIT", "EIT", "OIT", "ITA"});
  }

  [[nodiscard]] bool names_points(int column) const {
    return contains_any(tight(headers_[static_cast<std::size_t>(column)]), {words().points});
  }

  // The table's title stands in the paragraphs before it: the last year that they name, and what the last is about.
  void read_title() {
    year_.reset();
    title_tells_of_ita_ = false;
    for (const auto& paragraph : record_->paragraphs) {
      if (paragraph.at.page_no > table_->at.page_no) break;
      if (paragraph.at.page_no == table_->at.page_no && paragraph.at.box.y0 > table_->at.box.y0) continue;
      if (const auto stated = year_before(paragraph.text, paragraph.text.size())) year_ = stated;
      title_tells_of_ita_ = contains_any(tight(paragraph.text), {"ITA"});
    }
    if (!year_) year_ = assessed_year(*record_, identity_->kind);
  }

  // What is planned for years to come, and whole numbers that only years head: targets, not results.
  [[nodiscard]] bool is_target(const CellFigure& figure, std::optional<int> year) const {
    if (year && record_->fiscal_year && *year > *record_->fiscal_year) return true;
    return columns_.bare_years && figure.number.decimals == 0 && figure.number.value != kHighestScore;
  }

  void add(const ScoreRow& row, int column, const Whose& whose) {
    CellRecord* cell = row.cell(column);
    if (cell == nullptr) return;
    const auto figure = figure_in(*cell, record_->doubtful_words, words());
    if (!figure) {
      // A score stands here that cannot be told: not silently.
      cell->doubtful |= !text::find_numbers(cell->text).empty();
      return;
    }
    const auto column_year = columns_.year_of(column);
    const auto year = column_year ? column_year : row.year();
    if (is_target(*figure, year)) return;
    ScoreRecord score{.subject = whose.what.subject, .subject_no = whose.what.no, .value = figure->number.value};
    const bool percent = columns_.percent[column] || contains_any(tight(cell->text), words().percent);
    score.unit = percent ? "percent" : "points";
    const bool has_level = columns_.subjects() < 2 || whose.what.subject == "ITA";
    score.grade = figure->level || !has_level ? figure->level : row.level_beside(column);
    score.fiscal_year = year ? year : year_;
    score.agency = whose.agency;
    score.rank = whose.rank;
    score.quote = row.text();
    score.raw_figure = figure->printed;
    score.at = cell->at;
    score.from_table = true;
    score.doubtful = cell->doubtful || figure->guessed;
    record_->scores.push_back(std::move(score));
  }

  Record* record_;
  RowsOf<Record> rows_;
  const Identity* identity_;
  const TableRecord* table_ = nullptr;
  std::vector<std::string> headers_;  // one a column
  ScoreColumns columns_;
  std::optional<int> year_;  // of the table's figures, where neither column nor row names one
  bool title_tells_of_ita_ = false;
};

}  // namespace

void add_table_scores(Record& record, const Identity& identity) {
  TableScores scores(record, identity);
  for (const auto& table : record.tables) {
    if (!table.annexed_template) scores.read(table);
  }
}

}  // namespace prongsai::layouts
