// One reading of a table of figures: where its header ends, what its columns hold, and whose score each figure would
// be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

// Of one instrument at most: a number up to here may name one.
inline constexpr int kIndicators = 10;

enum class ColumnRole { none, rank, name, subject, year, level, figure };

// What the words over a table say of all its figures.
struct TableContext {
  bool about = false;              // they speak of the assessment
  bool report_about = false;       // the report's title does
  bool page_about = false;         // something else on its page does
  bool other_matter = false;       // … or of another one
  bool no_results = false;         // … or of what is planned, weighed or otherwise examined: nothing below is a score
  std::optional<Subject> subject;  // the one that they name
  std::string words;
};

struct ReadColumn {
  ColumnRole role = ColumnRole::none;
  std::string header;                // its levels from the top down, "a › b"
  LabelSense sense;                  // the lowest level that tells, else the one above
  std::optional<std::string> owner;  // the office that its header names
  bool years_of_work = false;        // its years are those in which something is done, not assessed
  bool ranks = false;                // of ranks: it says so, or of how many
};

struct ReadFigure {
  const TableCell* cell = nullptr;
  CellFigure figure;
  Subject subject;
  StatedIn subject_from = StatedIn::column;
  bool weak = false;  // "total" or "score" under a title that speaks of the assessment: no word of its own
  std::optional<int> year;
  std::optional<StatedIn> year_from;
  std::optional<std::string> owner;  // as printed
  std::optional<StatedIn> owner_from;
  std::optional<int> rank;
  std::optional<int> rank_of;
  std::optional<std::string> grade;
  bool percent = false;
  std::string quote;  // its row
};

struct TableReading {
  double evidence = 0;  // a cell
  bool turned = false;
  bool upside_down = false;
  int header_rows = 0;
  bool names = false;  // rows or columns name offices
  std::vector<ReadColumn> columns;
  std::vector<ReadFigure> figures;
  std::vector<const TableCell*> unread;  // where a figure stands that cannot be read
  int without_subject = 0;               // figures of two places that nothing names
  int contradicted = 0;                  // … that row and column name differently
  int sums_right = 0;
  int sums_wrong = 0;

  // How many different instruments, items and questions are named: what only this assessment has.
  [[nodiscard]] std::size_t named_subjects() const;
  // … and indicators, which other assessments number as well.
  [[nodiscard]] std::size_t named_indicators() const;
  // In words, for people: which columns hold what.
  [[nodiscard]] std::string describe() const;
};

// The grid must outlive the reading's cells' table.
[[nodiscard]] TableReading read_grid(const Grid& grid, int header_rows, const TableContext& context,
                                     CellSenses& senses);

}  // namespace prongsai::layouts::scores
