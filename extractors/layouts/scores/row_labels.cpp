#include "extractors/layouts/scores/row_labels.hpp"

#include <algorithm>

#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "models/checked_int.hpp"

namespace prongsai::layouts::scores {

namespace {

// "ระดับ ผ่านดี (5 แห่ง)": the level that a heading names and nothing else, but how many have it.
std::optional<std::string> level_heading(std::string_view text, const ScoreWords& words) {
  const std::string heading = tight(outside_brackets(without_list_number(text)));
  const std::size_t word = begins_with_any(heading, words.level_words);
  return word > 0 ? words.level_of(std::string_view(heading).substr(word)) : std::nullopt;
}

}  // namespace

RowLabels::RowLabels(const Grid& grid, const std::vector<ReadColumn>& columns, CellSenses& senses)
    : grid_(&grid), columns_(&columns), senses_(&senses) {
  ranked_ = std::ranges::any_of(columns, [](const ReadColumn& column) { return column.ranks; });
}

RowLabel RowLabels::next(int row) {
  RowLabel label;
  if (const TableCell* cell = section_cell(row)) {
    open_section(*cell);
    label.section = true;
    return label;
  }
  const TableCell* last = nullptr;
  for (int column = 0; column < grid_->column_count(); ++column) {
    const TableCell* cell = grid_->at(row, column);
    if (cell == nullptr || cell == last) continue;
    last = cell;
    read_cell(label, *cell, (*columns_)[static_cast<std::size_t>(column)]);
  }
  if (label.total && has(ColumnRole::name)) label.no_score = true;
  if (!label.subject && !label.total) label.subject = section_.subject;
  if (!label.year) label.year = section_.year;
  if (!label.owner && !has(ColumnRole::name)) label.owner = section_.owner;
  label.level = section_.level;
  if (!label.owner) label.rank.reset();
  if (!label.rank) label.rank_of.reset();
  return label;
}

void RowLabels::pass_header(int row) {
  const TableCell* cell = section_cell(row);
  if (cell != nullptr && level_heading(cell->text, senses_->labels().words())) open_section(*cell);
}

// The only filled cell of a row, when it holds words.
const TableCell* RowLabels::section_cell(int row) const {
  const TableCell* only = nullptr;
  for (int column = 0; column < grid_->column_count(); ++column) {
    const TableCell* cell = grid_->at(row, column);
    if (cell == nullptr || grid_->blank(row, column) || cell == only) continue;
    if (only != nullptr) return nullptr;
    only = cell;
  }
  if (only == nullptr || grid_->column_count() == 1) return nullptr;
  const bool words = senses_->of(only).words() || level_heading(only->text, senses_->labels().words());
  return words ? only : nullptr;
}

void RowLabels::open_section(const TableCell& cell) {
  const CellSense& sense = senses_->of(&cell);
  section_ = {};
  section_.subject = sense.label.subject;
  section_.year = sense.label.year;
  section_.level = level_heading(cell.text, senses_->labels().words());
  if (sense.office && !sense.label.subject) section_.owner = cell.text;
}

bool RowLabels::has(ColumnRole role) const {
  return std::ranges::any_of(*columns_, [&](const ReadColumn& column) { return column.role == role; });
}

void RowLabels::read_cell(RowLabel& label, const TableCell& cell, const ReadColumn& column) {
  const CellSense& sense = senses_->of(&cell);
  if (sense.blank || column.role == ColumnRole::figure || column.role == ColumnRole::level) return;
  if (sense.rank && column.ranks) {
    label.rank = sense.rank->place;
    label.rank_of = sense.rank->of;
    return;
  }
  if (sense.figure) {
    const double value = sense.figure->number.value;
    if (column.role == ColumnRole::rank && (column.ranks || !ranked_)) label.rank = checked_int(value);
    if (column.role == ColumnRole::subject && value >= 1 && value <= kIndicators)
      label.subject = Subject{SubjectKind::indicator, std::to_string(static_cast<int>(value))};
    return;
  }
  const LabelSense& words = sense.label;
  if (words.year && words.rest.empty()) {
    if (!column.years_of_work) label.year = words.year;
    return;
  }
  if (column.sense.other || (!heads(column) && has_heads())) return;
  const bool summary = senses_->labels().table().is_summary(tight(without_list_number(cell.text)));
  if (column.role == ColumnRole::name)
    read_name(label, cell, summary);
  else
    read_words(label, sense, summary);
}

void RowLabels::read_name(RowLabel& label, const TableCell& cell, bool summary) const {
  const CellSense& sense = senses_->of(&cell);
  if (summary || (sense.label.no_score && !sense.office)) label.no_score = true;
  if (!label.no_score) label.owner = cell.text;
}

void RowLabels::read_words(RowLabel& label, const CellSense& sense, bool summary) {
  const LabelSense& words = sense.label;
  if (words.no_score) label.no_score = true;
  if (words.total && !sense.office && !words.subject) label.total = true;
  if (summary && !words.total && !words.subject) label.no_score = true;
  if (words.subject && (!label.subject || words.subject->rank() > label.subject->rank())) label.subject = words.subject;
  if (words.year && !label.year) label.year = words.year;
  if (!words.subject && !words.total && !summary) label.words_unknown = true;
}

// Whether a column's words tell its rows apart.
bool RowLabels::heads(const ReadColumn& column) {
  return column.role == ColumnRole::name || column.role == ColumnRole::subject || column.role == ColumnRole::rank ||
         column.role == ColumnRole::year;
}

bool RowLabels::has_heads() const {
  return has(ColumnRole::name) || has(ColumnRole::subject) || has(ColumnRole::year);
}

}  // namespace prongsai::layouts::scores
