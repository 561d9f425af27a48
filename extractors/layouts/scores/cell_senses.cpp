#include "extractors/layouts/scores/cell_senses.hpp"

#include <algorithm>
#include <set>

#include "extractors/layouts/scores/numbered_indicators.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/find/titles.hpp"

namespace prongsai::layouts::scores {
namespace {

// Bytes: a longer text is neither figure nor label, and not looked into.
constexpr std::size_t kLongestText = 700;

constexpr std::size_t kFewestIndicators = 3;

// Whether the cells hold 1, 2, 3 … and nothing else.
bool count_up(const std::vector<const TableCell*>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto numbers = text::find_numbers(cells[i]->text);
    const bool alone =
        numbers.size() == 1 && numbers.front().decimals == 0 &&
        tight(cells[i]->text).size() ==
            tight(cells[i]->text.substr(numbers.front().begin, numbers.front().end - numbers.front().begin)).size();
    if (!alone || numbers.front().value != static_cast<double>(i + 1)) return false;
  }
  return cells.size() >= kFewestIndicators;
}

bool names_a_person_or_a_time(std::string_view words) {
  const std::string compact = tight(words);
  if (text::begins_with_title(compact)) return true;
  const std::string_view behind_day =
      std::string_view(compact).substr(std::min(compact.find_first_not_of("0123456789"), compact.size()));
  return std::ranges::any_of(text::lexicon().months.months, [&](const auto& month) {
    return behind_day.starts_with(month.name.text) || behind_day.starts_with(month.short_form);
  });
}

}  // namespace

void CellSenses::name_indicators(const Table& table) {
  if (table.rows.empty() || table.rows.front().cells.empty()) return;
  const TableCell& corner = table.rows.front().cells.front();
  Cells along;
  for (const TableCell& cell : table.rows.front().cells) {
    if (&cell != &corner) along.push_back(&cell);
  }
  Cells down;
  for (const TableRow& row : table.rows) {
    if (&row != &table.rows.front() && !row.cells.empty() && row.cells.front().col == 0)
      down.push_back(&row.cells.front());
  }
  for (std::size_t row = 0; row + 1 < table.rows.size(); ++row) name_below(table.rows[row], table.rows[row + 1]);
  for (Cells* cells : {&along, &down}) {
    name_counted(corner, *cells);
    name_listed(*cells);
    cells->insert(cells->begin(), &corner);  // where no header stands over the list
    name_listed(*cells);
  }
}

// "ตัวชี้วัดที่" over the columns 1, 2, 3 …: one cell over all of them, or one a column.
void CellSenses::name_below(const TableRow& heads, const TableRow& numbers) {
  for (std::size_t i = 0; i < heads.cells.size(); ++i) {
    const TableCell& head = heads.cells[i];
    const std::string word = tight(head.text);
    if (!calls_indicators(word)) continue;
    int end = head.col + std::max(head.col_span, 1);
    while (i + 1 < heads.cells.size() && tight(heads.cells[i + 1].text) == word) {
      ++i;
      end = heads.cells[i].col + std::max(heads.cells[i].col_span, 1);
    }
    Cells cells;
    for (const TableCell& cell : numbers.cells) {
      if (cell.col >= head.col && cell.col < end) cells.push_back(&cell);
    }
    name_counted(head, cells);
  }
}

// "ตัวชี้วัดที่", "คะแนนรายตัวชี้วัด"; not "จำนวนตัวชี้วัด".
bool CellSenses::calls_indicators(std::string_view tight_text) const {
  return ends_with_any(tight_text, labels_->words().indicator_words) > 0 &&
         !contains_any(tight_text, labels_->table().counting);
}

void CellSenses::name_counted(const TableCell& corner, const Cells& cells) {
  const auto& names = labels_->words().indicator_words;
  if (!calls_indicators(tight(corner.text)) || !count_up(cells)) return;
  for (const TableCell* cell : cells) {
    TableCell named = *cell;
    named.text = names.front() + " " + cell->text;
    known_.emplace(cell, fresh(named));
  }
}

void CellSenses::name_listed(const Cells& cells) {
  std::vector<std::string> labels;
  for (const TableCell* cell : cells) labels.push_back(cell->text);
  const std::vector<int> numbers = numbered_indicators(labels, *labels_);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    CellSense sense = fresh(*cells[i]);
    sense.label.subject = Subject{SubjectKind::indicator, std::to_string(numbers[i])};
    sense.label.several = false;
    sense.label.no_score = false;
    sense.label.other = false;
    known_[cells[i]] = std::move(sense);
  }
}

void CellSenses::name_instruments(const Table& table) {
  std::map<Subject, std::vector<const TableCell*>> named;
  std::set<Subject> alone;
  for (const TableRow& row : table.rows) {
    for (const TableCell& cell : row.cells) {
      const LabelSense& label = of(&cell).label;
      if (label.instrument) named[*label.instrument].push_back(&cell);
      if (label.subject) alone.insert(*label.subject);
    }
  }
  for (const auto& [instrument, cells] : named) {
    if (cells.size() == 1 && !alone.contains(instrument)) known_.at(cells.front()).label.subject = instrument;
  }
}

const CellSense& CellSenses::of(const TableCell* cell) {
  static const CellSense kNone;
  if (cell == nullptr) return kNone;
  const auto known = known_.find(cell);
  return known != known_.end() ? known->second : known_.emplace(cell, fresh(*cell)).first->second;
}

CellSense CellSenses::fresh(const TableCell& cell) const {
  CellSense sense;
  sense.blank = is_blank_text(cell.text);
  if (sense.blank) return sense;
  if (cell.text.size() > kLongestText) return sense;
  sense.has_digits = !text::find_numbers(cell.text).empty();
  sense.level = labels_->words().level_of(cell.text);
  if (!sense.level) sense.figure = figure_in(cell, labels_->words());
  if (sense.level) return sense;
  sense.rank = rank_in(cell.text, labels_->words());
  // A bare year is no figure, but a label: 2566.
  sense.label = labels_->read(cell.text, cell.at.source);
  if (sense.label.year && sense.label.rest.empty()) sense.figure.reset();
  sense.person_or_time = names_a_person_or_a_time(cell.text);
  sense.office = !sense.figure && !sense.person_or_time && labels_->table().looks_like_office(cell.text);
  return sense;
}

}  // namespace prongsai::layouts::scores
