#include "extractors/tables/page_content.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractors/tables/borderless.hpp"

namespace prongsai::tables {
namespace {

constexpr double kSameSide = 6.0;  // points between the sides of a table and of its part on the next page

bool empty_grid(const GridContent& grid) {
  return std::all_of(grid.lines.begin(), grid.lines.end(), [](const auto& lines) { return lines.empty(); });
}

void sort_prose(std::vector<Line>& prose) {
  std::stable_sort(prose.begin(), prose.end(), [](const Line& a, const Line& b) { return a.baseline < b.baseline; });
}

void give_back(PageContent& page, GridContent& box) {
  for (auto& lines : box.lines) {
    page.prose.insert(page.prose.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
  }
  sort_prose(page.prose);
}

// The lowest table of a page, unless prose stands under it.
const GridContent* closing_table(const PageContent& page) {
  const GridContent* last = nullptr;
  for (const GridContent& grid : page.grids) {
    if (grid.kind == Drawn::table && (last == nullptr || grid.grid.box.y1 > last->grid.box.y1)) last = &grid;
  }
  if (last == nullptr) return nullptr;
  // Furniture may still stand at the foot: one line is allowed.
  const auto under = std::count_if(page.prose.begin(), page.prose.end(),
                                   [&](const Line& line) { return line.baseline > last->grid.box.y1; });
  return under <= 1 ? last : nullptr;
}

bool opens_page(const PageContent& page, const GridContent& box) {
  const auto above = std::count_if(page.prose.begin(), page.prose.end(),
                                   [&](const Line& line) { return line.baseline < box.grid.box.y0; });
  return above <= 1 && box.grid.box.height() < page.height / 2 &&
         std::none_of(page.grids.begin(), page.grids.end(),
                      [&](const GridContent& other) { return &other != &box && other.grid.box.y0 < box.grid.box.y1; });
}

bool same_sides(const Grid& a, const Grid& b) {
  return std::abs(a.box.x0 - b.box.x0) <= kSameSide && std::abs(a.box.x1 - b.box.x1) <= kSameSide;
}

}  // namespace

PageContent read_page(const Page& page) {
  PageContent out{page.page_no, page.width, page.height, 0, {}, {}};
  for (RuledGrid& ruled : ruled_grids(page.rulings)) {
    const Drawn kind = judge_drawing(ruled, page.width, page.height);
    if (kind == Drawn::nothing) continue;
    out.grids.push_back({std::move(ruled.grid), kind, ruled.open_top, ruled.open_bottom, {}});
  }
  const PageClusters text = cut_clusters(page);
  out.advance = text.advance;
  std::vector<const Grid*> grids;
  for (const GridContent& content : out.grids) grids.push_back(&content.grid);
  Placement placement = place_words(text, grids);
  for (std::size_t g = 0; g < out.grids.size(); ++g) {
    for (const ClusterIds& ids : placement.cells[g]) out.grids[g].lines.push_back(build_lines(text, ids));
  }
  for (const BorderlessTable& table : take_borderless(text, placement.prose)) {
    out.grids.push_back({table.grid, Drawn::table, false, false, {}});
    for (const ClusterIds& ids : table.cells) out.grids.back().lines.push_back(build_lines(text, ids));
  }
  out.prose = build_lines(text, placement.prose);
  return out;
}

void settle_boxes(std::vector<PageContent>& pages) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PageContent& page = pages[p];
    const GridContent* before = p > 0 ? closing_table(pages[p - 1]) : nullptr;
    std::vector<GridContent> kept;
    for (GridContent& grid : page.grids) {
      const bool part = before != nullptr && same_sides(grid.grid, before->grid) && opens_page(page, grid);
      if (grid.kind == Drawn::table || (part && !empty_grid(grid)))
        kept.push_back(std::move(grid));
      else
        give_back(page, grid);
    }
    page.grids = std::move(kept);
  }
}

}  // namespace prongsai::tables
