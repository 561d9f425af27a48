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

using Row = std::vector<CellRecord*>;

CellRecord* cell_in(const Row& row, const std::vector<std::string>& headers, int column) {
  for (CellRecord* cell : row) {
    if (cell->header_text == headers[static_cast<std::size_t>(column)]) return cell;
  }
  return nullptr;
}

std::string row_text(const Row& row) {
  std::string text;
  for (const CellRecord* cell : row) text += (text.empty() ? "" : " | ") + cell->text;
  return text;
}

// A figure alone in its cell, or with its unit and level: "98.28 %", "98.28 คะแนน", "95.13 (AA)".
struct CellFigure {
  text::Number number;
  std::string printed;
  std::optional<std::string> level;
};

std::optional<CellFigure> figure_in(const std::string& text, const ScoreWords& words) {
  const auto numbers = text::find_numbers(text);
  if (numbers.size() != 1 || numbers.front().value > kHighestScore) return std::nullopt;
  const text::Number& number = numbers.front();
  CellFigure figure{number, text.substr(number.begin, number.end - number.begin), std::nullopt};
  const std::string before = tight(text.substr(0, number.begin));
  std::string_view after = std::string_view(text).substr(number.end);
  const std::string tail = tight(after);
  if (!before.empty()) return std::nullopt;
  if (tail.empty() || tail == words.points || begins_with_any(tail, words.percent) == tail.size()) return figure;
  const std::size_t first = after.find_first_not_of(" (/\n");
  if (first == 0 || first == std::string_view::npos) return std::nullopt;
  const std::size_t last = after.find_last_not_of(" )\n");
  figure.level = words.level_of(after.substr(first, last + 1 - first));
  return figure.level ? std::optional(figure) : std::nullopt;
}

// A narrow column may break a figure over two lines: "98.3" above "4". To two places it can be nothing else, yet it is
// a guess.
std::optional<CellFigure> broken_figure_in(const CellRecord& cell, const ScoreWords& words) {
  std::string joined = cell.raw_text;
  if (joined.find('\n') == std::string::npos) return std::nullopt;
  std::erase(joined, '\n');
  auto figure = figure_in(joined, words);
  return figure && figure->number.decimals == 2 ? figure : std::nullopt;
}

class TableScores {
 public:
  TableScores(Record& record, const Identity& identity) : record_(&record), identity_(&identity) {}

  void read(const TableRecord& table) {
    table_ = &table;
    columns_ = find_score_columns(table.headers, words());
    if (columns_.figures.empty() && columns_.values.empty()) return;
    const std::vector<Row> rows = rows_of_table();
    if (columns_.bare_years && !names_two_subjects(rows)) return;
    year_ = year_of_table();
    for (const Row& row : rows) read_row(row);
  }

 private:
  // Whose figure it is, and what is said of it.
  struct Whose {
    std::string subject;
    std::optional<std::string> no;
    std::optional<std::string> agency;
    std::optional<int> rank;
    std::optional<int> year;
  };

  [[nodiscard]] const ScoreWords& words() const { return identity_->knowledge.scores; }
  [[nodiscard]] CellRecord* cell(const Row& row, std::optional<int> column) const {
    return column ? cell_in(row, table_->headers, *column) : nullptr;
  }

  [[nodiscard]] std::vector<Row> rows_of_table() const {
    std::vector<Row> rows;
    for (auto& cell : record_->cells) {
      if (cell.table_no != table_->table_no) continue;
      if (rows.empty() || rows.back().front()->row_no != cell.row_no) rows.emplace_back();
      rows.back().push_back(&cell);
    }
    return rows;
  }

  // Two rows speak of an instrument or an indicator: the table is one of scores, whatever its headers say.
  [[nodiscard]] bool names_two_subjects(const std::vector<Row>& rows) const {
    return std::count_if(rows.begin(), rows.end(), [&](const Row& row) {
             const auto subject = subject_of_row(row);
             return !subject.first.empty() && subject.first != "ITA";
           }) >= 2;
  }

