#include "extractors/layouts/scores/table_reading.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "extractors/layouts/scores/columns.hpp"
#include "extractors/layouts/scores/evidence.hpp"
#include "extractors/layouts/scores/row_labels.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr double kMostOfTable = 0.5;

// A column that says of itself that it ranks; "ลำดับ" (order) over 1, 2, 3 … may only count the lines.
bool rank_is_stated(const std::vector<ReadColumn>& columns) {
  return std::ranges::any_of(columns, [](const ReadColumn& column) { return column.ranks; });
}

// Takes the numbers of lines off figures of years in which an office has a higher total than one numbered before it.
void drop_line_numbers(std::vector<ReadFigure>& figures) {
  std::map<std::optional<int>, std::vector<std::pair<int, double>>> totals;  // by year
  for (const ReadFigure& figure : figures) {
    if (figure.rank && figure.subject.kind == SubjectKind::ita)
      totals[figure.year].emplace_back(*figure.rank, figure.figure.number.value);
  }
  std::set<std::optional<int>> unranked;
  for (auto& [year, numbered] : totals) {
    std::ranges::sort(numbered);
    if (!std::ranges::is_sorted(numbered, std::greater(), &std::pair<int, double>::second)) unranked.insert(year);
  }
  for (ReadFigure& figure : figures) {
    if (unranked.contains(figure.year)) figure.rank.reset();
  }
}

class GridReader {
 public:
  GridReader(const Grid& grid, int header_rows, const TableContext& context, CellSenses& senses)
      : grid_(&grid), context_(&context), senses_(&senses) {
    out_.header_rows = header_rows;
  }

