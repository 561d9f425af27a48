#include "extractors/layouts/scores/bracketed.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr double kMostOfCells = 0.5;

struct Halves {
  std::string before;
  std::string inside;
  std::size_t inside_at = 0;  // bytes
};

std::optional<Halves> halves_of(std::string_view text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
  if (!is_blank_text(text.substr(close + 1)) || is_blank_text(text.substr(0, open))) return std::nullopt;
  return Halves{std::string(text.substr(0, open)), std::string(text.substr(open + 1, close - open - 1)), open + 1};
}

// `at`: where it begins in the cell's text.
TableCell half(const TableCell& cell, std::string text, std::size_t at) {
  TableCell out = cell;
  out.doubts = doubts_in(cell.doubts, at, at + text.size());
  out.col_span = 1;
  out.raw_text = text;
  out.text = std::move(text);
  return out;
}

class Splitter {
 public:
  Splitter(const Grid& grid, CellSenses& senses, std::deque<TableCell>& made)
      : grid_(&grid), senses_(&senses), made_(&made) {}

  Grid split() {
    Grid out;
    out.rows.resize(grid_->rows.size());
    for (std::size_t row = 0; row < out.rows.size(); ++row) out.rows[row].header = grid_->rows[row].header;
    for (int column = 0; column < grid_->column_count(); ++column) {
      const int header = header_of(column);
      const bool two = header >= 0 && holds_two(column, header);
      for (const bool inside : {false, true}) {
        if (inside && !two) continue;
        out.columns.push_back(grid_->columns[static_cast<std::size_t>(column)]);
        for (int row = 0; row < grid_->row_count(); ++row) {
          const TableCell* cell = grid_->at(row, column);
          out.rows[static_cast<std::size_t>(row)].cells.push_back(two && row >= header ? part(cell, inside) : cell);
        }
      }
    }
    return out;
  }

 private:
  // The row of a column's header whose brackets hold a year and nothing else, and which is of another year itself.
  [[nodiscard]] int header_of(int column) {
    for (int row = 0; row < grid_->row_count(); ++row) {
      const TableCell* cell = grid_->at(row, column);
      if (cell == nullptr || senses_->of(cell).figure) continue;
      const auto halves = halves_of(cell->text);
      if (!halves) continue;
      const LabelSense own = senses_->labels().read(halves->before);
      const LabelSense other = senses_->labels().read(halves->inside);
      if (own.year && other.year && other.rest.empty() && own.year != other.year) return row;
    }
    return -1;
  }

  // Most of what is filled below the header is a figure and one in brackets.
  [[nodiscard]] bool holds_two(int column, int header) const {
    int filled = 0;
    int two = 0;
    for (int row = header + 1; row < grid_->row_count(); ++row) {
      if (grid_->blank(row, column)) continue;
      ++filled;
      if (two_figures(*grid_->at(row, column))) ++two;
    }
    return two > 0 && two >= filled * kMostOfCells;
  }

  [[nodiscard]] bool two_figures(const TableCell& cell) const {
    const auto halves = halves_of(cell.text);
    return halves && senses_->fresh(half(cell, halves->before, 0)).figure &&
           senses_->fresh(half(cell, halves->inside, halves->inside_at)).figure;
  }

  // Of a cell without brackets the first half is all.
  const TableCell* part(const TableCell* cell, bool inside) {
    if (cell == nullptr) return nullptr;
    const auto halves = halves_of(cell->text);
    if (!halves) return inside ? nullptr : cell;
    made_->push_back(inside ? half(*cell, halves->inside, halves->inside_at) : half(*cell, halves->before, 0));
    return &made_->back();
  }

  const Grid* grid_;
  CellSenses* senses_;
  std::deque<TableCell>* made_;
};

}  // namespace

Grid split_brackets(const Grid& grid, CellSenses& senses, std::deque<TableCell>& made) {
  return Splitter(grid, senses, made).split();
}

}  // namespace prongsai::layouts::scores
