// Letters chained to their neighbours: the backbone of a printed line.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

// Sizes in units of a plain letter's height.
namespace line_measure {
inline constexpr double kShortestLetter = 0.7;
inline constexpr double kTallestLetter = 1.45;  // ป, โ, ไ, capitals and figures
inline constexpr double kWidestGap = 2.5;       // a wider one parts columns
inline constexpr double kLargePrint =
    1.6;  // and more: print of another size, a heading or a figure to be seen from afar
}  // namespace line_measure

// Chains those of `among` that have a letter's height.
[[nodiscard]] std::vector<CutLine> chain_letters(const InkMap& ink, std::span<const std::size_t> among, double letter,
                                                 std::span<const int> region_of);

// Measures baseline, slope, letter height and box from the components anew.
void measure_line(const InkMap& ink, CutLine& line);

// Whether its letters stand as close as those of words do: marks of large print, which have the size of letters, stand
// a large letter apart.
[[nodiscard]] bool is_set_solid(const InkMap& ink, const CutLine& line);

// Pieces of one line that were chained apart become one. `grown`: they have taken what is taller than plain letters,
// which is no measure of these; the longer piece's holds.
void join_pieces(const InkMap& ink, std::vector<CutLine>& lines, bool grown = false);

// Marks grown together look like letters, and chain to a line of marks alone. Such lines are taken away; returns their
// components.
[[nodiscard]] std::vector<std::size_t> drop_false_lines(const InkMap& ink, std::vector<CutLine>& lines);

}  // namespace prongsai::source
