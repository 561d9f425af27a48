#include "extractors/tables/grid.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "extractors/tables/grid_cells.hpp"
#include "extractors/tables/loose_strokes.hpp"
#include "extractors/tables/strokes.hpp"
#include "models/disjoint_sets.hpp"

namespace prongsai::tables {
namespace {

constexpr double kTouch = 4.0;              // points: strokes this near to each other meet
constexpr std::size_t kMostStrokes = 2000;  // of one direction: a page with more is a drawing or a hatching
constexpr double kSameRuling = 2.0;         // points: pieces of one broken ruling
constexpr double kOpenReach = 6.0;          // points: how far strokes must run past the last crossing to open a side
constexpr double kBareColumn = 30;          // points: the least height of columns without any horizontal ruling

// Strokes that hang together by their crossings.
struct Drawing {
  std::vector<Stroke> horizontals;
  std::vector<Stroke> verticals;
};

bool cross(const Stroke& h, const Stroke& v) {
  return v.at >= h.from - kTouch && v.at <= h.to + kTouch && h.at >= v.from - kTouch && h.at <= v.to + kTouch;
}

// Pieces of a broken ruling that touch nothing go to the drawing that has a ruling in the same line around them.
void adopt(std::vector<Drawing>& drawings, const Stroke& piece, bool horizontal) {
  for (Drawing& drawing : drawings) {
    auto& along = horizontal ? drawing.horizontals : drawing.verticals;
    const auto& across = horizontal ? drawing.verticals : drawing.horizontals;
    const bool in_line = std::any_of(along.begin(), along.end(),
                                     [&](const Stroke& s) { return std::abs(s.at - piece.at) <= kSameRuling; });
    const bool inside = std::any_of(across.begin(), across.end(), [&](const Stroke& s) { return s.at < piece.from; }) &&
                        std::any_of(across.begin(), across.end(), [&](const Stroke& s) { return s.at > piece.to; });
    if (!in_line || !inside) continue;
    along.push_back(piece);
    return;
  }
}

std::vector<Drawing> connected_drawings(const std::vector<Stroke>& hs, const std::vector<Stroke>& vs) {
  DisjointSets sets(hs.size() + vs.size());
  for (std::size_t i = 0; i < hs.size(); ++i) {
    for (std::size_t j = 0; j < vs.size(); ++j) {
      if (cross(hs[i], vs[j])) sets.unite(i, hs.size() + j);
    }
  }
  std::map<std::size_t, Drawing> by_root;
  for (std::size_t i = 0; i < hs.size(); ++i) by_root[sets.find(i)].horizontals.push_back(hs[i]);
  for (std::size_t j = 0; j < vs.size(); ++j) by_root[sets.find(hs.size() + j)].verticals.push_back(vs[j]);
  std::vector<Drawing> drawings;
  Drawing loose;
  for (auto& [root, drawing] : by_root) {
    // One side of a box is the least that encloses anything: two verticals, or two horizontals, with a crossing.
    const bool crossed = !drawing.horizontals.empty() && !drawing.verticals.empty();
    if (crossed && drawing.horizontals.size() + drawing.verticals.size() >= 3) {
      drawings.push_back(std::move(drawing));
    } else if (!crossed) {
      std::ranges::move(drawing.horizontals, std::back_inserter(loose.horizontals));
      std::ranges::move(drawing.verticals, std::back_inserter(loose.verticals));
    }
  }
  for (const Stroke& piece : loose.horizontals) adopt(drawings, piece, true);
  for (const Stroke& piece : loose.verticals) adopt(drawings, piece, false);
  return drawings;
}

// How many strokes end within kTouch of a position at their far (or near) end.
long ends_at(const std::vector<Stroke>& strokes, double position, bool far) {
  return std::count_if(strokes.begin(), strokes.end(),
                       [&](const Stroke& s) { return std::abs((far ? s.to : s.from) - position) <= kTouch; });
}

// Adds an edge where at least two crossing strokes run on past the outermost one and end together. Says whether.
bool add_open_edge(std::vector<double>& edges, const std::vector<Stroke>& across, bool far) {
  double end = far ? -1e9 : 1e9;
  for (const Stroke& s : across) end = far ? std::max(end, s.to) : std::min(end, s.from);
  if (!edges.empty()) {
    const double beyond = far ? end - edges.back() : edges.front() - end;
    if (beyond < kOpenReach) return false;
  }
  if (ends_at(across, end, far) < 2) return false;
  edges.insert(far ? edges.end() : edges.begin(), end);
  return true;
}

// Vertical rulings side by side with no horizontal one: columns whose rows only the text shows. At least two columns,
// and lines that begin and end together.
std::vector<Drawing> bare_columns(const std::vector<Stroke>& hs, const std::vector<Stroke>& vs) {
  std::vector<Drawing> drawings;
  for (const Stroke& v : vs) {
    if (v.length() < kBareColumn || std::any_of(hs.begin(), hs.end(), [&](const Stroke& h) { return cross(h, v); })) {
      continue;
    }
    const auto mate = std::find_if(drawings.begin(), drawings.end(), [&](const Drawing& d) {
      const Stroke& s = d.verticals.front();
      return std::abs(s.from - v.from) <= kOpenReach && std::abs(s.to - v.to) <= kOpenReach;
    });
    if (mate == drawings.end())
      drawings.push_back({{}, {v}});
    else
      mate->verticals.push_back(v);
  }
  std::erase_if(drawings, [](const Drawing& d) { return d.verticals.size() < 3; });
  return drawings;
}

double side_share(const Drawing& drawing, const Grid& grid) {
  const auto share = [&](double x) {
    return covered_share(drawing.verticals, x, grid.box.y0, grid.box.y1, kEdgeTolerance);
  };
  return (share(grid.box.x0) + share(grid.box.x1)) / 2;
}

RuledGrid to_grid(const Drawing& drawing) {
  RuledGrid out;
  Grid& grid = out.grid;
  grid.row_edges = cluster_positions(drawing.horizontals, kEdgeTolerance);
  grid.col_edges = cluster_positions(drawing.verticals, kEdgeTolerance);
  out.open_top = add_open_edge(grid.row_edges, drawing.verticals, false);
  out.open_bottom = add_open_edge(grid.row_edges, drawing.verticals, true);
  add_open_edge(grid.col_edges, drawing.horizontals, false);
  add_open_edge(grid.col_edges, drawing.horizontals, true);
  if (grid.row_edges.size() < 2 || grid.col_edges.size() < 2) return out;
  grid.box = {grid.col_edges.front(), grid.row_edges.front(), grid.col_edges.back(), grid.row_edges.back()};
  out.outline = side_share(drawing, grid);
  // Without rulings between its rows a grid's rows are told by its text.
  grid.ruled = !drawing.horizontals.empty();
  out.irregular = cut_cells(grid, drawing.horizontals, drawing.verticals);
  return out;
}

}  // namespace

std::vector<RuledGrid> ruled_grids(const std::vector<Ruling>& rulings) {
  std::vector<RuledGrid> grids;
  auto horizontals = merge_strokes(rulings, true);
  auto verticals = merge_strokes(rulings, false);
  if (horizontals.size() > kMostStrokes || verticals.size() > kMostStrokes) return grids;
  drop_loose(horizontals, verticals);
  auto drawings = connected_drawings(horizontals, verticals);
  std::ranges::move(bare_columns(horizontals, verticals), std::back_inserter(drawings));
  for (const Drawing& drawing : drawings) {
    RuledGrid grid = to_grid(drawing);
    if (!grid.grid.cells.empty()) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(), [](const RuledGrid& a, const RuledGrid& b) {
    return std::pair(a.grid.box.y0, a.grid.box.x0) < std::pair(b.grid.box.y0, b.grid.box.x0);
  });
  return grids;
}

}  // namespace prongsai::tables
