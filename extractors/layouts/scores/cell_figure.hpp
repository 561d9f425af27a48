// The figure in a cell of a table of scores.
#pragma once

#include <optional>
#include <string>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

inline constexpr double kHighestScore = 100;

struct CellFigure {
  FigureText number;
  std::string printed;
  std::optional<std::string> level;  // that stands in the same cell
  bool percent = false;              // the cell says so
  bool guessed = false;              // put together, mended, or the other reader's
};

// A figure alone in its cell, or with its unit, its level or what it changed by: "98.28 %", "ร้อยละ 98.28",
// "98.28 คะแนน", "95.13 (AA)", "86.05 ▲ 3.10"; one
// broken by a line's end or a blank; of two readings of pixels the one that a score can be. Nothing for all else, and
// for more than any score can be.
[[nodiscard]] std::optional<CellFigure> figure_in(const TableCell& cell, const ScoreWords& words);

}  // namespace prongsai::layouts::scores
