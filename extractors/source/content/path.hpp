// Paths as far as they matter to words: rectangles that may cover them, lines that may strike them out.
// For this library only.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "models/geometry.hpp"

namespace prongsai::source {

// Coordinates are default user space.
struct PathShape {
  std::vector<Box> rectangles;                   // its parts that are upright rectangles
  std::vector<std::pair<Point, Point>> strokes;  // its parts that are one straight line
  std::vector<std::array<Point, 3>> bends;       // its parts that are two straight lines: ticks
  Box box;                                       // around all of it; may be without height or width
  bool other = false;                            // it has parts of another shape
};

class PathBuilder {
 public:
  void move_to(Point p);
  void line_to(Point p);
  void curve_to(Point p);  // its end; the parts it belongs to count as of another shape
  void close();
  // Corners in order, as the matrix turned them.
  void rectangle(Point a, Point b, Point c, Point d);

  // The path so far; a new one begins.
  [[nodiscard]] PathShape take();

 private:
  static constexpr std::size_t kMostParts = 20'000;

  void finish_part();
  void reach(Point p);

  std::vector<Point> part_;  // at most six of its points
  bool odd_ = false;         // the part is of another shape
  bool any_ = false;
  PathShape shape_;
};

}  // namespace prongsai::source