  void read_row(const Row& row) {
    if (columns_.subjects() >= 2) {
      read_parts(row);
    } else if (columns_.office) {
      read_total(row);
    } else {
      read_subject(row);
    }
  }

  // The figures of one office side by side: one office a row, or one year of the reporting office's own.
  void read_parts(const Row& row) {
    const auto office = office_of(row);
    if (!office || is_no_score(row)) return;
    for (const auto& [column, subject] : columns_.figures) {
      add(row, column, {subject, std::nullopt, *office, rank_of(row), year_of_row(row)});
    }
  }

  // One figure an office: the column's, where its header names whose; with a level beside it, the total.
  void read_total(const Row& row) {
    const auto office = office_of(row);
    if (!office || is_no_score(row)) return;
    for (const auto& [column, subject] : columns_.figures) {
      if (names_instrument(column)) add(row, column, {subject, std::nullopt, *office, rank_of(row), year_of_row(row)});
    }
    if (!columns_.figures.empty()) return;
    for (const int column : columns_.values) {
      if (level_of(row, column)) add(row, column, {"ITA", std::nullopt, *office, rank_of(row), year_of_row(row)});
    }
  }

  // The row names whose figure it is: an indicator, an instrument, an item; or a year, of what the column names.
  void read_subject(const Row& row) {
    if (is_no_score(row)) return;
    auto [subject, no] = subject_of_row(row);
    const auto year = year_of_row(row);
    for (const int column : columns_.values) {
      if (!subject.empty()) add(row, column, {subject, optional_no(no), record_->agency, std::nullopt, year});
    }
    if (!columns_.values.empty()) return;
    for (const auto& [column, own] : columns_.figures) {
      if (!names_instrument(column)) continue;
      if (!subject.empty()) {
        add(row, column, {subject, optional_no(no), record_->agency, std::nullopt, year});
      } else if (year) {
        add(row, column, {own, std::nullopt, record_->agency, std::nullopt, year});
      }
    }
  }

  [[nodiscard]] static std::optional<std::string> optional_no(const std::string& no) {
    return no.empty() ? std::nullopt : std::optional(no);
  }

  [[nodiscard]] bool holds_figures(const CellRecord& cell) const {
    const auto is_header = [&](int column) {
      return cell.header_text == table_->headers[static_cast<std::size_t>(column)];
    };
    return std::any_of(columns_.values.begin(), columns_.values.end(), is_header) ||
           std::any_of(columns_.figures.begin(), columns_.figures.end(),
                       [&](const auto& f) { return is_header(f.first); });
  }

  // Cells that say what the row is about.
  [[nodiscard]] std::vector<const CellRecord*> names_in(const Row& row) const {
    std::vector<const CellRecord*> names;
    for (const CellRecord* cell : row) {
      if (!holds_figures(*cell) && !is_blank_text(cell->text) && !words().level_of(cell->text)) names.push_back(cell);
    }
    return names;
  }

  [[nodiscard]] std::pair<std::string, std::string> subject_of_row(const Row& row) const {
    for (const CellRecord* name : names_in(row)) {
      if (text::parse_number(name->text)) continue;
      auto subject = subject_in(name->text);
      if (!subject.first.empty()) return subject;
    }
    return {};
  }

  // "ปีงบประมาณ พ.ศ. ๒๕๖๖" alone in its cell.
  [[nodiscard]] std::optional<int> year_of_row(const Row& row) const {
    for (const CellRecord* name : names_in(row)) {
      const Dated parts = dated(name->text, words());
      if (parts.year && parts.rest.empty()) return parts.year;
    }
    return std::nullopt;
  }

