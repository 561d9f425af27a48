// Where rows begin among the printed lines of one grid row: by numbers that count, by figures, by white, by the print.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/tables/bands.hpp"

namespace prongsai::tables {

using Starts = std::vector<std::size_t>;  // bands that begin a row; none: nothing tells where one does

// By numbers that count alone in the first column, and rows of totals under them.
[[nodiscard]] Starts counted_starts(const std::vector<Band>& bands, std::size_t first_cell);

// Whether those numbers count on, each with a line in most of the columns: rows that no ruling parts.
[[nodiscard]] bool counts_on(const std::vector<Band>& bands, const Starts& starts, std::size_t first_cell,
                             std::size_t columns);

// By labels that count on, or by figures: each line of them is a row of its own. `ruled`: rulings stand around the row.
[[nodiscard]] Starts rows_of_figures(const std::vector<Band>& bands, const std::vector<std::size_t>& cells, bool ruled);

// By whatever tells most. Rulings around a row speak for one row, and plain evidence is needed against them.
[[nodiscard]] Starts starts_in(const std::vector<Band>& bands, const std::vector<std::size_t>& cells, bool ruled);

// Where the print changes in every column that has lines above and below, in two of them at least.
[[nodiscard]] Starts print_starts(const std::vector<Band>& bands);

}  // namespace prongsai::tables
