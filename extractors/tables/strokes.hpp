// Drawn lines made ready for a grid: broken pieces closed, double lines told as one.
#pragma once

#include <span>
#include <vector>

#include "models/page.hpp"

namespace prongsai::tables {

// A horizontal or vertical line. Points.
struct Stroke {
  double at = 0;    // y of a horizontal line, x of a vertical one
  double from = 0;  // along the line, from < to
  double to = 0;
  double thickness = 0;  // 0 where it is not known

  [[nodiscard]] double length() const { return to - from; }
};

// The lines of one direction; pieces on one straight line that nearly touch become one.
[[nodiscard]] std::vector<Stroke> merge_strokes(std::span<const Ruling> rulings, bool horizontal);

// The share of [from, to] that strokes within `tolerance` of `at` cover, 0 to 1.
[[nodiscard]] double covered_share(std::span<const Stroke> strokes, double at, double from, double to,
                                   double tolerance);

// Positions closer than `tolerance` to their neighbour become one, weighted by the strokes' lengths. Ascending.
[[nodiscard]] std::vector<double> cluster_positions(std::span<const Stroke> strokes, double tolerance);

}  // namespace prongsai::tables
