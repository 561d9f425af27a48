// Runs grouped into lines, lines mended and judged. For this library only.
#pragma once

#include <vector>

#include "extractors/source/image/rulings_runs.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// A drawn line seen along its length, in points. Horizontal: `along` is x and `across` is y; vertical: the reverse.
struct Line {
  double first = 0;   // along
  double last = 0;    // along
  double centre = 0;  // across
  double thickness = 0;
  double longest_piece = 0;  // of those it was joined from
  double straightness = 1;   // share of its bounding rectangle that is dark

  [[nodiscard]] double length() const { return last - first; }
};

// Runs of neighbouring rows that overlap make one line. `point` is the size of a pixel in points.
[[nodiscard]] std::vector<Line> group_runs(const std::vector<Run>& runs, double point);

// Pieces in one line joined; double lines and other close parallels made one.
[[nodiscard]] std::vector<Line> mended(std::vector<Line> lines);

// Short lines stay only where both ends meet lines of the other direction: the strokes of letters do not.
void drop_strokes(std::vector<Line>& horizontal, std::vector<Line>& vertical);

}  // namespace prongsai::source
