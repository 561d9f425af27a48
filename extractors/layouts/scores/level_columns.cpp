#include "extractors/layouts/scores/level_columns.hpp"

#include <algorithm>

namespace prongsai::layouts::scores {

std::optional<std::string> LevelColumns::level_of(int row, int column, const Subject& subject) const {
  for (int other = 0; other < grid_->column_count(); ++other) {
    if (head(other).role != ColumnRole::level || !is_level_of(other, column, subject)) continue;
    return senses_->of(grid_->at(row, other)).level;
  }
  return std::nullopt;
}

bool LevelColumns::is_level_of(int level, int column, const Subject& subject) const {
  const LabelSense& its = head(level).sense;
  const LabelSense& own = head(column).sense;
  if (its.year && own.year && its.year != own.year) return false;
  if (its.subject && its.subject->kind != SubjectKind::ita) return its.subject == subject;
  const bool among = figure_before(level) >= 0 && has_figures_behind(level);
  if (among || count(ColumnRole::level) > 1 || totals() > 1) return figure_before(level) == column;
  return subject.kind == SubjectKind::ita || count(ColumnRole::figure) == 1;
}

// Columns of overall figures: of several years, say.
std::ptrdiff_t LevelColumns::totals() const {
  return std::ranges::count_if(*columns_, [](const ReadColumn& column) {
    const LabelSense& sense = column.sense;
    const bool overall = sense.subject ? sense.subject->kind == SubjectKind::ita : sense.total;
    return column.role == ColumnRole::figure && !sense.no_score && overall;
  });
}

std::ptrdiff_t LevelColumns::count(ColumnRole role) const {
  return std::ranges::count_if(*columns_, [&](const ReadColumn& column) {
    return column.role == role && (role != ColumnRole::figure || !column.sense.no_score);
  });
}

bool LevelColumns::has_figures_behind(int column) const {
  while (++column < grid_->column_count()) {
    if (head(column).role == ColumnRole::figure) return true;
  }
  return false;
}

int LevelColumns::figure_before(int column) const {
  while (--column >= 0) {
    if (head(column).role == ColumnRole::figure) break;
  }
  return column;
}

}  // namespace prongsai::layouts::scores
