// Where marks stand in the print at hand.
//
// Lines set tight leave a tone mark as near to the foot of the line above as to the vowel that it belongs on. But a
// font puts each mark at its own height, and marks of clear belonging show these heights: a mark between two lines
// belongs to the one in which it stands where marks stand.
#pragma once

#include <array>
#include <vector>

#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

// A mark's extent above a line's baseline (below: negative) and its width, in heights of the line's letters. Of two
// marks in much the same place, ่ is a thin stroke and ุ has a head; and each keeps to the right edge of the letter
// that carries it, where a mark of another line falls by chance.
struct MarkPlace {
  double top = 0;
  double bottom = 0;
  double width = 0;
  double shift = 0;  // from the nearest right edge of a letter to the mark's
};

// The components of `line` are its letters.
[[nodiscard]] MarkPlace place_in(const InkMap& ink, const CutLine& line, const Component& mark);

class MarkPlaces {
 public:
  MarkPlaces();
  void add(const MarkPlace& place, double weight);
  // How many of the marks seen stood there, as a share of the busiest place; never 0.
  [[nodiscard]] double likelihood(const MarkPlace& place) const;

 private:
  [[nodiscard]] double shift_likelihood(const MarkPlace& place) const;

  std::array<std::vector<double>, 2> shifts_;  // of marks below and above letters, in steps
  std::vector<float> counts_;                  // by width, top and bottom, in steps
  float busiest_ = 0;
};

}  // namespace prongsai::source