  TableReading read() {
    out_.columns = read_columns(*grid_, out_.header_rows, *senses_);
    out_.names = std::ranges::any_of(out_.columns, [](const ReadColumn& column) {
      return column.role == ColumnRole::name || (column.role == ColumnRole::figure && column.owner);
    });
    decimals_ = has_decimals();
    RowLabels reader(*grid_, out_.columns, *senses_);
    std::vector<RowLabel> labels;
    for (int row = out_.header_rows; row < grid_->row_count(); ++row) labels.push_back(reader.next(row));
    subjects_in_rows_ = std::ranges::any_of(labels, [](const RowLabel& label) { return label.subject.has_value(); });
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const int row = out_.header_rows + static_cast<int>(i);
      if (labels[i].no_score)
        set_aside(row);
      else if (!labels[i].section)
        read_row(row, labels[i]);
    }
    if (!rank_is_stated(out_.columns)) drop_line_numbers(out_.figures);
    weigh(out_, *grid_, *context_, *senses_);
    out_.evidence += set_aside_ * senses_->labels().table().weights.rank / std::max(1, filled_cells());
    return std::move(out_);
  }

 private:
  struct Whose {
    std::optional<Subject> subject;
    StatedIn from = StatedIn::column;
    bool weak = false;
    bool contradicted = false;
  };

  // Figures that are told to be no scores are understood as well.
  void set_aside(int row) {
    for (int column = 0; column < grid_->column_count(); ++column) {
      const ReadColumn& head = out_.columns[static_cast<std::size_t>(column)];
      if (head.role == ColumnRole::figure && !head.sense.no_score && senses_->of(grid_->at(row, column)).figure)
        ++set_aside_;
    }
  }

  [[nodiscard]] int filled_cells() const {
    int filled = 0;
    for (int row = 0; row < grid_->row_count(); ++row) {
      for (int column = 0; column < grid_->column_count(); ++column) {
        if (!senses_->of(grid_->at(row, column)).blank) ++filled;
      }
    }
    return filled;
  }

  void read_row(int row, const RowLabel& label) {
    for (int column = 0; column < grid_->column_count(); ++column) {
      const ReadColumn& head = out_.columns[static_cast<std::size_t>(column)];
      if (head.role != ColumnRole::figure || head.sense.no_score) continue;
      const CellSense& cell = senses_->of(grid_->at(row, column));
      if (cell.figure && head.sense.weighted && has_unweighted(row)) {
        ++set_aside_;
      } else if (cell.figure) {
        add(row, column, label, *cell.figure);
      } else if (!cell.blank && cell.has_digits && whose(label, head).subject) {
        out_.unread.push_back(grid_->at(row, column));
      }
    }
  }

  // Of a figure as scored and as weighted in one row the first is the score.
  [[nodiscard]] bool has_unweighted(int row) const {
    for (int column = 0; column < grid_->column_count(); ++column) {
      const ReadColumn& head = out_.columns[static_cast<std::size_t>(column)];
      const bool plain = head.role == ColumnRole::figure && !head.sense.no_score && !head.sense.weighted;
      if (plain && head.sense.value && senses_->of(grid_->at(row, column)).figure) return true;
    }
    return false;
  }

  void add(int row, int column, const RowLabel& label, const CellFigure& figure) {
    const ReadColumn& head = out_.columns[static_cast<std::size_t>(column)];
    // A figure that reaches down over several rows is the first one's.
    if (is_target(label, head, figure)) {
      ++set_aside_;
      return;
    }
    if (grid_->at(row, column)->repeated) return;
    const Whose whose = this->whose(with_group(label, row, column), head);
    if (whose.contradicted) ++out_.contradicted;
    if (!whose.subject || (out_.names && !has_owner(label, head))) {
      if (figure.number.decimals == 2) ++out_.without_subject;
      return;
    }
    ReadFigure read{.cell = grid_->at(row, column), .figure = figure, .subject = *whose.subject};
    read.subject_from = whose.from;
    read.weak = whose.weak;
    set_year(read, label, head);
    set_owner(read, label, head);
    read.rank = label.rank;
    read.rank_of = label.rank_of;
    read.grade = figure.level ? figure.level : grade_beside(row, column, read);
    read.percent = figure.percent || head.sense.percent;
    read.quote = quote(row);
    out_.figures.push_back(std::move(read));
  }

  // How many rows the cell that begins here reaches over.
  [[nodiscard]] int height(int row, int column) const {
    int end = row + 1;
    while (end < grid_->row_count() && grid_->at(end, column) != nullptr && grid_->at(end, column)->repeated) ++end;
    return end - row;
  }

  // A figure that reaches down beside an instrument over the rows of its indicators is the instrument's.
  [[nodiscard]] RowLabel with_group(const RowLabel& label, int row, int column) const {
    const int rows = height(row, column);
    if (rows == 1) return label;
    RowLabel group = label;
    group.subject.reset();
    for (int other = 0; other < grid_->column_count(); ++other) {
      const auto& subject = senses_->of(grid_->at(row, other)).label.subject;
      const bool tells = out_.columns[static_cast<std::size_t>(other)].role == ColumnRole::subject && subject;
      if (tells && height(row, other) == rows && (!group.subject || subject->rank() > group.subject->rank()))
        group.subject = subject;
    }
    return group.subject ? group : label;
  }

  // Whole numbers that only a year heads are targets, not results.
  static bool is_target(const RowLabel& label, const ReadColumn& head, const CellFigure& figure) {
    const bool year = (head.sense.year && head.sense.rest.empty()) || (label.year && !label.subject);
    return year && figure.number.decimals == 0 && figure.number.value != kHighestScore;
  }

  static bool has_owner(const RowLabel& label, const ReadColumn& head) { return label.owner || head.owner; }

  static void set_year(ReadFigure& read, const RowLabel& label, const ReadColumn& head) {
    read.year = head.sense.year ? head.sense.year : label.year;
    if (read.year) read.year_from = head.sense.year ? StatedIn::column : StatedIn::row;
  }

  static void set_owner(ReadFigure& read, const RowLabel& label, const ReadColumn& head) {
    read.owner = label.owner ? label.owner : head.owner;
    if (read.owner) read.owner_from = label.owner ? StatedIn::row : StatedIn::column;
  }

  // The finer of what row and column name; the words "total" and "score" where neither names anything.
  [[nodiscard]] Whose whose(const RowLabel& label, const ReadColumn& head) const {
    const auto& row = label.subject;
    const auto& column = head.sense.subject;
    if (row && column && row->rank() == column->rank() && *row != *column) return {.contradicted = true};
    if (head.sense.several && !row) return {};
    if (context_->other_matter && !column && instruments() < 2) return {};
    if (row && (!column || row->rank() >= column->rank())) return {.subject = row, .from = StatedIn::row};
    if (column && label.total && column->kind != SubjectKind::ita) return {};  // a sum of that instrument over the rows
    if (column) return {.subject = column, .from = StatedIn::column};
    return by_word(label, head);
  }

  [[nodiscard]] Whose by_word(const RowLabel& label, const ReadColumn& head) const {
    const LabelSense& sense = head.sense;
    const bool beside_instruments = instruments() >= 2;
    if (label.total && (sense.value || sense.year || sense.total || head.owner || sense.empty())) {
      if (!subjects_in_rows_ && !(told_by_title() && decimals_)) return {};
      return total(StatedIn::row, !subjects_in_rows_);
    }
    if (label.words_unknown) return {};
    if (sense.total && (beside_instruments || ((told_by_title() || told_by_levels()) && decimals_)))
      return total(StatedIn::column, !beside_instruments);
    if ((sense.value || sense.total) && told_by_title() && decimals_ && !subjects_in_rows_)
      return total(StatedIn::caption, true);
    return {};
  }

  [[nodiscard]] Whose total(StatedIn from, bool weak) const {
    const bool part = context_->subject && context_->subject->kind != SubjectKind::ita;
    if (part) return {.subject = context_->subject, .from = StatedIn::caption, .weak = weak};
    return {.subject = Subject{SubjectKind::ita, ""}, .from = from, .weak = weak};
  }

  // "คะแนน" over one figure an office or a year, under a title of the assessment.
  [[nodiscard]] bool told_by_title() const { return context_->about && !context_->other_matter; }

  // "คะแนนรวม" of each office and its level, in a report on the assessment: single letters may be any scale's.
  [[nodiscard]] bool told_by_levels() const {
    if (!context_->report_about || context_->other_matter || !out_.names) return false;
    for (int column = 0; column < grid_->column_count(); ++column) {
      if (out_.columns[static_cast<std::size_t>(column)].role != ColumnRole::level) continue;
      for (int row = out_.header_rows; row < grid_->row_count(); ++row) {
        const auto& level = senses_->of(grid_->at(row, column)).level;
        if (level && level->size() > 1) return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::size_t instruments() const {
    std::set<Subject> named;
    for (const ReadColumn& column : out_.columns) {
      if (column.role == ColumnRole::figure && column.sense.subject && !column.sense.no_score)
        named.insert(*column.sense.subject);
    }
    return named.size();
  }

  // Scores are printed to two places; whole numbers alone under "score" may be of anything, but for a level beside.
  [[nodiscard]] bool has_decimals() const {
    int figures = 0;
    int decimals = 0;
    bool levels = false;
    for (int column = 0; column < grid_->column_count(); ++column) {
      const ReadColumn& head = out_.columns[static_cast<std::size_t>(column)];
      levels = levels || head.role == ColumnRole::level;
      if (head.role != ColumnRole::figure || head.sense.no_score) continue;
      for (int row = out_.header_rows; row < grid_->row_count(); ++row) {
        const auto& figure = senses_->of(grid_->at(row, column)).figure;
        if (!figure) continue;
        ++figures;
        if (figure->number.decimals > 0) ++decimals;
      }
    }
    return levels || decimals > figures * kMostOfTable;
  }

  // The level of a figure: its own column says so by instrument or year, or it is the total's, or the only figure's.
  [[nodiscard]] std::optional<std::string> grade_beside(int row, int column, const ReadFigure& read) const {
    for (int other = 0; other < grid_->column_count(); ++other) {
      const ReadColumn& head = out_.columns[static_cast<std::size_t>(other)];
      if (head.role != ColumnRole::level || !is_level_of(other, column, read)) continue;
      return senses_->of(grid_->at(row, other)).level;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_level_of(int level, int column, const ReadFigure& read) const {
    const LabelSense& head = out_.columns[static_cast<std::size_t>(level)].sense;
    const LabelSense& own = out_.columns[static_cast<std::size_t>(column)].sense;
    if (head.year && own.year && head.year != own.year) return false;
    if (head.subject && head.subject->kind != SubjectKind::ita) return head.subject == read.subject;
    const bool among = figure_before(level) >= 0 && has_figures_behind(level);
    if (among || count(ColumnRole::level) > 1 || totals() > 1) return figure_before(level) == column;
    return read.subject.kind == SubjectKind::ita || count(ColumnRole::figure) == 1;
  }

  // Columns of overall figures: of several years, say.
  [[nodiscard]] std::ptrdiff_t totals() const {
    return std::ranges::count_if(out_.columns, [](const ReadColumn& column) {
      const LabelSense& sense = column.sense;
      const bool overall = sense.subject ? sense.subject->kind == SubjectKind::ita : sense.total;
      return column.role == ColumnRole::figure && !sense.no_score && overall;
    });
  }

  [[nodiscard]] std::ptrdiff_t count(ColumnRole role) const {
    return std::ranges::count_if(out_.columns, [&](const ReadColumn& column) {
      return column.role == role && (role != ColumnRole::figure || !column.sense.no_score);
    });
  }

  [[nodiscard]] bool has_figures_behind(int column) const {
    while (++column < grid_->column_count()) {
      if (out_.columns[static_cast<std::size_t>(column)].role == ColumnRole::figure) return true;
    }
    return false;
  }

  [[nodiscard]] int figure_before(int column) const {
    while (--column >= 0) {
      if (out_.columns[static_cast<std::size_t>(column)].role == ColumnRole::figure) break;
    }
    return column;
  }

  [[nodiscard]] std::string quote(int row) const {
    std::string text;
    const TableCell* last = nullptr;
    for (int column = 0; column < grid_->column_count(); ++column) {
      const TableCell* cell = grid_->at(row, column);
      if (cell == nullptr || cell == last) continue;
      last = cell;
      text += (text.empty() ? "" : " | ") + cell->text;
    }
    return text;
  }

  const Grid* grid_;
  const TableContext* context_;
  CellSenses* senses_;
  TableReading out_;
  bool decimals_ = false;
  bool subjects_in_rows_ = false;
  int set_aside_ = 0;
};

std::string subject_name(const Subject& subject) {
  const std::string kind(word_of(subject.kind));
  return subject.no.empty() ? kind : kind + " " + subject.no;
}

std::string words_of(const ReadColumn& column) {
  switch (column.role) {
    case ColumnRole::rank:
      return "rank";
    case ColumnRole::name:
      return "names of offices";
    case ColumnRole::subject:
      return "what was assessed";
    case ColumnRole::year:
      return "years";
    case ColumnRole::level:
      return "levels";
    case ColumnRole::figure:
      break;
    case ColumnRole::none:
      return "-";
  }
  if (column.sense.no_score) return "figures that are no scores";
  std::string words =
      column.sense.subject ? "figures of " + subject_name(*column.sense.subject) : std::string("figures");
  if (column.sense.total && !column.sense.subject) words += " (total)";
  if (column.owner) words += " of " + *column.owner;
  if (column.sense.year) words += " in " + std::to_string(*column.sense.year);
  return words;
}

}  // namespace

namespace {

template <typename Kinds>
std::size_t count_named(const std::vector<ReadFigure>& figures, const Kinds& is_meant) {
  std::set<Subject> named;
  for (const ReadFigure& figure : figures) {
    if (!figure.weak && is_meant(figure.subject.kind)) named.insert(figure.subject);
  }
  return named.size();
}

}  // namespace

std::size_t TableReading::named_subjects() const {
  return count_named(figures,
                     [](SubjectKind kind) { return kind != SubjectKind::ita && kind != SubjectKind::indicator; });
}

std::size_t TableReading::named_indicators() const {
  return count_named(figures, [](SubjectKind kind) { return kind == SubjectKind::indicator; });
}

std::string TableReading::describe() const {
  std::string out = turned ? "turned over (columns are records), " : "rows are records, ";
  if (upside_down) out += "labels below figures, ";
  out += std::to_string(header_rows) + (header_rows == 1 ? " line of header; " : " lines of header; ");
  bool first = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].role == ColumnRole::none) continue;
    out += (first ? "" : ", ") + std::to_string(i + 1) + " " + words_of(columns[i]);
    first = false;
  }
  return out;
}

TableReading read_grid(const Grid& grid, int header_rows, const TableContext& context, CellSenses& senses) {
  return GridReader(grid, header_rows, context, senses).read();
}

}  // namespace prongsai::layouts::scores
