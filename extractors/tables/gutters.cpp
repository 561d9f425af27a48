#include "extractors/tables/gutters.hpp"

#include <algorithm>

namespace prongsai::tables {
namespace {

constexpr std::size_t kLeastFigures = 2;  // cells behind a label that reaches over columns

bool is_closed(const Gutter& gutter) {
  return gutter.width() <= 0;
}

// What the line leaves white of a gutter; an empty interval when it closes it.
Gutter left_white(Gutter gutter, const std::vector<Interval>& segments, double white) {
  const double middle = (gutter.from + gutter.to) / 2;
  for (const Interval& s : segments) {
    if (s.to <= gutter.from || s.from >= gutter.to) continue;
    if (s.from <= gutter.from && s.to >= gutter.to) return {{}, gutter.firm};
    if ((s.from + s.to) / 2 < middle)
      gutter.from = std::max(gutter.from, s.to);
    else
      gutter.to = std::min(gutter.to, s.from);
  }
  return gutter.width() < white ? Gutter{{}, gutter.firm} : gutter;
}

}  // namespace

std::vector<Interval> segments_of(const PageClusters& text, const ClusterRow& row, double gap) {
  std::vector<Interval> segments;
  for (const std::size_t id : row.letters) {
    const Cluster& c = text.clusters[id];
    if (c.blank) continue;
    if (!segments.empty() && c.x0 - segments.back().to < gap * row.advance) {
      segments.back().to = std::max(segments.back().to, c.x1);
    } else {
      segments.push_back({c.x0, c.x1});
    }
  }
  return segments;
}

std::vector<Gutter> gaps_between(const std::vector<Interval>& segments, double advance) {
  std::vector<Gutter> gaps;
  for (std::size_t i = 1; i < segments.size(); ++i) {
    const Interval gap{segments[i - 1].to, segments[i].from};
    gaps.push_back({gap, gap.width() >= kCellGap * advance});
  }
  return gaps;
}

std::optional<std::vector<Gutter>> narrowed(const std::vector<Gutter>& gutters, const std::vector<Interval>& segments,
                                            double advance, double least) {
  std::vector<Gutter> out;
  for (const Gutter& gutter : gutters) {
    const Gutter left = left_white(gutter, segments, least * advance);
    if (!is_closed(left))
      out.push_back(left);
    else if (gutter.firm)
      return std::nullopt;
  }
  return out;
}

std::size_t closed_by_label(const std::vector<Gutter>& gutters, const std::vector<Interval>& segments, double advance,
                            double least) {
  std::size_t closed = 0;
  while (closed < gutters.size() && gutters[closed].firm &&
         is_closed(left_white(gutters[closed], segments, least * advance))) {
    ++closed;
  }
  const auto is_open = [&](const Gutter& gutter) { return !is_closed(left_white(gutter, segments, least * advance)); };
  const bool keeps = std::all_of(gutters.begin() + static_cast<std::ptrdiff_t>(closed), gutters.end(), is_open);
  if (closed == 0 || closed == gutters.size() || !keeps) return 0;
  const auto columns = filled_columns(gutters, segments);
  const auto figures = std::count_if(columns.begin(), columns.end(), [&](std::size_t c) { return c > closed; });
  return static_cast<std::size_t>(figures) >= kLeastFigures ? closed : 0;
}

std::size_t column_of(const std::vector<Gutter>& gutters, double x) {
  const auto after = std::find_if(gutters.begin(), gutters.end(), [&](const Gutter& g) { return x < g.to; });
  return static_cast<std::size_t>(after - gutters.begin());
}

std::set<std::size_t> filled_columns(const std::vector<Gutter>& gutters, const std::vector<Interval>& segments) {
  std::set<std::size_t> columns;
  for (const Interval& s : segments) columns.insert(column_of(gutters, (s.from + s.to) / 2));
  return columns;
}

}  // namespace prongsai::tables
