#include "extractors/tables/page_content.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "extractors/tables/abreast.hpp"
#include "extractors/tables/borderless.hpp"
#include "extractors/tables/sheets.hpp"
#include "extractors/tables/side_boxes.hpp"
#include "extractors/tables/tiles.hpp"

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

// Each on its own page.
bool same_sides(const PageContent& page_a, const Grid& a, const PageContent& page_b, const Grid& b) {
  const double shift = page_b.left - page_a.left;
  return std::abs(a.box.x0 + shift - b.box.x0) <= kSameSide && std::abs(a.box.x1 + shift - b.box.x1) <= kSameSide;
}

std::vector<PageContent> blank_pages(const PageClusters& text) {
  const Page& sheet = *text.page;
  std::vector<double> sides = folds_of(text);
  sides.insert(sides.begin(), 0);
  sides.push_back(sheet.width);
  std::vector<PageContent> pages;
  for (std::size_t i = 0; i + 1 < sides.size(); ++i) {
    PageContent& page = pages.emplace_back();
    page.page_no = sheet.page_no;
    page.left = sides[i];
    page.width = sides[i + 1] - sides[i];
    page.height = sheet.height;
    page.advance = text.advance;
  }
  return pages;
}

// The last that begins left of `x`.
PageContent& page_at(std::vector<PageContent>& pages, double x) {
  const auto after =
      std::ranges::find_if(pages.begin() + 1, pages.end(), [&](const auto& page) { return page.left > x; });
  return *(after - 1);
}

void take_grids(PageContent& page, const std::vector<Ruling>& rulings) {
  std::vector<Ruling> own;
  std::ranges::copy_if(rulings, std::back_inserter(own), [&](const Ruling& ruling) {
    const double middle = ruling.box.centre().x - page.left;
    return middle >= 0 && middle <= page.width;
  });
  for (RuledGrid& ruled : ruled_grids(own)) {
    const Drawn kind = judge_drawing(ruled, page.width, page.height);
    if (kind == Drawn::nothing) continue;
    page.grids.push_back({std::move(ruled.grid), kind, ruled.open_top, ruled.open_bottom, {}});
  }
}

std::vector<std::vector<Line>> lines_of(const PageClusters& text, const std::vector<ClusterIds>& cells) {
  std::vector<std::vector<Line>> lines;
  lines.reserve(cells.size());
  for (const ClusterIds& ids : cells) lines.push_back(build_lines(text, ids));
  return lines;
}

// Whether a frame is drawn around a table without upright rulings, or around columns of text: then it is only a frame.
bool holds_layout(const PageClusters& text, const std::vector<ClusterIds>& cells) {
  const auto has_columns = [&](ClusterIds ids) {
    return !take_borderless(text, ids).empty() || !take_columns(text, ids).empty();
  };
  if (std::ranges::any_of(cells, has_columns)) return true;
  ClusterIds all;
  for (const ClusterIds& ids : cells) all.insert(all.end(), ids.begin(), ids.end());
  std::ranges::sort(all);
  return cells.size() > 1 && !take_borderless(text, all).empty();
}

// What stands in no drawn grid: tables without rulings, columns of text, lines.
void take_prose(PageContent& page, const PageClusters& text, ClusterIds prose,
                const std::optional<ColumnPlaces>& carried) {
  const std::vector<BorderlessTable> tables = take_borderless(text, prose, carried);
  for (const BorderlessTable& table : tables) {
    page.grids.push_back({table.grid, Drawn::table, false, false, lines_of(text, table.cells)});
  }
  std::vector<ColumnStretch> stretches = take_abreast(text, tables, prose);
  std::ranges::move(take_columns(text, prose), std::back_inserter(stretches));
  std::ranges::sort(stretches, {}, &ColumnStretch::top);
  for (const ColumnStretch& stretch : stretches) {
    ColumnSet& set = page.columns.emplace_back(ColumnSet{stretch.top, stretch.bottom, {}});
    for (const ColumnOfIds& column : stretch.columns) {
      set.columns.push_back({column.area, build_lines(text, column.ids)});
    }
  }
  page.prose = build_lines(text, prose);
}

}  // namespace

std::optional<ColumnPlaces> carried_columns(const PageContent& page) {
  constexpr double kFoot = 0.12;  // of the page's height, where a page number stands
  if (page.grids.empty() || !page.columns.empty()) return std::nullopt;
  const auto last = std::ranges::max_element(page.grids, {}, [](const GridContent& one) { return one.grid.box.y1; });
  const Grid& grid = last->grid;
  if (grid.ruled || last->kind != Drawn::table || grid.cols < 3) return std::nullopt;
  const bool goes_on_below = std::ranges::any_of(page.prose, [&](const Line& line) {
    return line.box().y0 > grid.box.y1 && line.box().y0 < (1 - kFoot) * page.height;
  });
  if (goes_on_below) return std::nullopt;
  ColumnPlaces places{grid.col_edges, {grid.col_edges.begin() + 1, grid.col_edges.end()}};
  for (std::size_t c = 0; c < grid.cells.size(); ++c) {
    double& start = places.starts[static_cast<std::size_t>(grid.cells[c].col)];
    for (const Line& line : last->lines[c]) start = std::min(start, line.box().x0);
  }
  return places;
}

std::vector<PageContent> read_sheet(const Page& sheet, const std::optional<ColumnPlaces>& carried) {
  const PageClusters text = cut_clusters(sheet);
  std::vector<PageContent> pages = blank_pages(text);
  for (PageContent& page : pages) take_grids(page, sheet.rulings);
  std::vector<const Grid*> grids;
  for (const PageContent& page : pages) {
    for (const GridContent& content : page.grids) grids.push_back(&content.grid);
  }
  Placement placement = place_words(text, grids);
  std::size_t g = 0;
  for (PageContent& page : pages) {
    std::vector<GridContent> kept;
    for (GridContent& content : page.grids) {
      const std::vector<ClusterIds>& cells = placement.cells[g++];
      if (content.kind == Drawn::box && holds_layout(text, cells)) {
        for (const ClusterIds& ids : cells) placement.prose.insert(placement.prose.end(), ids.begin(), ids.end());
        continue;
      }
      content.lines = lines_of(text, cells);
      kept.push_back(std::move(content));
    }
    page.grids = std::move(kept);
  }
  std::ranges::sort(placement.prose);  // in the order of the words
  for (PageContent& page : pages) {
    ClusterIds prose;
    std::ranges::copy_if(placement.prose, std::back_inserter(prose),
                         [&](std::size_t id) { return &page_at(pages, text.clusters[id].x0) == &page; });
    take_prose(page, text, std::move(prose), &page == &pages.front() ? carried : std::nullopt);
  }
  return pages;
}

void settle_boxes(std::vector<PageContent>& pages) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PageContent& page = pages[p];
    const GridContent* before = p > 0 ? closing_table(pages[p - 1]) : nullptr;
    std::vector<GridContent> kept, boxes;
    for (GridContent& grid : page.grids) {
      const bool part =
          before != nullptr && same_sides(pages[p - 1], before->grid, page, grid.grid) && opens_page(page, grid);
      if (grid.kind == Drawn::table || (part && !empty_grid(grid)))
        kept.push_back(std::move(grid));
      else
        boxes.push_back(std::move(grid));
    }
    page.grids = std::move(kept);
    take_side_boxes(page, boxes);
    take_tiles(page, boxes);
    for (GridContent& box : boxes) give_back(page, box);
  }
}

}  // namespace prongsai::tables
