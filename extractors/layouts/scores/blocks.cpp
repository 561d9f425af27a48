#include "extractors/layouts/scores/blocks.hpp"

#include <algorithm>
#include <set>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr int kMostBlockHeaderRows = 3;
constexpr int kFewestHeaders = 2;
constexpr double kMostOfRow = 0.6;

struct RowContent {
  int filled = 0;  // different cells
  int heads = 0;   // that are worded as headers
  int figures = 0;
};

// A figure that stands in the text, readable or spoilt ("93.11?").
bool holds_places(const std::string& text) {
  return std::ranges::any_of(find_figures(text), [](const FigureText& figure) { return figure.decimals > 0; });
}

RowContent content_of(const Grid& grid, int row, CellSenses& senses) {
  RowContent out;
  std::set<const TableCell*> seen;
  for (int column = 0; column < grid.column_count(); ++column) {
    const TableCell* cell = grid.at(row, column);
    if (cell == nullptr || grid.blank(row, column) || !seen.insert(cell).second) continue;
    const CellSense& sense = senses.of(cell);
    ++out.filled;
    if (sense.figure || holds_places(cell->text)) ++out.figures;
    if (sense.words() && !sense.office && sense.label.is_header_like()) ++out.heads;
  }
  return out;
}

bool is_head(const RowContent& row) {
  return row.figures == 0 && row.heads >= kFewestHeaders && row.heads >= row.filled * kMostOfRow;
}

// The columns without those that are blank from top to bottom.
Grid without_blank_columns(const Grid& grid) {
  Grid out;
  out.rows.resize(grid.rows.size());
  for (std::size_t row = 0; row < grid.rows.size(); ++row) out.rows[row].header = grid.rows[row].header;
  for (int column = 0; column < grid.column_count(); ++column) {
    bool filled = false;
    for (int row = 0; row < grid.row_count() && !filled; ++row) filled = !grid.blank(row, column);
    if (!filled) continue;
    out.columns.push_back(grid.columns[static_cast<std::size_t>(column)]);
    for (int row = 0; row < grid.row_count(); ++row)
      out.rows[static_cast<std::size_t>(row)].cells.push_back(grid.at(row, column));
  }
  return out;
}

enum class Heads { any, with_key };  // one that tells rows apart: a place, an office

// Whether each header of a row comes again so many columns further right.
bool repeats(const Grid& grid, int row, int period, CellSenses& senses, Heads wanted) {
  int filled = 0;
  bool key = wanted == Heads::any;
  for (int column = 0; column + period < grid.column_count(); ++column) {
    const TableCell* cell = grid.at(row, column);
    const std::string words = tight(grid.text(row, column));
    if (words != tight(grid.text(row, column + period)) || cell == grid.at(row, column + period)) return false;
    if (column >= period || words.empty()) continue;
    ++filled;
    const LabelSense& sense = senses.of(cell).label;
    key = key || sense.rank || sense.name;
  }
  return filled >= kFewestHeaders && key;
}

int period_of(const Grid& grid, CellSenses& senses, Heads wanted) {
  for (int row = 0; row < std::min(kMostBlockHeaderRows, grid.row_count()); ++row) {
    for (int period = 2; period * 2 <= grid.column_count(); ++period) {
      if (grid.column_count() % period == 0 && repeats(grid, row, period, senses, wanted)) return period;
    }
  }
  return grid.column_count();
}

// The rows at which a new head begins, below figures.
std::vector<int> heads_below(const Grid& grid, CellSenses& senses) {
  std::vector<int> heads;
  bool figures = false;
  bool in_head = false;
  for (int row = 0; row < grid.row_count(); ++row) {
    const RowContent content = content_of(grid, row, senses);
    const bool head = is_head(content);
    if (head && figures && !in_head) heads.push_back(row);
    in_head = head;
    figures = figures || content.figures > 0;
  }
  return heads;
}

}  // namespace

std::vector<Grid> split_blocks(const Grid& grid, CellSenses& senses) {
  const Grid whole = without_blank_columns(grid);
  const int period = period_of(whole, senses, Heads::with_key);
  std::vector<Grid> blocks;
  for (int begin = 0; period > 0 && begin < whole.column_count(); begin += period) {
    const Grid part = whole.column_range(begin, begin + period);
    int top = 0;
    for (const int head : heads_below(part, senses)) {
      blocks.push_back(part.row_range(top, head));
      top = head;
    }
    blocks.push_back(part.row_range(top, part.row_count()));
  }
  return blocks;
}

std::vector<Grid> split_abreast(const Grid& block, CellSenses& senses) {
  const int period = period_of(block, senses, Heads::any);
  std::vector<Grid> parts;
  if (period == 0 || period == block.column_count()) return parts;
  for (int begin = 0; begin < block.column_count(); begin += period)
    parts.push_back(block.column_range(begin, begin + period));
  return parts;
}

}  // namespace prongsai::layouts::scores
