#include "extractors/tables/gutters.hpp"

#include <algorithm>

namespace prongsai::tables {
namespace {

constexpr double kSegmentGap = 1.5;   // advances: twice a blank, so that words of one cell stay together
constexpr double kLeastGutter = 0.8;  // advances that stay white in all lines

}  // namespace

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

std::optional<std::vector<Interval>> narrowed(std::vector<Interval> gutters, const std::vector<Interval>& segments,
                                              double advance) {
  for (Interval& gutter : gutters) {
    const double middle = (gutter.from + gutter.to) / 2;
    for (const Interval& s : segments) {
      if (s.to <= gutter.from || s.from >= gutter.to) continue;
      if (s.from <= gutter.from && s.to >= gutter.to) return std::nullopt;
      if ((s.from + s.to) / 2 < middle)
        gutter.from = std::max(gutter.from, s.to);
      else
        gutter.to = std::min(gutter.to, s.from);
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

}  // namespace prongsai::tables
