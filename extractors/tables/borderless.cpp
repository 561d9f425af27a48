#include "extractors/tables/borderless.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "extractors/tables/lines.hpp"

namespace prongsai::tables {
namespace {

constexpr double kSegmentGap = 1.5;   // advances: twice a blank, so that words of one cell stay together
constexpr double kLeastGutter = 0.8;  // advances that stay white in all lines
constexpr double kMostLeading = 4.5;  // advances between two lines of one table
constexpr std::size_t kLeastColumns = 3;
constexpr int kLeastBodyLines = 2;  // below the titles, with text in all columns but one

// White or filled stretches of a line. Points.
struct Interval {
  double from = 0;
  double to = 0;
};

std::vector<Interval> segments_of(const PageText& text, const ClusterRow& row) {
  std::vector<Interval> segments;
  for (const std::size_t id : row.letters) {
    const Cluster& c = text.clusters[id];
    if (c.blank) continue;
    if (!segments.empty() && c.x0 - segments.back().to < kSegmentGap * row.advance) {
      segments.back().to = std::max(segments.back().to, c.x1);
    } else {
      segments.push_back({c.x0, c.x1});
    }
  }
  return segments;
}

std::vector<Interval> gaps_between(const std::vector<Interval>& segments) {
  std::vector<Interval> gaps;
  for (std::size_t i = 1; i < segments.size(); ++i) gaps.push_back({segments[i - 1].to, segments[i].from});
  return gaps;
}

// The gutters narrowed to what a further line leaves white; nothing when it closes one of them.
std::optional<std::vector<Interval>> narrowed(std::vector<Interval> gutters, const std::vector<Interval>& segments,
                                              double advance) {
  for (Interval& gutter : gutters) {
    const double middle = (gutter.from + gutter.to) / 2;
    for (const Interval& s : segments) {
      if (s.to <= gutter.from || s.from >= gutter.to) continue;
      if (s.from <= gutter.from && s.to >= gutter.to) return std::nullopt;
      if ((s.from + s.to) / 2 < middle) gutter.from = std::max(gutter.from, s.to);
      else gutter.to = std::min(gutter.to, s.from);
    }
    if (gutter.to - gutter.from < kLeastGutter * advance) return std::nullopt;
  }
  return gutters;
}

std::size_t column_of(const std::vector<Interval>& gutters, double x) {
  const auto after = std::find_if(gutters.begin(), gutters.end(), [&](const Interval& g) { return x < g.to; });
  return static_cast<std::size_t>(after - gutters.begin());
}

std::set<std::size_t> filled_columns(const std::vector<Interval>& gutters, const std::vector<Interval>& segments) {
  std::set<std::size_t> columns;
  for (const Interval& s : segments) columns.insert(column_of(gutters, (s.from + s.to) / 2));
  return columns;
}

struct Region {
  std::size_t begin = 0;  // lines
  std::size_t end = 0;
  std::vector<Interval> gutters;
};

class Finder {
 public:
  Finder(const PageText& text, const std::vector<ClusterRow>& rows) : rows_(rows) {
    for (const ClusterRow& row : rows) segments_.push_back(segments_of(text, row));
  }

  // The table that begins with the line `first` as its titles.
  [[nodiscard]] std::optional<Region> from(std::size_t first) const {
    if (segments_[first].size() < kLeastColumns) return std::nullopt;
    Region region{first, first + 1, gaps_between(segments_[first])};
    while (region.end < rows_.size() && follows(region.end)) {
      const auto gutters = narrowed(region.gutters, segments_[region.end], rows_[first].advance);
      if (!gutters || starts_left_of(region, region.end)) break;
      region.gutters = *gutters;
      ++region.end;
    }
    drop_tail(region);
    if (!is_table(region)) return std::nullopt;
    take_upper_titles(region);
    return region;
  }

