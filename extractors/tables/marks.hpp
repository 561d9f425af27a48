// Footnote marks: a figure ends where its print ends.
#pragma once

#include "models/page.hpp"

namespace prongsai::tables {

// Takes out of the page's words what is a mark behind a figure, year, grade or word: a raised, smaller sign or two
// (๑, 2, *, †), set as such or spelt with superscript signs (¹). Each stands in `asides` then, with its box; the words
// keep what they say. A sign that begins a line, and the upper half of a fraction, stay.
void take_marks(Page& page);

}  // namespace prongsai::tables
