// Lines of print gathered from connected components.
//
// Thai stacks marks above and below its letters, and reports are set so tight that the marks of neighbouring lines
// reach past each other: no straight cut parts them. So lines are built from their letters outwards: letters are
// chained to their neighbours, marks follow whatever is nearest and already belongs to a line, and ink that touches
// two lines is parted along the thinnest way between them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extractors/source/image/scan_components.hpp"
#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

// A piece of one printed line, without a gap wider than a few letters. Pixels of the page's picture.
struct CutLine {
  std::vector<std::size_t> components;  // indexes into the InkMap, from left to right
  PixelBox box;                         // around its ink
  int region = 0;                       // as given for its letters
  double letter = 0;                    // height of a plain letter
  double baseline = 0;                  // y of the letters' feet at x = 0
  double slope = 0;                     // its change a pixel to the right

  [[nodiscard]] double baseline_at(double x) const { return baseline + slope * x; }
};

// What stands on a page and how to tell its parts.
struct CutPage {
  const Picture& grey;  // clean, upright, level, without rulings
  InkMap& ink;          // ink that touches two lines is replaced by its parts
  double letter = 0;    // height of a plain letter, see letter_height
};

// `region_of[i]` says where component i stands: the number of a table cell, or -1 outside of tables. A line never
// reaches from one region into another. Lines come region by region, from top to bottom. Specks and remains of
// rulings belong to no line.
[[nodiscard]] std::vector<CutLine> cut_lines(const CutPage& page, std::vector<int> region_of);

// The line's own ink, and nothing else, on white, in the frame that the recogniser was taught on: room for a full
// stack of marks above and a vowel below, whether the line has them or not.
[[nodiscard]] Picture draw_line(const CutPage& page, const CutLine& line);
// Where draw_line puts the page's pixel column `x`: column - line_left(line).
[[nodiscard]] int line_left(const CutLine& line);

}  // namespace prongsai::source
