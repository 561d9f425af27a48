// The levels that stand beside the figures of a table: AA, ผ่านดี.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"
#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {

// The reading's columns must be read, and stay while this is used.
class LevelColumns {
 public:
  LevelColumns(const Grid& grid, const TableReading& reading, CellSenses& senses)
      : grid_(&grid), columns_(&reading.columns), senses_(&senses) {}

  // The level of a figure: its own column says so by instrument or year, or it is the total's, or the only figure's.
  [[nodiscard]] std::optional<std::string> level_of(int row, int column, const Subject& subject) const;

 private:
  [[nodiscard]] const ReadColumn& head(int column) const { return (*columns_)[static_cast<std::size_t>(column)]; }
  [[nodiscard]] bool is_level_of(int level, int column, const Subject& subject) const;
  [[nodiscard]] std::ptrdiff_t totals() const;
  [[nodiscard]] std::ptrdiff_t count(ColumnRole role) const;
  [[nodiscard]] bool has_figures_behind(int column) const;
  [[nodiscard]] int figure_before(int column) const;

  const Grid* grid_;
  const std::vector<ReadColumn>* columns_;
  CellSenses* senses_;
};

}  // namespace prongsai::layouts::scores
