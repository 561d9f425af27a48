// What each row of a table says of its own figures, and what rows above it say of all below them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"
#include "extractors/layouts/scores/table_reading.hpp"

namespace prongsai::layouts::scores {

struct RowLabel {
  bool section = false;   // a row that heads those below it: an instrument, a year, an office, a level
  bool no_score = false;  // full marks, weights, targets, changes, means over offices
  bool total = false;
  bool words_unknown = false;  // the row names something that is neither subject nor office nor total
  std::optional<Subject> subject;
  std::optional<int> year;
  std::optional<std::string> owner;
  std::optional<std::string> level;  // of the totals below a row that heads them: "ระดับ ผ่านดี (5 แห่ง)"
  std::optional<int> rank;
  std::optional<int> rank_of;
};

// Walks the body rows from the top down.
class RowLabels {
 public:
  // All must outlive it.
  RowLabels(const Grid& grid, const std::vector<ReadColumn>& columns, CellSenses& senses);

  [[nodiscard]] RowLabel next(int row);
  // A row of the header, the last of which may be the first group's: "ระดับ ผ่านดีเยี่ยม".
  void pass_header(int row);

 private:
  [[nodiscard]] const TableCell* section_cell(int row) const;
  void open_section(const TableCell& cell);
  void read_cell(RowLabel& label, const TableCell& cell, const ReadColumn& column);
  void read_name(RowLabel& label, const TableCell& cell, bool summary) const;
  static void read_words(RowLabel& label, const CellSense& sense, bool summary);
  [[nodiscard]] bool has(ColumnRole role) const;
  [[nodiscard]] bool has_heads() const;
  [[nodiscard]] static bool heads(const ReadColumn& column);

  const Grid* grid_;
  const std::vector<ReadColumn>* columns_;
  CellSenses* senses_;
  bool ranked_ = false;  // a column ranks the rows: one that numbers them does not
  RowLabel section_;
};

}  // namespace prongsai::layouts::scores
