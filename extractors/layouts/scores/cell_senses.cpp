#include "extractors/layouts/scores/cell_senses.hpp"

#include <algorithm>
#include <set>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/numbers.hpp"

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

}  // namespace

void CellSenses::name_indicators(const Table& table) {
  if (table.rows.empty() || table.rows.front().cells.empty()) return;
  const TableCell& corner = table.rows.front().cells.front();
  const auto& names = labels_->words().indicator_words;
  if (std::ranges::find(names, tight(corner.text)) == names.end()) return;
  std::vector<const TableCell*> along;
  for (const TableCell& cell : table.rows.front().cells) {
    if (&cell != &corner) along.push_back(&cell);
  }
  std::vector<const TableCell*> down;
  for (const TableRow& row : table.rows) {
    if (&row != &table.rows.front() && !row.cells.empty() && row.cells.front().col == 0)
      down.push_back(&row.cells.front());
  }
  for (const auto* cells : {&along, &down}) {
    if (!count_up(*cells)) continue;
    for (const TableCell* cell : *cells) {
      TableCell named = *cell;
      named.text = names.front() + " " + cell->text;
      known_.emplace(cell, fresh(named));
    }
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
  if (!sense.level) sense.figure = figure_in(cell, *doubtful_, labels_->words());
  if (sense.level) return sense;
  sense.rank = rank_in(cell.text, labels_->words());
  // A bare year is no figure, but a label: 2566.
  sense.label = labels_->read(cell.text, cell.at.source);
  if (sense.label.year && sense.label.rest.empty()) sense.figure.reset();
  sense.office = !sense.figure && labels_->table().looks_like_office(cell.text);
  return sense;
}

}  // namespace prongsai::layouts::scores
