#include "extractors/layouts/score_row.hpp"

#include <algorithm>
#include <utility>

#include "extractors/layouts/score_subjects.hpp"
#include "extractors/layouts/tight_text.hpp"
#include "extractors/text/numbers.hpp"

namespace prongsai::layouts {

bool is_summary(const std::string& name, const ScoreWords& words) {
  return begins_with_any(tight(name), words.summary_rows) > 0;
}

ScoreRow::ScoreRow(RowOf<CellRecord> row, const ScoreColumns& columns, const Knowledge& knowledge)
    : row_(std::move(row)), columns_(&columns), knowledge_(&knowledge) {
  for (const auto* list : {&row_.above, &row_.cells}) {
    for (const CellRecord* cell : *list) {
      if (!is_figure(*cell) && !is_blank_text(cell->text) && !words().level_of(cell->text)) names_.push_back(cell);
    }
  }
}

CellRecord* ScoreRow::cell(std::optional<int> column) const {
  return column ? row_.at(*column + 1) : nullptr;
}

std::string ScoreRow::text() const {
  std::string text;
  for (const CellRecord* cell : row_.cells) text += (text.empty() ? "" : " | ") + cell->text;
  return text;
}

bool ScoreRow::is_figure(const CellRecord& cell) const {
  const int column = cell.col_no - 1;
  return std::ranges::find(columns_->values, column) != columns_->values.end() || columns_->figures.contains(column);
}

RowSubject ScoreRow::subject() const {
  for (const CellRecord* name : names_) {
    if (text::parse_number(name->text)) continue;
    auto subject = subject_in(name->text);
    if (!subject.subject.empty()) return subject;
  }
  return {};
}

RowSubject ScoreRow::subject_in(const std::string& name) const {
  const TightText compact(name);
  const auto mentions = find_subjects(name, compact, words());
  const auto best = std::max_element(mentions.begin(), mentions.end(),
                                     [](const auto& a, const auto& b) { return a.strength < b.strength; });
  if (best != mentions.end() && best->strength != SubjectMention::Strength::overall) {
    return {best->subject, best->subject_no.empty() ? std::nullopt : std::optional(best->subject_no)};
  }
  if (const auto indicator = knowledge_->checklists.indicator_of(name)) {
    return {"indicator", std::to_string(*indicator)};
  }
  const bool total = best != mentions.end() || is_summary(name, words());
  return {total ? "ITA" : "", std::nullopt};
}

std::optional<int> ScoreRow::year() const {
  for (const CellRecord* name : names_) {
    const Dated parts = dated(name->text, words());
    if (parts.year && parts.rest.empty()) return parts.year;
  }
  return std::nullopt;
}

std::optional<int> ScoreRow::rank() const {
  const CellRecord* place = cell(columns_->rank);
  if (place == nullptr || !columns_->office) return std::nullopt;
  const auto number = text::parse_number(place->text);
  return number ? std::optional(static_cast<int>(number->value)) : std::nullopt;
}

bool ScoreRow::is_no_score() const {
  const auto first =
      std::find_if(names_.begin(), names_.end(), [](const auto* name) { return !text::parse_number(name->text); });
  return first != names_.end() && begins_with_any(tight((*first)->text), words().no_score_rows) > 0;
}

std::optional<std::string> ScoreRow::level_beside(int column) const {
  const auto totals = std::ranges::count_if(columns_->figures, [](const auto& f) { return f.second == "ITA"; });
  const bool lone = columns_->levels.size() == 1 && columns_->values.size() <= 1 && totals <= 1;
  for (const int level : columns_->levels) {
    if (!lone && columns_->year_of(level) != columns_->year_of(column)) continue;
    if (const CellRecord* stated = cell(level)) return words().level_of(stated->text);
  }
  return std::nullopt;
}

}  // namespace prongsai::layouts
