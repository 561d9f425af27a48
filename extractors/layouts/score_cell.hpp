// The figure in a cell of a table of scores.
#pragma once

#include <optional>
#include <string>

#include "extractors/layouts/score_words.hpp"
#include "extractors/text/numbers.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

inline constexpr double kHighestScore = 100;

struct CellFigure {
  text::Number number;
  std::string printed;
  std::optional<std::string> level;  // that stands in the same cell
  bool guessed = false;              // put together from two lines
};

// A figure alone in its cell, or with its unit or level: "98.28 %", "98.28 คะแนน", "95.13 (AA)"; or broken over two
// lines. Nothing for all else, and for more than any score can be.
[[nodiscard]] std::optional<CellFigure> figure_in(const CellRecord& cell, const ScoreWords& words);

}  // namespace prongsai::layouts
