// Where marks stand in the print at hand.
//
// Lines set tight leave a tone mark as near to the foot of the line above as to the vowel that it belongs on. But a
// font puts each mark at its own height, and marks of clear belonging show these heights: a mark between two lines
// belongs to the one in which it stands where marks stand.
#pragma once

#include <vector>

#include "extractors/source/line_cut.hpp"

namespace prongsai::source {

// A mark's extent above a line's baseline (below: negative), in heights of the line's letters.
struct MarkPlace {
  double top = 0;
  double bottom = 0;
};

[[nodiscard]] MarkPlace place_in(const CutLine& line, const Component& mark);

class MarkPlaces {
 public:
  MarkPlaces();
  void add(const MarkPlace& place, double weight);
  // How many of the marks seen stood there, as a share of the busiest place; never 0.
  [[nodiscard]] double likelihood(const MarkPlace& place) const;

 private:

  std::vector<double> counts_;  // by top and bottom, in steps
  double busiest_ = 0;
};

}  // namespace prongsai::source
