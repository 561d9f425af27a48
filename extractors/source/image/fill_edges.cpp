#include "extractors/source/image/fill_edges.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

#include "extractors/source/image/rulings_runs.hpp"

namespace prongsai::source {

namespace {

constexpr int kEvenGround = 8;   // grey levels within either of them
constexpr int kGroundDepth = 3;  // pixels of ground on either side; rulings are thinner
constexpr int kThickestRim = 2;  // pixels between the grounds: a thin line along the edge, or neither colour
constexpr double kShortestEdge =
    16;                            // points: a piece without a gap; the edges of letters drawn as outlines are shorter
constexpr double kBridgedGap = 3;  // points that may be bridged: lines between cells
constexpr double kSameEnd = 4;     // points
constexpr double kSameSide = 2;    // points
constexpr double kEdgeOffRuling = 4;  // points between an edge and the ruling that it is

// An even ground above row y and another even one from y on, or from behind a rim.
bool is_edge(const Picture& page, int y, int x) {
  const auto at = [&](int row) { return static_cast<int>(page.row(row)[x]); };
  if (std::abs(at(y - kGroundDepth) - at(y - 1)) >= kEvenGround || std::abs(at(y - 1) - at(y)) < kEvenGround)
    return false;
  for (int below = y; below <= y + kThickestRim && below + kGroundDepth <= page.height; ++below) {
    if (std::abs(at(y - 1) - at(below)) >= kGroundStep &&
        std::abs(at(below + kGroundDepth - 1) - at(below)) < kEvenGround)
      return true;
  }
  return false;
}

// Pixels first … last of a row, with gaps that are bridged.
struct Edge {
  int first = 0;
  int last = 0;
  int longest_piece = 0;  // pixels without a gap
};

std::vector<Edge> edges_of_row(const Picture& page, int y, int longest_gap) {
  std::vector<Edge> edges;
  int piece = 0;  // pixels of the piece that is open
  for (int x = 0; x < page.width; ++x) {
    if (!is_edge(page, y, x)) {
      piece = 0;
      continue;
    }
    if (edges.empty() || x - edges.back().last > longest_gap + 1) edges.push_back({x, x, 0});
    ++piece;
    edges.back().last = x;
    edges.back().longest_piece = std::max(edges.back().longest_piece, piece);
  }
  return edges;
}

void collect(const Picture& page, double point, bool horizontal, std::vector<Ruling>& out) {
  const int longest_gap = static_cast<int>(kBridgedGap / point);
  for (int y = kGroundDepth; y + kGroundDepth <= page.height; ++y) {
    const std::uint8_t* above = page.row(y - 1);
    const std::uint8_t* here = page.row(y);
    if (std::equal(above, above + page.width, here)) continue;
    for (const Edge& edge : edges_of_row(page, y, longest_gap)) {
      if (edge.longest_piece * point < kShortestEdge) continue;
      const double from = edge.first * point;
      const double to = (edge.last + 1) * point;
      const double across = y * point;
      out.push_back({horizontal ? Box{from, across, to, across} : Box{across, from, across, to}, horizontal});
    }
  }
}

}  // namespace

std::vector<Ruling> find_fill_edges(const Raster& page) {
  std::vector<Ruling> edges;
  if (page.empty()) return edges;
  const Picture grey = to_picture(page);
  const double point = page.to_points(1);
  collect(grey, point, true, edges);
  collect(transposed(grey), point, false, edges);
  return edges;
}

std::vector<Ruling> edges_of_sides(const std::vector<Ruling>& edges, const std::vector<Ruling>& rulings) {
  std::vector<Ruling> sides;
  std::ranges::copy_if(edges, std::back_inserter(sides), [&](const Ruling& edge) {
    return !edge.horizontal && std::ranges::any_of(rulings, [&](const Ruling& ruling) {
      const bool meets =
          std::abs(ruling.box.y0 - edge.box.y1) <= kSameEnd || std::abs(ruling.box.y1 - edge.box.y0) <= kSameEnd;
      return !ruling.horizontal && meets && std::abs(ruling.box.centre().x - edge.box.x0) <= kSameSide;
    });
  });
  return sides;
}

std::vector<Ruling> edges_of_rows(const std::vector<Ruling>& edges, const std::vector<Ruling>& rulings) {
  std::vector<Ruling> rows;
  for (const Ruling& edge : edges) {
    if (!edge.horizontal) continue;
    const double y = edge.box.y0;
    const auto lies_along = [&](const Ruling& ruling) {
      return ruling.horizontal && std::abs(ruling.box.centre().y - y) <= kEdgeOffRuling &&
             ruling.box.x0 < edge.box.x1 && ruling.box.x1 > edge.box.x0;
    };
    const auto reaches_as_far = [&](const Ruling& ruling) {
      return ruling.horizontal && std::abs(ruling.box.x0 - edge.box.x0) <= kSameEnd &&
             std::abs(ruling.box.x1 - edge.box.x1) <= kSameEnd;
    };
    if (std::ranges::any_of(rulings, reaches_as_far) && std::ranges::none_of(rulings, lies_along) &&
        std::ranges::none_of(rows, lies_along)) {
      rows.push_back(edge);
    }
  }
  return rows;
}

}  // namespace prongsai::source