 private:
  [[nodiscard]] bool follows(std::size_t line) const {
    return rows_[line].baseline - rows_[line - 1].baseline < kMostLeading * rows_[line].advance;
  }
  [[nodiscard]] bool starts_left_of(const Region& region, std::size_t line) const {
    return segments_[line].front().from < segments_[region.begin].front().from - 2 * rows_[line].advance &&
           segments_[line].size() == 1;
  }
  // Lines at the end that fill only the first column are prose that happens to be short.
  void drop_tail(Region& region) const {
    while (region.end > region.begin + 1 && filled_columns(region.gutters, segments_[region.end - 1]).size() == 1 &&
           segments_[region.end - 1].front().from < region.gutters.front().from) {
      --region.end;
    }
  }
  [[nodiscard]] bool is_table(const Region& region) const {
    int full = 0;
    for (std::size_t i = region.begin + 1; i < region.end; ++i) {
      full += filled_columns(region.gutters, segments_[i]).size() >= region.gutters.size() ? 1 : 0;
    }
    return full >= kLeastBodyLines;
  }
  // Titles of several lines: those above the line that fills all columns, while they keep to the gutters.
  void take_upper_titles(Region& region) const {
    while (region.begin > 0 && segments_[region.begin - 1].size() >= 2 && follows(region.begin)) {
      const auto gutters = narrowed(region.gutters, segments_[region.begin - 1], rows_[region.begin].advance);
      if (!gutters) return;
      region.gutters = *gutters;
      --region.begin;
    }
  }

  const std::vector<ClusterRow>& rows_;
  std::vector<std::vector<Interval>> segments_;
};

BorderlessTable to_table(const PageText& text, const std::vector<ClusterRow>& rows, const Region& region) {
  BorderlessTable out;
  out.cells.resize(region.gutters.size() + 1);
  double left = 1e9;
  double right = 0;
  const auto put = [&](std::size_t id) {
    const Cluster& c = text.clusters[id];
    left = std::min(left, c.x0);
    right = std::max(right, c.x1);
    out.cells[column_of(region.gutters, (c.x0 + c.x1) / 2)].push_back(id);
  };
  for (std::size_t i = region.begin; i < region.end; ++i) {
    std::for_each(rows[i].letters.begin(), rows[i].letters.end(), put);
    std::for_each(rows[i].marks.begin(), rows[i].marks.end(), put);
  }
  const double advance = rows[region.begin].advance;
  Grid& grid = out.grid;
  grid.ruled = false;
  grid.page_no = text.page->page_no;
  grid.rows = 1;
  grid.cols = static_cast<int>(out.cells.size());
  grid.col_edges.push_back(left - advance / 2);
  for (const Interval& gutter : region.gutters) grid.col_edges.push_back((gutter.from + gutter.to) / 2);
  grid.col_edges.push_back(right + advance / 2);
  grid.row_edges = {rows[region.begin].baseline - 2 * advance, rows[region.end - 1].baseline + advance};
  grid.box = {grid.col_edges.front(), grid.row_edges.front(), grid.col_edges.back(), grid.row_edges.back()};
  for (int c = 0; c < grid.cols; ++c) {
    const auto i = static_cast<std::size_t>(c);
    grid.cells.push_back({0, c, 1, 1, {grid.col_edges[i], grid.box.y0, grid.col_edges[i + 1], grid.box.y1}, {}});
    std::sort(out.cells[i].begin(), out.cells[i].end());  // words together again, as they were read
  }
  return out;
}

}  // namespace

std::vector<BorderlessTable> take_borderless(const PageText& text, ClusterIds& prose) {
  const auto rows = cluster_rows(text, prose);
  const Finder finder(text, rows);
  std::vector<BorderlessTable> tables;
  std::set<std::size_t> taken;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto region = finder.from(i);
    if (!region) continue;
    tables.push_back(to_table(text, rows, *region));
    for (const ClusterIds& cell : tables.back().cells) taken.insert(cell.begin(), cell.end());
    i = region->end - 1;
  }
  std::erase_if(prose, [&](std::size_t id) { return taken.contains(id); });
  return tables;
}

}  // namespace prongsai::tables
