#include "extractors/layouts/scores/figure_subjects.hpp"

#include <algorithm>
#include <set>

namespace prongsai::layouts::scores {
namespace {

constexpr double kMostOfTable = 0.5;

}  // namespace

FigureSubjects::FigureSubjects(const Grid& grid, const TableReading& reading, const TableContext& context,
                               CellSenses& senses, bool in_rows)
    : grid_(&grid), reading_(&reading), context_(&context), senses_(&senses), in_rows_(in_rows) {
  decimals_ = has_decimals();
}

FigureSubject FigureSubjects::of(const RowLabel& label, const ReadColumn& head) const {
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

FigureSubject FigureSubjects::by_word(const RowLabel& label, const ReadColumn& head) const {
  const LabelSense& sense = head.sense;
  const bool beside_instruments = instruments() >= 2;
  if (label.total && (sense.value || sense.year || sense.total || head.owner || sense.empty())) {
    if (!in_rows_ && !(told_by_title() && decimals_)) return {};
    return total(StatedIn::row, !in_rows_);
  }
  if (label.words_unknown) return {};
  if (sense.total && (beside_instruments || ((told_by_title() || told_by_levels()) && decimals_)))
    return total(StatedIn::column, !beside_instruments);
  // "หน่วยงาน | ปี 2567 | ปี 2568": of each office a figure a year.
  const bool years_by_office = sense.year && sense.rest.empty() && reading_->names;
  if ((sense.value || sense.total || years_by_office) && told_by_title() && decimals_ && !in_rows_)
    return total(StatedIn::caption, true);
  return {};
}

FigureSubject FigureSubjects::total(StatedIn from, bool weak) const {
  const bool part = context_->subject && context_->subject->kind != SubjectKind::ita;
  if (part) return {.subject = context_->subject, .from = StatedIn::caption, .weak = weak};
  return {.subject = Subject{SubjectKind::ita, ""}, .from = from, .weak = weak};
}

// "คะแนน" over one figure an office or a year, under a title of the assessment.
bool FigureSubjects::told_by_title() const {
  return context_->about && !context_->other_matter;
}

// "คะแนนรวม" of each office and its level, in a report on the assessment: single letters may be any scale's.
bool FigureSubjects::told_by_levels() const {
  if (!context_->report_about || context_->other_matter || !reading_->names) return false;
  for (int column = 0; column < grid_->column_count(); ++column) {
    if (reading_->columns[static_cast<std::size_t>(column)].role != ColumnRole::level) continue;
    for (int row = reading_->header_rows; row < grid_->row_count(); ++row) {
      const auto& level = senses_->of(grid_->at(row, column)).level;
      if (level && level->size() > 1) return true;
    }
  }
  return false;
}

std::size_t FigureSubjects::instruments() const {
  std::set<Subject> named;
  for (const ReadColumn& column : reading_->columns) {
    if (column.role == ColumnRole::figure && column.sense.subject && !column.sense.no_score)
      named.insert(*column.sense.subject);
  }
  return named.size();
}

// Scores are printed to two places; whole numbers alone under "score" may be of anything, but for a level beside.
bool FigureSubjects::has_decimals() const {
  int figures = 0;
  int decimals = 0;
  bool levels = false;
  for (int column = 0; column < grid_->column_count(); ++column) {
    const ReadColumn& head = reading_->columns[static_cast<std::size_t>(column)];
    levels = levels || head.role == ColumnRole::level;
    if (head.role != ColumnRole::figure || head.sense.no_score) continue;
    for (int row = reading_->header_rows; row < grid_->row_count(); ++row) {
      const auto& figure = senses_->of(grid_->at(row, column)).figure;
      if (!figure) continue;
      ++figures;
      if (figure->number.decimals > 0) ++decimals;
    }
  }
  return levels || decimals > figures * kMostOfTable;
}

}  // namespace prongsai::layouts::scores
