#include "extractors/layouts/scores/stacked.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

using Lines = std::vector<std::string>;

// Those that are not blank.
Lines lines_of(const TableCell& cell) {
  Lines lines;
  for (std::size_t begin = 0; begin < cell.raw_text.size();) {
    const std::size_t end = std::min(cell.raw_text.find('\n', begin), cell.raw_text.size());
    std::string line = cell.raw_text.substr(begin, end - begin);
    if (!is_blank_text(line)) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

TableCell line_cell(const TableCell& cell, std::string text) {
  TableCell out = cell;
  out.raw_text = text;
  out.text = std::move(text);
  return out;
}

class Unstacker {
 public:
  Unstacker(const Grid& grid, CellSenses& senses, std::deque<TableCell>& made)
      : grid_(&grid), senses_(&senses), made_(&made) {}

  Grid split() {
    Grid out;
    out.columns = grid_->columns;
    for (int row = 0; row < grid_->row_count(); ++row) {
      const std::size_t lines = stacked_lines(row);
      if (lines == 0)
        out.rows.push_back(grid_->rows[static_cast<std::size_t>(row)]);
      else
        add_lines(out, row, lines);
    }
    return out;
  }

 private:
  // How many lines the row is to be split into; 0: none.
  [[nodiscard]] std::size_t stacked_lines(int row) const {
    std::size_t lines = 0;
    bool figures = false;
    bool names = false;
    for (int column = 0; column < grid_->column_count(); ++column) {
      const TableCell* cell = grid_->at(row, column);
      if (cell == nullptr || grid_->blank(row, column)) continue;
      if (cell->repeated || cell->col_span > 1) return 0;
      const Lines own = lines_of(*cell);
      if (own.size() == 1 && !senses_->of(cell).figure) continue;
      if (own.size() < 2 || (lines != 0 && own.size() != lines)) return 0;
      lines = own.size();
      figures = figures || are_figures(*cell, own);
      names = names || are_names(*cell, own);
    }
    return figures && names ? lines : 0;
  }

  // To two places each: a narrow column breaks one figure over two lines.
  [[nodiscard]] bool are_figures(const TableCell& cell, const Lines& lines) const {
    return std::ranges::all_of(lines, [&](const std::string& line) {
      const CellSense sense = senses_->fresh(line_cell(cell, line));
      return sense.figure && sense.figure->number.decimals == kScorePlaces;
    });
  }

  // Each line another subject, or another year.
  [[nodiscard]] bool are_names(const TableCell& cell, const Lines& lines) const {
    std::set<Subject> subjects;
    std::set<int> years;
    for (const std::string& line : lines) {
      const LabelSense sense = senses_->fresh(line_cell(cell, line)).label;
      if (sense.subject && !sense.no_score) subjects.insert(*sense.subject);
      if (sense.year && sense.rest.empty()) years.insert(*sense.year);
    }
    return subjects.size() == lines.size() || years.size() == lines.size();
  }

  void add_lines(Grid& out, int row, std::size_t count) {
    const GridLine& whole = grid_->rows[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i < count; ++i) {
      GridLine& line = out.rows.emplace_back();
      line.header = whole.header;
      for (const TableCell* cell : whole.cells) line.cells.push_back(part(cell, i, count));
    }
  }

  const TableCell* part(const TableCell* cell, std::size_t line, std::size_t count) {
    if (cell == nullptr) return nullptr;
    Lines lines = lines_of(*cell);
    if (lines.size() != count) return cell;
    made_->push_back(line_cell(*cell, std::move(lines[line])));
    return &made_->back();
  }

  const Grid* grid_;
  CellSenses* senses_;
  std::deque<TableCell>* made_;
};

}  // namespace

Grid split_stacks(const Grid& grid, CellSenses& senses, std::deque<TableCell>& made) {
  return Unstacker(grid, senses, made).split();
}

}  // namespace prongsai::layouts::scores
