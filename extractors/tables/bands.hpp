// Printed lines that run over all columns of a grid row: what rows are told by that no ruling parts.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

// One printed line over all columns of a row; in points, y downwards.
struct Band {
  double baseline = 0;                       // its lowest one
  double top = 0;                            // of its highest box
  double advance = 0;                        // of its smallest print
  std::map<std::size_t, const Line*> lines;  // by cell
};

// The cells of one grid row, left to right; none when one of them spans.
[[nodiscard]] std::vector<std::size_t> plain_row(const GridContent& content, int row);

// Of these cells, from the top down. The lines that they point to are the content's.
[[nodiscard]] std::vector<Band> bands_of(const GridContent& content, const std::vector<std::size_t>& cells);

// The distance of lines inside a row: the least usual one; 0 of a single band.
[[nodiscard]] double band_pitch(const std::vector<Band>& bands);

// ๑, ๑. or (๑) alone: a number that counts rows.
[[nodiscard]] bool is_row_number(const Line& line);

// Digits with points and commas and nothing else: ๒๘.๑๒, 1,204.
[[nodiscard]] bool is_figure(const Line& line);

// The columns behind the first in which nothing but figures stands, in two lines at least.
[[nodiscard]] std::vector<std::size_t> figure_columns(const std::vector<Band>& bands,
                                                      const std::vector<std::size_t>& cells);

// Lines that stand a little higher or lower than the figures of their row, as where cells are set at their foot, go
// with the figures that are nearest, if no other line of their column does.
[[nodiscard]] std::vector<Band> with_figures(const std::vector<Band>& bands, const std::vector<std::size_t>& cells);

}  // namespace prongsai::tables
