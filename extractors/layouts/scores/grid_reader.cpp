// Reads a table as one with a header of that many lines.
#include <algorithm>
#include <utility>

#include "extractors/layouts/scores/columns.hpp"
#include "extractors/layouts/scores/evidence.hpp"
#include "extractors/layouts/scores/figure_subjects.hpp"
#include "extractors/layouts/scores/level_columns.hpp"
#include "extractors/layouts/scores/line_numbers.hpp"
#include "extractors/layouts/scores/row_labels.hpp"
#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {
namespace {

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
    RowLabels reader(*grid_, out_.columns, *senses_);
    std::vector<RowLabel> labels;
    for (int row = 0; row < out_.header_rows; ++row) reader.pass_header(row);
    for (int row = out_.header_rows; row < grid_->row_count(); ++row) labels.push_back(reader.next(row));
    const bool in_rows = std::ranges::any_of(labels, [](const RowLabel& label) { return label.subject.has_value(); });
    const FigureSubjects subjects(*grid_, out_, *context_, *senses_, in_rows);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const int row = out_.header_rows + static_cast<int>(i);
      if (labels[i].no_score)
        set_aside(row);
      else if (!labels[i].section)
        read_row(row, labels[i], subjects);
    }
    drop_line_numbers(out_.columns, out_.figures);
    weigh(out_, *grid_, *context_, *senses_);
    out_.evidence += set_aside_ * senses_->labels().table().weights.rank / std::max(1, filled_cells());
    return std::move(out_);
  }

 private:
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

  void read_row(int row, const RowLabel& label, const FigureSubjects& subjects) {
    for (int column = 0; column < grid_->column_count(); ++column) {
      const ReadColumn& head = out_.columns[static_cast<std::size_t>(column)];
      if (head.role != ColumnRole::figure || head.sense.no_score) continue;
      const CellSense& cell = senses_->of(grid_->at(row, column));
      if (cell.figure && head.sense.weighted && has_unweighted(row)) {
        ++set_aside_;
      } else if (cell.figure) {
        add(row, column, subjects.of(with_group(label, row, column), head), label, *cell.figure);
      } else if (!cell.blank && cell.has_digits && subjects.of(label, head).subject) {
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

  void add(int row, int column, const FigureSubject& whose, const RowLabel& label, const CellFigure& figure) {
    const ReadColumn& head = out_.columns[static_cast<std::size_t>(column)];
    // A figure that reaches down over several rows is the first one's.
    if (is_target(label, head, figure)) {
      ++set_aside_;
      return;
    }
    if (grid_->at(row, column)->repeated) return;
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
    read.grade = figure.level ? figure.level : LevelColumns(*grid_, out_, *senses_).level_of(row, column, read.subject);
    if (!read.grade && read.subject.kind == SubjectKind::ita) read.grade = label.level;
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

  void set_year(ReadFigure& read, const RowLabel& label, const ReadColumn& head) const {
    read.year = head.sense.year ? head.sense.year : label.year;
    if (read.year) read.year_from = head.sense.year ? StatedIn::column : StatedIn::row;
    if (read.year) return;
    read.year = year_over_labels();
    if (read.year) read.year_from = StatedIn::column;
  }

  // "แบบวัด (ปี 2566) | คะแนน": the year in the head of the labels is that of all figures beside them.
  [[nodiscard]] std::optional<int> year_over_labels() const {
    std::optional<int> year;
    for (const ReadColumn& column : out_.columns) {
      const bool labels = column.role == ColumnRole::subject || column.role == ColumnRole::name;
      if (labels && column.sense.year) year = column.sense.year;
    }
    return year;
  }

  static void set_owner(ReadFigure& read, const RowLabel& label, const ReadColumn& head) {
    read.owner = label.owner ? label.owner : head.owner;
    if (read.owner) read.owner_from = label.owner ? StatedIn::row : StatedIn::column;
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
  int set_aside_ = 0;
};

}  // namespace

TableReading read_grid(const Grid& grid, int header_rows, const TableContext& context, CellSenses& senses) {
  return GridReader(grid, header_rows, context, senses).read();
}

}  // namespace prongsai::layouts::scores
