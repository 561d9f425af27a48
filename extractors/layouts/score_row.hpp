// One row of a table of scores: what it says of whose figures they are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/reading.hpp"
#include "extractors/layouts/score_columns.hpp"
#include "models/record.hpp"
#include "models/record_view.hpp"

namespace prongsai::layouts {

struct RowSubject {
  std::string subject;  // ITA, IIT, EIT, OIT, indicator, item; "": the row names none
  std::optional<std::string> no;
};

// The record's cells, columns and knowledge must outlive it.
class ScoreRow {
 public:
  ScoreRow(RowOf<CellRecord> row, const ScoreColumns& columns, const Knowledge& knowledge);

  [[nodiscard]] CellRecord* cell(std::optional<int> column) const;  // null where the row has none there
  [[nodiscard]] std::string text() const;                           // all cells, "a | b | c"

  // Cells that say what the row is about: neither figures nor levels nor blanks.
  [[nodiscard]] const std::vector<const CellRecord*>& names() const { return names_; }
  [[nodiscard]] RowSubject subject() const;
  [[nodiscard]] std::optional<int> year() const;  // alone in its cell: "ปีงบประมาณ พ.ศ. ๒๕๖๖"
  [[nodiscard]] std::optional<int> rank() const;  // of the row's office
  [[nodiscard]] bool is_no_score() const;         // full marks, weights, targets, changes: the row says so first

  // The level beside a figure: of its year, or the only one of a row that has one such figure.
  [[nodiscard]] std::optional<std::string> level_beside(int column) const;

 private:
  [[nodiscard]] bool is_figure(const CellRecord& cell) const;
  [[nodiscard]] RowSubject subject_in(const std::string& name) const;
  [[nodiscard]] const ScoreWords& words() const { return knowledge_->scores; }

  RowOf<CellRecord> row_;
  const ScoreColumns* columns_;
  const Knowledge* knowledge_;
  std::vector<const CellRecord*> names_;
};

// A row of means or totals.
[[nodiscard]] bool is_summary(const std::string& name, const ScoreWords& words);

}  // namespace prongsai::layouts