  // Full marks, weights, targets and changes stand in rows of their own, which say so first.
  [[nodiscard]] bool is_no_score(const Row& row) const {
    for (const CellRecord* name : names_in(row)) {
      if (!text::parse_number(name->text)) return begins_with_any(tight(name->text), words().no_score_rows) > 0;
    }
    return false;
  }

  // Nothing for a row of means or totals over offices.
  [[nodiscard]] std::optional<std::optional<std::string>> office_of(const Row& row) const {
    if (const CellRecord* name = cell(row, columns_.office)) {
      if (is_blank_text(name->text) || is_summary(name->text)) return std::nullopt;
      return office_name(name->text);
    }
    for (const CellRecord* name : names_in(row)) {
      if (auto office = identity_->agencies.canonical(name->text)) return office;
    }
    return record_->agency;
  }

  [[nodiscard]] std::optional<int> rank_of(const Row& row) const {
    const CellRecord* place = cell(row, columns_.rank);
    if (place == nullptr || !columns_.office) return std::nullopt;
    const auto number = text::parse_number(place->text);
    return number ? std::optional(static_cast<int>(number->value)) : std::nullopt;
  }

  // The header names IIT, EIT, OIT or ITA: "รวม" alone may be of anything.
  [[nodiscard]] bool names_instrument(int column) const {
    const std::string header = tight(table_->headers[static_cast<std::size_t>(column)]);
    return contains_any(header, {"IIT", "EIT", "OIT", "ITA"});
  }

  [[nodiscard]] std::optional<int> year_of_column(int column) const {
    const auto year = columns_.years.find(column);
    return year == columns_.years.end() ? std::nullopt : std::optional(year->second);
  }

  // The level beside a figure: of its year, or the only one of a row that has one such figure.
  [[nodiscard]] std::optional<std::string> level_of(const Row& row, int column) const {
    for (const int level : columns_.levels) {
      const bool lone = columns_.levels.size() == 1 && columns_.values.size() <= 1 && totals() <= 1;
      if (!lone && year_of_column(level) != year_of_column(column)) continue;
      if (const CellRecord* stated = cell(row, level)) return words().level_of(stated->text);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::ptrdiff_t totals() const {
    return std::count_if(columns_.figures.begin(), columns_.figures.end(),
                         [](const auto& figure) { return figure.second == "ITA"; });
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

  // What is planned for years to come, and whole numbers that only years head: targets, not results.
  [[nodiscard]] bool is_target(const CellFigure& figure, std::optional<int> year) const {
    if (year && record_->fiscal_year && *year > *record_->fiscal_year) return true;
    return columns_.bare_years && figure.number.decimals == 0 && figure.number.value != kHighestScore;
  }

  void add(const Row& row, int column, const Whose& whose) {
    CellRecord* cell = this->cell(row, column);
    if (cell == nullptr) return;
    auto figure = figure_in(cell->text, words());
    const bool whole = figure.has_value();
    if (!whole) figure = broken_figure_in(*cell, words());
    if (!figure) {
      // A score stands here that cannot be told: not silently.
      cell->doubtful |= !text::find_numbers(cell->text).empty();
      return;
    }
    const auto column_year = year_of_column(column);
    const auto own_year = column_year ? column_year : whose.year;
    if (is_target(*figure, own_year)) return;
    ScoreRecord score{.subject = whose.subject, .subject_no = whose.no, .value = figure->number.value};
    const bool percent = columns_.percent[column] || contains_any(tight(cell->text), words().percent);
    score.unit = percent ? "percent" : "points";
    const bool has_level = columns_.subjects() < 2 || whose.subject == "ITA";
    score.grade = figure->level || !has_level ? figure->level : level_of(row, column);
    score.fiscal_year = own_year ? own_year : year_;
    score.agency = whose.agency;
    score.rank = whose.rank;
    score.quote = row_text(row);
    score.raw_figure = figure->printed;
    score.at = cell->at;
    score.from_table = true;
    score.doubtful = cell->doubtful || !whole;
    record_->scores.push_back(std::move(score));
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
