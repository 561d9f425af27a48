// What the figures of a table score, by the words of row and column.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"
#include "extractors/layouts/scores/row_labels.hpp"
#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {

// What a figure scores, and where that is stated; nothing where neither row nor column nor title tells.
struct FigureSubject {
  std::optional<Subject> subject;
  StatedIn from = StatedIn::column;
  bool weak = false;          // by "total" or "score" alone
  bool contradicted = false;  // row and column name different things
};

// The reading's header, columns and names must be read, and stay while this is used.
class FigureSubjects {
 public:
  // `in_rows`: rows of the table name subjects.
  FigureSubjects(const Grid& grid, const TableReading& reading, const TableContext& context, CellSenses& senses,
                 bool in_rows);

  // The finer of what row and column name; the words "total" and "score" where neither names anything.
  [[nodiscard]] FigureSubject of(const RowLabel& label, const ReadColumn& head) const;

 private:
  [[nodiscard]] FigureSubject by_word(const RowLabel& label, const ReadColumn& head) const;
  [[nodiscard]] FigureSubject total(StatedIn from, bool weak) const;
  [[nodiscard]] bool told_by_title() const;
  [[nodiscard]] bool told_by_levels() const;
  [[nodiscard]] std::size_t instruments() const;
  [[nodiscard]] bool has_decimals() const;

  const Grid* grid_;
  const TableReading* reading_;
  const TableContext* context_;
  CellSenses* senses_;
  bool in_rows_ = false;
  bool decimals_ = false;
};

}  // namespace prongsai::layouts::scores
