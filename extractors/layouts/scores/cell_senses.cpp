#include "extractors/layouts/scores/cell_senses.hpp"

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/numbers.hpp"

namespace prongsai::layouts::scores {
namespace {

// Bytes: a longer text is neither figure nor label, and not looked into.
constexpr std::size_t kLongestText = 700;

}  // namespace

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
  // A bare year is no figure, but a label: 2566.
  sense.label = labels_->read(cell.text, cell.at.source);
  if (sense.label.year && sense.label.rest.empty()) sense.figure.reset();
  sense.office = !sense.figure && labels_->table().looks_like_office(cell.text);
  return sense;
}

}  // namespace prongsai::layouts::scores
