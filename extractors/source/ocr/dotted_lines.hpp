// The dots that a form leaves to be written on, found on a scan. Recognisers lose them, or see digits in them.
#pragma once

#include <vector>

#include "extractors/source/ocr/line_cut.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// A row of dots of one height, evenly spaced. Pixels of the page's picture.
struct DottedLine {
  PixelBox box;
  int dots = 0;
};

// Takes them out of the page's ink; rows from top to bottom. `letter`: height of a plain letter, pixels.
[[nodiscard]] std::vector<DottedLine> take_dotted_lines(InkMap& ink, double letter);

// Whether what was taken for a horizontal ruling is a row of dots, each about as wide as high. `letter`: height of a
// plain letter, pixels; a pixel darker than `ink_below` is ink.
[[nodiscard]] bool is_dotted_line(const Picture& grey, int ink_below, double letter, const PixelBox& ruling);

// A word of so many full stops, its box in points as read_words makes them.
[[nodiscard]] Word dotted_word(const CutPage& page, const DottedLine& line);

}  // namespace prongsai::source
