// How a scanned page lies: turned by quarters, and askew by a few degrees. Both are told from where letters stand, so
// that rulings, pictures and specks have no say.
#pragma once

#include "extractors/source/image/scan_components.hpp"
#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

// Height in pixels of a letter without marks, ascender or tail (ก, น, ๐, x): the unit in which everything about a
// line is measured. The commonest height of components, weighed by their ink so that specks and tone marks do not
// outvote letters. 0 when the page has too little ink to tell.
[[nodiscard]] double letter_height(const InkMap& ink);
[[nodiscard]] double letter_height(const InkMap& ink, std::span<const std::size_t> among);

// The turn that would make the page readable.
struct Turn {
  int clockwise = 0;     // 0, 90, 180 or 270 degrees
  bool certain = false;  // false: up or down could not be told from the marks; reading both ways must decide
};

// Lines of print run along letters that share a baseline; Thai writes far more marks above its letters than below.
[[nodiscard]] Turn find_turn(const InkMap& ink, double letter_height);

// Degrees by which lines fall to the right (positive) on an upright page, within ±8; to about 0.02 on a page of print.
[[nodiscard]] double find_skew(const InkMap& ink, double letter_height);

[[nodiscard]] Picture turned(const Picture& picture, int clockwise);
// Turns back a page whose lines fall by `degrees`; the corners that appear are white.
[[nodiscard]] Picture levelled(const Picture& picture, double degrees);
[[nodiscard]] Picture enlarged(const Picture& picture, double factor);

}  // namespace prongsai::source
