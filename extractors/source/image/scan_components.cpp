#include "extractors/source/image/scan_components.hpp"

#include <algorithm>
#include <limits>

#include "models/disjoint_sets.hpp"

namespace prongsai::source {

namespace {

void runs_of_row(const Picture& grey, int y, int ink_below, std::vector<InkRun>& runs) {
  const std::uint8_t* row = grey.row(y);
  for (int x = 0; x < grey.width; ++x) {
    if (row[x] >= ink_below) continue;
    const int start = x;
    while (x < grey.width && row[x] < ink_below) ++x;
    runs.push_back({y, start, x});
  }
}

// Joins the runs [from, to) of one row with the touching runs [above, from) of the row before it.
void join_rows(const std::vector<InkRun>& runs, std::size_t above, std::size_t from, std::size_t to,
               DisjointSets& sets) {
  std::size_t upper = above;
  for (std::size_t lower = from; lower < to; ++lower) {
    while (upper < from && runs[upper].x1 < runs[lower].x0) ++upper;
    for (std::size_t u = upper; u < from && runs[u].x0 <= runs[lower].x1; ++u) {
      sets.unite(lower, u);
    }
  }
}

void extend(Component& component, const InkRun& run, const Picture& grey) {
  PixelBox& box = component.box;
  if (component.area == 0) box = {run.x0, run.y, run.x1, run.y + 1};
  box = {std::min(box.x0, run.x0), std::min(box.y0, run.y), std::max(box.x1, run.x1), std::max(box.y1, run.y + 1)};
  component.area += run.x1 - run.x0;
  const std::uint8_t* row = grey.row(run.y);
  int darkness = 0;
  for (int x = run.x0; x < run.x1; ++x) darkness += 255 - row[x];
  component.ink += darkness / 255.0;
  ++component.run_count;
}

// Puts the runs of each set together, in the order in which the sets begin.
InkMap grouped(const std::vector<InkRun>& runs, DisjointSets& sets, const Picture& grey) {
  InkMap map;
  constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> owner(runs.size(), kNone);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::size_t root = sets.find(i);
    if (owner[root] == kNone) {
      owner[root] = static_cast<std::uint32_t>(map.components.size());
      map.components.emplace_back();
    }
    owner[i] = owner[root];
    extend(map.components[owner[i]], runs[i], grey);
  }
  std::uint32_t first = 0;
  std::vector<std::uint32_t> next;
  for (Component& component : map.components) {
    component.first_run = first;
    next.push_back(first);
    first += component.run_count;
  }
  map.runs.resize(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) map.runs[next[owner[i]]++] = runs[i];
  return map;
}

}  // namespace

std::size_t InkMap::add(std::vector<InkRun> pieces, const Picture& grey) {
  Component component;
  component.first_run = static_cast<std::uint32_t>(runs.size());
  for (const InkRun& run : pieces) extend(component, run, grey);
  runs.insert(runs.end(), pieces.begin(), pieces.end());
  components.push_back(component);
  return components.size() - 1;
}

InkMap find_components(const Picture& grey, int ink_below) {
  std::vector<InkRun> runs;
  DisjointSets sets;
  std::size_t above = 0;
  for (int y = 0; y < grey.height; ++y) {
    const std::size_t from = runs.size();
    runs_of_row(grey, y, ink_below, runs);
    for (std::size_t i = from; i < runs.size(); ++i) sets.add();
    if (from > above && runs[above].y == y - 1) join_rows(runs, above, from, runs.size(), sets);
    above = from;
  }

  return grouped(runs, sets, grey);
}

}  // namespace prongsai::source
