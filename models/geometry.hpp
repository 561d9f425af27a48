// Geometry shared by every stage.
//
// Unit: PDF points (1/72 inch). Origin: the page's top left corner, after the page's rotation has been
// undone, so that x grows to the right and y grows downwards for someone who reads the page.
#pragma once

#include <algorithm>

namespace prongsai {

struct Point {
  double x = 0;
  double y = 0;
};

// A rectangle with x0 <= x1 and y0 <= y1. The default box is empty and lies at the origin.
struct Box {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;

  [[nodiscard]] double width() const { return x1 - x0; }
  [[nodiscard]] double height() const { return y1 - y0; }
  [[nodiscard]] bool empty() const { return x1 <= x0 || y1 <= y0; }
  [[nodiscard]] Point centre() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }

  // Edges count as inside.
  [[nodiscard]] bool contains(Point p) const { return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1; }

  friend bool operator==(const Box&, const Box&) = default;
};

// The smallest box around both; an empty box adds nothing.
[[nodiscard]] inline Box unite(const Box& a, const Box& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// The common part; empty when the boxes do not meet.
[[nodiscard]] inline Box intersect(const Box& a, const Box& b) {
  const Box c{std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
  return c.empty() ? Box{} : c;
}

// Whether boxes stand at one height: more than half of the lower one's is common.
[[nodiscard]] inline bool at_one_height(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > std::min(a.height(), b.height()) / 2;
}

}  // namespace prongsai
