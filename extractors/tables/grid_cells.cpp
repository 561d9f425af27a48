#include "extractors/tables/grid_cells.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "models/disjoint_sets.hpp"

namespace prongsai::tables {
namespace {

// A side is drawn when its strokes cover nearly all of it, or reach both of its ends with most of it between them. A
// ruling that runs through nearly the whole grid needs less: a line is judged by its whole length. One that ends
// within the side only overshoots: a letter's stem beside a scanned ruling makes it longer.
constexpr double kWhollyDrawn = 0.8;
constexpr double kMostlyDrawn = 0.5;
constexpr double kDrawnOnLongLine = 0.25;
constexpr double kLongCellLine = 0.7;
constexpr double kEndShare = 0.15;  // of a side: how near to its end a stroke must come, and no less than kEndLeast
constexpr double kEndLeast = 3.0;   // points

struct Span {
  int row0 = 0, row1 = 0, col0 = 0, col1 = 0;  // inclusive

  [[nodiscard]] bool meets(const Span& o) const {
    return row0 <= o.row1 && o.row0 <= row1 && col0 <= o.col1 && o.col0 <= col1;
  }
  void take(const Span& o) {
    row0 = std::min(row0, o.row0);
    row1 = std::max(row1, o.row1);
    col0 = std::min(col0, o.col0);
    col1 = std::max(col1, o.col1);
  }
  [[nodiscard]] int cells() const { return (row1 - row0 + 1) * (col1 - col0 + 1); }
};

std::vector<Stroke> strokes_on(std::span<const Stroke> strokes, double at) {
  std::vector<Stroke> on;
  std::copy_if(strokes.begin(), strokes.end(), std::back_inserter(on),
               [&](const Stroke& s) { return std::abs(s.at - at) <= kEdgeTolerance; });
  return on;
}

bool side_drawn(std::span<const Stroke> on, double at, double from, double to, bool long_line) {
  const double inset = std::min(2.0, (to - from) / 5);
  const double share = covered_share(on, at, from + inset, to - inset, kEdgeTolerance);
  if (share >= kWhollyDrawn) return true;
  if (share < (long_line ? kDrawnOnLongLine : kMostlyDrawn)) return false;
  const double reach = std::max(kEndLeast, kEndShare * (to - from));
  return covered_share(on, at, from, from + reach, kEdgeTolerance) > 0 &&
         covered_share(on, at, to - reach, to, kEdgeTolerance) > 0;
}

// For each interior edge of one direction, which of the elementary sides along it are drawn.
std::vector<std::vector<bool>> drawn_sides(const std::vector<double>& edges, const std::vector<double>& along,
                                           std::span<const Stroke> strokes) {
  std::vector<std::vector<bool>> drawn(edges.size(), std::vector<bool>(along.size() - 1, true));
  for (std::size_t e = 1; e + 1 < edges.size(); ++e) {
    const auto on = strokes_on(strokes, edges[e]);
    const double whole = covered_share(on, edges[e], along.front(), along.back(), kEdgeTolerance);
    for (std::size_t i = 0; i + 1 < along.size(); ++i) {
      drawn[e][i] = side_drawn(on, edges[e], along[i], along[i + 1], whole >= kLongCellLine);
    }
  }
  return drawn;
}

// Elementary cells that no stroke divides.
DisjointSets undivided(const Grid& grid, std::span<const Stroke> horizontals, std::span<const Stroke> verticals) {
  const auto rows = static_cast<std::size_t>(grid.rows);
  const auto cols = static_cast<std::size_t>(grid.cols);
  const auto below = drawn_sides(grid.row_edges, grid.col_edges, horizontals);
  const auto right = drawn_sides(grid.col_edges, grid.row_edges, verticals);
  DisjointSets sets(rows * cols);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < cols; ++c) {
      if (c + 1 < cols && !right[c + 1][r]) sets.unite(r * cols + c, r * cols + c + 1);
      if (r + 1 < rows && !below[r + 1][c]) sets.unite(r * cols + c, (r + 1) * cols + c);
    }
  }
  return sets;
}

double area_of(const Grid& grid, const Span& span) {
  const auto length = [](const std::vector<double>& edges, int first, int last) {
    return edges[static_cast<std::size_t>(last) + 1] - edges[static_cast<std::size_t>(first)];
  };
  return length(grid.row_edges, span.row0, span.row1) * length(grid.col_edges, span.col0, span.col1);
}

