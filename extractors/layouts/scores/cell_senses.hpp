// What each cell of a table holds, found once for all readings of it.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "extractors/layouts/scores/cell_figure.hpp"
#include "extractors/layouts/scores/label_sense.hpp"
#include "extractors/layouts/scores/rank_in.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

struct CellSense {
  bool blank = true;
  bool has_digits = false;
  bool office = false;               // begins as an office's name does
  bool person_or_time = false;       // a title of a person, a month: no office, whatever stands over it
  std::optional<CellFigure> figure;  // alone in the cell
  std::optional<std::string> level;  // alone in the cell
  std::optional<Rank> rank;          // … with the number of those ranked
  LabelSense label;                  // of words that are neither
  [[nodiscard]] bool words() const { return !blank && !figure && !level; }
};

class CellSenses {
 public:
  // Must outlive it.
  explicit CellSenses(const LabelReader& labels) : labels_(&labels) {}

  // Indicators by their numbers alone: "ตัวชี้วัดที่ | 1 | 2 | … | 10", in a row, down the first column or below it. Each of
  // these cells is then read as "ตัวชี้วัดที่ 1" and so on; and so are those of a list in its own words, numbered as the
  // indicators are (numbered_indicators.hpp).
  void name_indicators(const Table& table);

  // Where one label of a table alone begins with an instrument, what follows says what it looks at and names no
  // indicator: "IIT คนใน | EIT ผู้รับบริการ | OIT การเปิดเผยข้อมูล".
  void name_instruments(const Table& table);

  [[nodiscard]] const CellSense& of(const TableCell* cell);    // null: a blank one
  [[nodiscard]] CellSense fresh(const TableCell& cell) const;  // of a cell that will not stay where it is
  [[nodiscard]] const LabelReader& labels() const { return *labels_; }

 private:
  using Cells = std::vector<const TableCell*>;

  void name_below(const TableRow& heads, const TableRow& numbers);
  [[nodiscard]] bool calls_indicators(std::string_view tight_text) const;
  void name_counted(const TableCell& corner, const Cells& cells);
  void name_listed(const Cells& cells);

  const LabelReader* labels_;
  std::map<const TableCell*, CellSense> known_;
};

}  // namespace prongsai::layouts::scores
