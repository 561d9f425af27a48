#include "extractors/source/content/path.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace prongsai::source {

namespace {

constexpr double kSlant = 0.05;  // user space units by which a straight edge may be slanted

bool level(Point a, Point b) {
  return std::abs(a.y - b.y) < kSlant;
}
bool upright(Point a, Point b) {
  return std::abs(a.x - b.x) < kSlant;
}

// Four corners, the first perhaps repeated at the end.
bool is_rectangle(const std::vector<Point>& p) {
  if (p.size() < 4 || p.size() > 5) return false;
  if (p.size() == 5 && !(level(p[0], p[4]) && upright(p[0], p[4]))) return false;
  const bool level_first = level(p[0], p[1]) && upright(p[1], p[2]) && level(p[2], p[3]) && upright(p[3], p[0]);
  const bool upright_first = upright(p[0], p[1]) && level(p[1], p[2]) && upright(p[2], p[3]) && level(p[3], p[0]);
  return level_first || upright_first;
}

}  // namespace

void PathBuilder::move_to(Point p) {
  finish_part();
  part_.push_back(p);
  reach(p);
}

void PathBuilder::line_to(Point p) {
  if (part_.size() < 6) part_.push_back(p);
  reach(p);
}

void PathBuilder::curve_to(Point p) {
  odd_ = true;
  line_to(p);
}

void PathBuilder::close() {
  if (!part_.empty()) line_to(part_.front());
}

void PathBuilder::rectangle(Point a, Point b, Point c, Point d) {
  finish_part();
  for (const Point p : {a, b, c, d}) line_to(p);
  finish_part();
}

void PathBuilder::finish_part() {
  const bool full = shape_.rectangles.size() + shape_.strokes.size() >= kMostParts;
  if (full || odd_) {
    shape_.other = true;
  } else if (part_.size() == 2) {
    shape_.strokes.emplace_back(part_[0], part_[1]);
  } else if (is_rectangle(part_)) {
    shape_.rectangles.push_back({std::min(part_[0].x, part_[2].x), std::min(part_[0].y, part_[2].y),
                                 std::max(part_[0].x, part_[2].x), std::max(part_[0].y, part_[2].y)});
  } else if (part_.size() == 3) {
    shape_.bends.push_back({part_[0], part_[1], part_[2]});
    shape_.other = true;
  } else if (part_.size() > 2) {
    shape_.other = true;
  }
  part_.clear();
  odd_ = false;
}

void PathBuilder::reach(Point p) {
  Box& box = shape_.box;
  if (!any_) box = {p.x, p.y, p.x, p.y};
  any_ = true;
  box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x), std::max(box.y1, p.y)};
}

PathShape PathBuilder::take() {
  finish_part();
  any_ = false;
  return std::exchange(shape_, {});
}

}  // namespace prongsai::source