// The rectangle around each undivided region; `irregular` gets the share of the grid's area that lies in regions which
// do not fill theirs.
std::vector<Span> merged_regions(const Grid& grid, DisjointSets sets, double& irregular) {
  const auto count = static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.cols);
  std::vector<Span> spans(count, Span{grid.rows, -1, grid.cols, -1});
  std::vector<int> cells(count, 0);
  std::vector<double> areas(count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const auto cell = static_cast<int>(i);
    const Span own{cell / grid.cols, cell / grid.cols, cell % grid.cols, cell % grid.cols};
    const std::size_t region = sets.find(i);
    spans[region].take(own);
    ++cells[region];
    areas[region] += area_of(grid, own);
  }
  double odd = 0;
  std::vector<Span> regions;
  for (std::size_t i = 0; i < count; ++i) {
    if (cells[i] == 0) continue;
    if (spans[i].cells() > cells[i]) odd += areas[i];
    regions.push_back(spans[i]);
  }
  const double total = grid.box.width() * grid.box.height();
  irregular = total > 0 ? odd / total : 0;
  return regions;
}

// Regions that are no rectangles swallow what their bounding rectangle meets, until none overlap.
std::vector<Span> close_rectangles(std::vector<Span> regions) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < regions.size(); ++i) {
      for (std::size_t j = i + 1; j < regions.size();) {
        if (!regions[i].meets(regions[j])) {
          ++j;
          continue;
        }
        regions[i].take(regions[j]);
        regions.erase(regions.begin() + static_cast<std::ptrdiff_t>(j));
        changed = true;
      }
    }
  }
  return regions;
}

// New numbers for the edges that some region begins at; -1 for the others.
std::vector<int> renumber(std::vector<double>& edges, const std::vector<bool>& used) {
  std::vector<int> numbers(edges.size(), -1);
  std::vector<double> kept;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (!used[i]) continue;
    numbers[i] = static_cast<int>(kept.size());
    kept.push_back(edges[i]);
  }
  edges = std::move(kept);
  return numbers;
}

void drop_unused_edges(Grid& grid, std::vector<Span>& regions) {
  std::vector<bool> rows(grid.row_edges.size(), false);
  std::vector<bool> cols(grid.col_edges.size(), false);
  for (const Span& s : regions) {
    rows[static_cast<std::size_t>(s.row0)] = rows[static_cast<std::size_t>(s.row1) + 1] = true;
    cols[static_cast<std::size_t>(s.col0)] = cols[static_cast<std::size_t>(s.col1) + 1] = true;
  }
  const auto row_no = renumber(grid.row_edges, rows);
  const auto col_no = renumber(grid.col_edges, cols);
  for (Span& s : regions) {
    s = {row_no[static_cast<std::size_t>(s.row0)], row_no[static_cast<std::size_t>(s.row1) + 1] - 1,
         col_no[static_cast<std::size_t>(s.col0)], col_no[static_cast<std::size_t>(s.col1) + 1] - 1};
  }
  grid.rows = static_cast<int>(grid.row_edges.size()) - 1;
  grid.cols = static_cast<int>(grid.col_edges.size()) - 1;
}

}  // namespace

double cut_cells(Grid& grid, std::span<const Stroke> horizontals, std::span<const Stroke> verticals) {
  grid.rows = static_cast<int>(grid.row_edges.size()) - 1;
  grid.cols = static_cast<int>(grid.col_edges.size()) - 1;
  double irregular = 0;
  auto regions = merged_regions(grid, undivided(grid, horizontals, verticals), irregular);
  if (irregular > 0) regions = close_rectangles(std::move(regions));
  drop_unused_edges(grid, regions);
  std::sort(regions.begin(), regions.end(),
            [](const Span& a, const Span& b) { return std::pair(a.row0, a.col0) < std::pair(b.row0, b.col0); });
  grid.cells.clear();
  for (const Span& s : regions) {
    const auto edge = [](const std::vector<double>& edges, int i) { return edges[static_cast<std::size_t>(i)]; };
    grid.cells.push_back({s.row0,
                          s.col0,
                          s.row1 - s.row0 + 1,
                          s.col1 - s.col0 + 1,
                          Box{edge(grid.col_edges, s.col0), edge(grid.row_edges, s.row0),
                              edge(grid.col_edges, s.col1 + 1), edge(grid.row_edges, s.row1 + 1)},
                          {}});
  }
  return irregular;
}

}  // namespace prongsai::tables
